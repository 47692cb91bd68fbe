package org.roamscope.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.capture.InterfaceStatistics;
import org.roamscope.field.PlainText;
import org.roamscope.live.CaptureProcess;
import org.roamscope.live.LiveException;
import picocli.CommandLine.Model.CommandSpec;

/** One run of {@code roamscope capture}: what the capture process hands on goes to files. */
final class CaptureRun {
  private static final long FLUSH_MILLIS = 500;

  private final CommandSpec spec;
  private final TapOptions taps;
  private final CaptureLimits stop;
  private final long count;
  private final boolean quiet;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** Why the files take no more; set by the thread that finds out first. */
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  private long packets;

  CaptureRun(CommandSpec spec, TapOptions taps, CaptureLimits stop, long count, boolean quiet) {
    this.spec = spec;
    this.taps = taps;
    this.stop = stop;
    this.count = Math.min(count, stop.packets().orElse(Long.MAX_VALUE));
    this.quiet = quiet;
  }

  /** Captures until told to stop; the exit code. */
  int to(CaptureFiles files) throws LiveException {
    try (CaptureProcess process =
        taps.start(spec, line -> KeyOptions.say(spec, PlainText.of(line)))) {
      Interruption interruption = Interruption.install(() -> end(process));
      Thread keeper =
          Thread.ofPlatform().daemon().name("capture-files").start(() -> keep(files, process));
      try {
        return read(files, process);
      } finally {
        keeper.interrupt();
        interruption.done();
      }
    }
  }

  /** Writes what is held back twice a second, and ends the capture when its time is over. */
  private void keep(CaptureFiles files, CaptureProcess process) {
    long begun = System.nanoTime();
    try {
      while (failure.get() == null) {
        TimeUnit.MILLISECONDS.sleep(FLUSH_MILLIS);
        files.flush();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        if (stop.seconds().isPresent()
            && seconds >= stop.seconds().getAsLong()
            && !stopping.get()) {
          end(process);
        }
      }
    } catch (IOException e) {
      failure.compareAndSet(null, e);
      end(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the capture has ended
    }
  }

  private void end(CaptureProcess process) {
    stopping.set(true);
    process.stop();
  }

  private int read(CaptureFiles files, CaptureProcess process) {
    try (CaptureReader reader = CaptureReader.open(process.input(), "the capture process")) {
      copy(reader, files, process);
      int code = process.end();
      summary(reader, files);
      IOException failed = failure.get();
      if (failed != null) {
        return unwritten(failed);
      }
      if (!stopping.get() || reader.damaged()) {
        KeyOptions.say(
            spec,
            "the capture process ended by itself (exit code "
                + code
                + "); what it handed on is in the file");
        return ExitCode.INPUT;
      }
      return ExitCode.CLEAN;
    } catch (CaptureException e) {
      process.end(); // so that its own words come first
      KeyOptions.say(spec, "nothing was captured on " + PlainText.of(taps.names()));
      return stopping.get() ? ExitCode.CLEAN : ExitCode.INPUT;
    } catch (IOException e) {
      KeyOptions.say(spec, "the capture process cannot be read: " + e.getMessage());
      return ExitCode.INPUT;
    }
  }

  /** After a stop the rest is read all the same: it holds the counts of what was dropped. */
  private void copy(CaptureReader reader, CaptureFiles files, CaptureProcess process)
      throws IOException {
    try (files) {
      files.begin(reader);
      if (!quiet) {
        KeyOptions.say(spec, "capturing on " + PlainText.of(taps.names()));
      }
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        if (packets < count && failure.get() == null && !enough(files)) {
          files.write(frame, reader);
          packets++;
        } else if (!stopping.get()) {
          end(process);
        }
        if (packets == count && !stopping.get()) {
          end(process);
        }
      }
      files.finish(reader);
    } catch (IOException e) {
      failure.compareAndSet(null, e);
      end(process);
    }
  }

  private boolean enough(CaptureFiles files) {
    OptionalLong most = stop.files();
    return stop.kilobytes().isPresent() && files.octets() >= stop.kilobytes().getAsLong() * 1000
        || most.isPresent() && files.files() > most.getAsLong();
  }

  private int unwritten(IOException failed) {
    if (StandardOutput.readerGone(failed)) {
      return ExitCode.READER_GONE;
    }
    KeyOptions.say(spec, "packets could not be written: " + failed.getMessage());
    return ExitCode.OUTPUT;
  }

  /** Counts of the last statistics of each interface. */
  private void summary(CaptureReader reader, CaptureFiles files) {
    long byKernel = 0;
    long byInterface = 0;
    InterfaceStatistics[] last = new InterfaceStatistics[reader.interfaces().size()];
    reader.otherBlocks().stream()
        .flatMap(block -> InterfaceStatistics.of(block).stream())
        .filter(counts -> counts.place() >= 0 && counts.place() < last.length)
        .forEach(counts -> last[counts.place()] = counts);
    for (InterfaceStatistics counts : last) {
      byKernel += counts == null ? 0 : counts.droppedByKernel();
      byInterface += counts == null ? 0 : counts.droppedByInterface();
    }
    KeyOptions.say(
        spec,
        String.format(
            Locale.ROOT,
            "%d packets captured, %d file%s; dropped: %d by the kernel, %d by the interface",
            packets,
            files.files(),
            files.files() == 1 ? "" : "s",
            byKernel,
            byInterface));
  }
}
