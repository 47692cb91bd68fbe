package org.roamscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Standard output that remembers why it failed: {@code System.out} swallows errors, and a full disk
 * and a reader that went away are not the same.
 */
final class StandardOutput extends PrintWriter {
  private final Recorder recorder;

  private StandardOutput(Recorder recorder) {
    super(recorder);
    this.recorder = recorder;
  }

  /** The process's standard output, UTF-8. */
  static StandardOutput open() {
    return new StandardOutput(
        new Recorder(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8)));
  }

  /**
   * Writes and flushes.
   *
   * @return false when the reader went away
   * @throws IOException when the output took not everything
   */
  static boolean write(PrintWriter out, String text) throws IOException {
    out.print(text);
    out.flush();
    if (!out.checkError()) {
      return true;
    }
    IOException failure = out instanceof StandardOutput standard ? standard.recorder.failure : null;
    if (failure != null && readerGone(failure)) {
      return false;
    }
    throw failure == null ? new IOException("standard output took not everything") : failure;
  }

  /** True when writing failed because nobody reads any more. */
  static boolean readerGone(IOException failure) {
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
  }

  /** Writes a command's text and says what failed; the exit code. */
  static int print(CommandLine command, String text) {
    return print(command.getOut(), command.getErr(), text);
  }

  /** The same without a command. */
  static int print(PrintWriter out, PrintWriter err, String text) {
    try {
      return write(out, text) ? ExitCode.CLEAN : ExitCode.READER_GONE;
    } catch (IOException e) {
      err.println("roamscope: the output could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    }
  }

  private static final class Recorder extends Writer {
    private final Writer to;
    private @Nullable IOException failure;

    Recorder(Writer to) {
      this.to = to;
    }

    @Override
    public void write(char[] text, int from, int count) throws IOException {
      try {
        to.write(text, from, count);
      } catch (IOException e) {
        failure = failure == null ? e : failure;
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        to.flush();
      } catch (IOException e) {
        failure = failure == null ? e : failure;
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      to.close();
    }
  }
}
