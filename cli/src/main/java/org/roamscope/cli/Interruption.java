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
  private final Runnable stop;

  private Interruption(Runnable stop) {
    this.stop = stop;
  }

  static Interruption install() {
    return install(() -> {});
  }

  /**
   * The same for work that does not look whether it is to stop.
   *
   * @param stop makes it end
   */
  static Interruption install(Runnable stop) {
    Interruption interruption = new Interruption(stop);
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "roamscope-interruption"));
    return interruption;
  }

  private void stop() {
    requested.set(true);
    stop.run();
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
