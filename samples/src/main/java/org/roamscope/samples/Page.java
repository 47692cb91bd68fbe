package org.roamscope.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Markdown page of a sample: title, what it shows, and its fenced blocks.
 *
 * @param file file name, for messages
 * @param name file name without {@code .md}: the name of the sample
 * @param title text of the first heading
 * @param scenario lines of the {@code scenario} block; empty for a recorded capture
 * @param expect lines of the {@code expect} block
 */
public record Page(String file, String name, String title, List<Line> scenario, List<Line> expect) {
  /**
   * A line of a block.
   *
   * @param number in the file, from 1
   * @param words split at white space, comments taken off; never empty
   */
  public record Line(int number, List<String> words) {}

  /** Reads a page. */
  public static Page read(Path path) throws IOException {
    return parse(String.valueOf(path.getFileName()), Files.readString(path));
  }

  /**
   * Parses a page.
   *
   * @throws ScenarioException when there is no title, no {@code expect} block, or a block is
   *     unknown, doubled or not closed
   */
  public static Page parse(String file, String text) {
    String title = "";
    List<Line> scenario = new ArrayList<>();
    List<Line> expect = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    String block = "";
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.startsWith("```")) {
        String name = line.substring(3);
        if (!block.isEmpty()) {
          if (!name.isEmpty()) {
            throw new ScenarioException(file, number, "a block inside the block " + block);
          }
          block = "";
          continue;
        }
        block = name;
        if (!List.of("scenario", "expect", "sh").contains(name) || seen.contains(name)) {
          throw new ScenarioException(file, number, "an unknown or second block: " + name);
        }
        seen.add(name);
        continue;
      }
      if (block.isEmpty() || block.equals("sh")) {
        title = title.isEmpty() && line.startsWith("# ") ? line.substring(2).strip() : title;
        continue;
      }
      int comment = line.indexOf('#');
      String code = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!code.isEmpty()) {
        (block.equals("scenario") ? scenario : expect)
            .add(new Line(number, List.of(code.split("\\s+"))));
      }
    }
    if (!block.isEmpty()) {
      throw new ScenarioException(file, number, "the block " + block + " is not closed");
    }
    if (title.isEmpty() || !seen.contains("expect")) {
      throw new ScenarioException(file, number, "a page needs a title and an expect block");
    }
    return new Page(
        file,
        file.endsWith(".md") ? file.substring(0, file.length() - 3) : file,
        title,
        List.copyOf(scenario),
        List.copyOf(expect));
  }
}
