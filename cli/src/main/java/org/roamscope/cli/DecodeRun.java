package org.roamscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.Decoding;
import org.roamscope.Decoding.Receiver.Next;
import org.roamscope.KeptStream;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureFile;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameNotes;
import org.roamscope.decode.output.FrameOutput;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.filter.Filter;
import org.roamscope.keys.KeyRing;
import picocli.CommandLine;

/** One run of {@code roamscope decode}: the capture in, what matches out. */
final class DecodeRun {
  /** Packets are collected up to this many characters before they are written. */
  private static final int BATCH = 1 << 15;

  /**
   * What to do.
   *
   * @param input file name, or {@code -}
   * @param filter packets to show, or null for all
   * @param fields filter names that filter and output ask for
   * @param audited true when the output asks for what only the audit knows
   * @param count packets to read at most
   * @param packetFlush true to write each packet at once
   * @param profile profile of the audit
   * @param decodeAs ports to read as something else
   * @param keys what opens encrypted packets
   * @param expansion how much of a compressed capture is read
   */
  record Settings(
      String input,
      @Nullable Filter filter,
      Set<String> fields,
      boolean audited,
      long count,
      boolean packetFlush,
      Profile profile,
      DecodeAs decodeAs,
      KeyRing keys,
      ExpansionLimit expansion) {}

  private final CommandLine command;
  private final Settings settings;
  private final @Nullable FrameOutput output;
  private final @Nullable CaptureFile copy;
  private final StringBuilder batch = new StringBuilder(2 * BATCH);

  /**
   * A run.
   *
   * @param output form of what is shown, or null to show nothing
   * @param copy where matching packets are written, or null
   */
  DecodeRun(
      CommandLine command,
      Settings settings,
      @Nullable FrameOutput output,
      @Nullable CaptureFile copy) {
    this.command = command;
    this.settings = settings;
    this.output = output;
    this.copy = copy;
  }

  /** Runs; the exit code. */
  int run() {
    Interruption interruption = Interruption.install();
    Path spool = null;
    try {
      Analysis.Source source = Inputs.source(settings.input(), interruption);
      FrameNotes notes = FrameNotes.NONE;
      if (needsAudit()) {
        if (source instanceof Analysis.Source.Kept pipe) {
          spool = spool(pipe.stream());
          source = new Analysis.Source.File(spool, pipe.name());
        }
        notes =
            Decoding.audit(
                settings.expansion().of(source),
                settings.keys(),
                settings.profile(),
                Version.number(),
                interruption::requested);
      }
      return decode(settings.expansion().of(source), notes, interruption);
    } catch (IOException e) {
      command
          .getErr()
          .println(
              "roamscope: "
                  + Inputs.shown(settings.input())
                  + " cannot be kept: "
                  + e.getMessage());
      return ExitCode.INPUT;
    } finally {
      remove(spool);
      interruption.done();
    }
  }

  private int decode(Analysis.Source source, FrameNotes notes, Interruption interruption) {
    try (copy) {
      if (output != null) {
        output.begin(batch);
      }
      Decoding.Outcome outcome =
          Decoding.run(
              source,
              notes,
              settings.decodeAs(),
              settings.keys(),
              settings.fields(),
              this::frame,
              interruption::requested);
      if (output != null) {
        output.end(batch);
      }
      flush();
      if (copy != null) {
        copy.finish();
      }
      outcome
          .problems()
          .forEach(problem -> command.getErr().println("roamscope: " + problem.message()));
      return outcome.problems().stream().anyMatch(CaptureProblem::damage)
          ? ExitCode.INPUT
          : ExitCode.CLEAN;
    } catch (ReaderGone e) {
      return ExitCode.READER_GONE;
    } catch (IOException e) {
      command.getErr().println("roamscope: the output could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    }
  }

  private Next frame(DecodedFrame frame, CaptureReader reader) throws IOException {
    Filter filter = settings.filter();
    boolean match = filter == null || filter.matches(frame);
    if (match) {
      if (output != null) {
        output.frame(frame, batch);
        if (settings.packetFlush() || batch.length() >= BATCH || frame.frame().number() == 1) {
          flush();
        }
      }
      if (copy != null) {
        copy.write(frame.frame(), reader);
      }
    }
    if (frame.frame().number() >= settings.count()) {
      return Next.STOP;
    }
    return match ? Next.SHOWN : Next.SKIPPED;
  }

  private void flush() throws IOException {
    PrintWriter out = command.getOut();
    boolean read = StandardOutput.write(out, batch.toString());
    batch.setLength(0);
    if (!read) {
      throw new ReaderGone();
    }
  }

  private boolean needsAudit() {
    return settings.audited()
        || settings.fields().stream().anyMatch(DecodeCatalog.audited()::contains);
  }

  private static Path spool(KeptStream pipe) throws IOException {
    Path file = Files.createTempFile("roamscope-", ".capture");
    file.toFile().deleteOnExit();
    try (InputStream in = pipe.open()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private void remove(@Nullable Path spool) {
    if (spool != null) {
      try {
        Files.deleteIfExists(spool);
      } catch (IOException e) {
        command
            .getErr()
            .println("roamscope: " + spool + " could not be removed: " + e.getMessage());
      }
    }
  }

  /** Who reads the output went away. */
  private static final class ReaderGone extends IOException {
    private static final long serialVersionUID = 1;
  }
}
