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
    return write(out, to -> to.append(text));
  }

  /** What writes a text. */
  interface Text {
    /** Writes it, and stops where that fails. */
    void to(Writer out) throws IOException;
  }

  /**
   * Writes and flushes a text that comes in pieces.
   *
   * @return false when the reader went away
   * @throws IOException when the output took not everything
   */
  static boolean write(PrintWriter out, Text text) throws IOException {
    try {
      text.to(new Checked(out));
    } catch (Stopped e) {
      // why is what the output remembers
    }
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

  /** The same of a text that comes in pieces. */
  static int print(CommandLine command, Text text) {
    return print(command.getOut(), command.getErr(), text);
  }

  /** The same without a command. */
  static int print(PrintWriter out, PrintWriter err, String text) {
    return print(out, err, to -> to.append(text));
  }

  private static int print(PrintWriter out, PrintWriter err, Text text) {
    try {
      return write(out, text) ? ExitCode.CLEAN : ExitCode.READER_GONE;
    } catch (IOException e) {
      err.println("roamscope: the output could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    }
  }

  /** The output took not everything: there is no use in more. */
  private static final class Stopped extends IOException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("the output takes no more");
    }
  }

  /** Stops where a {@link PrintWriter} would go on. */
  private static final class Checked extends Writer {
    /** Characters after which it looks whether they were taken. */
    private static final int SOME = 1 << 16;

    private final PrintWriter out;
    private int unchecked;

    Checked(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void write(char[] text, int from, int count) throws IOException {
      out.write(text, from, count);
      unchecked += count;
      if (unchecked >= SOME) {
        flush();
      }
    }

    @Override
    public void flush() throws IOException {
      unchecked = 0;
      if (out.checkError()) { // which flushes
        throw new Stopped();
      }
    }

    @Override
    public void close() {
      out.flush();
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
