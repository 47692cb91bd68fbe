package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A capture of the gallery, which comes with the program.
 *
 * @param name name of its page and its file
 * @param title what it shows, one line
 * @param answers verdicts and rules that the audit gives, as its page promises
 */
public record SampleCapture(String name, String title, List<String> answers) {
  /** The gallery: one capture for each answer there can be, and some with NAT. */
  private static final List<String> GALLERY =
      List.of(
          "k-honoured",
          "needless-rerun-after",
          "rerun-k-refused",
          "rerun-avoidable",
          "stale-home-agent-endpoint",
          "nat-to-nat",
          "nat-detection-missing",
          "encrypted-signalling",
          "two-behind-one-nat");

  /**
   * A line of the page's {@code expect} block: a verdict of a handover, or the rule of a finding.
   */
  private static final Pattern ANSWER =
      Pattern.compile("^(?:handover \\S+ -> \\S+|finding) (\\w+)", Pattern.MULTILINE);

  /** Keeps its own list. */
  public SampleCapture {
    answers = List.copyOf(answers);
  }

  /** All of them, in their order. */
  public static List<SampleCapture> gallery() {
    return GALLERY.stream().map(SampleCapture::of).toList();
  }

  private static SampleCapture of(String name) {
    String page = new String(read(name + ".md"), StandardCharsets.UTF_8);
    String title = page.lines().findFirst().orElse(name).replaceFirst("^# ", "");
    String expected = page.substring(page.indexOf("```expect"));
    return new SampleCapture(
        name, title, ANSWER.matcher(expected).results().map(found -> found.group(1)).toList());
  }

  /**
   * Puts the capture into a folder, so that it can be read as often as needed.
   *
   * @throws IOException when the folder cannot be written
   */
  Path unpack(Path folder) throws IOException {
    Path file = folder.resolve(name + ".pcapng");
    if (!Files.exists(file)) {
      Files.write(file, read(name + ".pcapng"));
      file.toFile().deleteOnExit();
    }
    return file;
  }

  private static byte[] read(String file) {
    try (InputStream in = SampleCapture.class.getResourceAsStream("samples/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the sample " + file + " is missing from the build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
