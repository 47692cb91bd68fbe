package org.roamscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.roamscope.dissect.PlainTraffic;
import org.roamscope.live.HelperBody;
import org.roamscope.live.LiveException;
import org.roamscope.live.Tap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The helper process of a live capture: packets as pcapng to standard output, until a signal or the
 * end of standard input, which is the end of who started it.
 */
@Command(name = CaptureHelperCommand.NAME, hidden = true)
final class CaptureHelperCommand implements Callable<Integer> {
  static final String NAME = "capture-helper";

  @Spec private CommandSpec spec;

  @Mixin private TapOptions options = new TapOptions();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  CaptureHelperCommand() {}

  @Override
  public Integer call() {
    List<Tap> taps = options.taps(spec);
    if (taps.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "-i is missing");
    }
    HelperBody body =
        new HelperBody(
            taps,
            (linkType, packet) -> !PlainTraffic.is(linkType, packet, 0, packet.length),
            this::say);
    Interruption interruption = Interruption.install(body::stop);
    Thread.ofPlatform().daemon().name("parent").start(() -> awaitParent(body));
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      return body.run(out) ? ExitCode.CLEAN : ExitCode.INPUT;
    } catch (LiveException e) {
      say(String.valueOf(e.getMessage()));
      return ExitCode.INPUT;
    } catch (IOException e) {
      boolean gone = StandardOutput.readerGone(e);
      if (!gone) {
        say("packets could not be handed on: " + e.getMessage());
      }
      return gone ? ExitCode.READER_GONE : ExitCode.OUTPUT;
    } finally {
      interruption.done();
    }
  }

  private void awaitParent(HelperBody body) {
    try {
      while (System.in.read() >= 0) {
        // What comes says nothing: only the end counts.
      }
    } catch (IOException e) {
      say("the end of the parent process cannot be seen: " + e.getMessage());
    }
    body.stop();
  }

  /** The parent says whose words these are. */
  private void say(String what) {
    spec.commandLine().getErr().println(what);
    spec.commandLine().getErr().flush();
  }
}
