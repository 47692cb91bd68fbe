package org.roamscope.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people can read about rules, verdicts, causes and reasons: Markdown, kept with the rules.
 */
public final class RulePages {
  /** Headings of every rule's page, in this order. */
  public static final List<String> SECTIONS =
      List.of(
          "What it means",
          "Why it matters",
          "Clause",
          "Evidence to look at",
          "When it is legitimate",
          "What to do");

  private static final Pattern HEADING = Pattern.compile("(?m)^## (\\S+)$");

  private RulePages() {}

  /**
   * The page of a rule.
   *
   * @param id id as in the catalogue
   * @return Markdown, LF line ends; empty when there is no such page
   */
  public static Optional<String> rule(String id) {
    return id.matches("[A-Z]{1,8}\\d{3}") ? resource("rule/" + id + ".md") : Optional.empty();
  }

  /**
   * Short texts by name: verdicts in upper case, causes and reasons in lower case, in the order of
   * the vocabulary.
   */
  public static Map<String, String> terms() {
    String page = resource("verdicts.md").orElseThrow();
    Map<String, String> terms = new LinkedHashMap<>();
    Matcher heading = HEADING.matcher(page);
    boolean found = heading.find();
    while (found) {
      String term = heading.group(1);
      int from = heading.end();
      found = heading.find();
      terms.put(term, page.substring(from, found ? heading.start() : page.length()).strip());
    }
    return terms;
  }

  /** What the specifications demand and no rule checks, with the reasons. */
  public static String unchecked() {
    return resource("unchecked.md").orElseThrow();
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = RulePages.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
