package org.roamscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.roamscope.CaptureHelper;
import org.roamscope.live.CaptureStart;
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
  static final String NAME = CaptureStart.HELPER;

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
    CaptureHelper helper = new CaptureHelper(taps, this::say);
    Interruption interruption = Interruption.install(helper::stop);
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      return helper.run(System.in, out) ? ExitCode.CLEAN : ExitCode.INPUT;
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

  /** The parent says whose words these are. */
  private void say(String what) {
    spec.commandLine().getErr().println(what);
    spec.commandLine().getErr().flush();
  }
}
