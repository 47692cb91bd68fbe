package org.roamscope.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C and TERM: asks the analysis to stop and gives it a moment to write what it has. The JVM
 * then ends with 130 or 143 by itself.
 */
final class Interruption {
  private static final long GRACE_SECONDS = 5;

  private final AtomicBoolean requested = new AtomicBoolean();
  private final CountDownLatch written = new CountDownLatch(1);

  private Interruption() {}

  static Interruption install() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "roamscope-interruption"));
    return interruption;
  }

  private void stop() {
    requested.set(true);
    try {
      // Written in time or not, the JVM then ends with the signal's own code.
      awaitReport();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("ReturnValueIgnored") // late is late: there is nothing left to do
  private void awaitReport() throws InterruptedException {
    written.await(GRACE_SECONDS, TimeUnit.SECONDS);
  }

  boolean requested() {
    return requested.get();
  }

  void done() {
    written.countDown();
  }
}
