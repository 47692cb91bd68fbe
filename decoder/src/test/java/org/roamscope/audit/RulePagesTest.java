package org.roamscope.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roamscope.field.Clause;

/** Every rule has its page, every page its rule, every word of the vocabulary its text. */
class RulePagesTest {
  private static Path root() {
    return Path.of(Objects.requireNonNull(System.getProperty("roamscope.root")));
  }

  @Test
  void everyRuleHasAPageWithItsSections() {
    for (Rule rule : RuleCatalog.all()) {
      RuleInfo info = rule.info();
      String page = RulePages.rule(info.id()).orElseThrow();
      assertThat(page)
          .startsWith("# " + info.id() + " " + info.name() + "\n\nSeverity: ")
          .contains("\nSeverity: " + info.severity().json() + "\n");
      assertThat(headings(page)).as(info.id()).isEqualTo(RulePages.SECTIONS);
      assertThat(page.toLowerCase(java.util.Locale.ROOT)).as(info.id()).contains("confidence");
      for (Clause clause : info.clauses()) {
        assertThat(page).as(info.id()).contains(clause.document()).contains(clause.section());
      }
    }
  }

  private static List<String> headings(String page) {
    List<String> headings = new ArrayList<>();
    page.lines()
        .filter(line -> line.startsWith("## "))
        .forEach(line -> headings.add(line.substring(3)));
    return headings;
  }

  @Test
  void everyPageHasARule() throws IOException {
    Path folder = root().resolve("decoder/src/main/resources/org/roamscope/audit/rule");
    try (Stream<Path> pages = Files.list(folder)) {
      assertThat(pages.map(page -> String.valueOf(page.getFileName())).sorted())
          .containsExactlyElementsOf(
              RuleCatalog.all().stream().map(rule -> rule.info().id() + ".md").sorted().toList());
    }
  }

  @Test
  void noPathLeadsOutOfThePages() {
    assertThat(RulePages.rule("../verdicts")).isEmpty();
    assertThat(RulePages.rule("K999")).isEmpty();
  }

  @Test
  void everyVerdictAndCauseHasAText() {
    assertThat(RulePages.terms().keySet())
        .containsAll(Arrays.stream(Verdict.values()).map(Verdict::name).toList())
        .containsAll(Arrays.stream(Cause.values()).map(Cause::json).toList());
    assertThat(RulePages.terms().values()).noneMatch(String::isBlank);
  }

  @Test
  void theReferenceIsCurrent() throws IOException {
    Path file = root().resolve("docs/reference/rules.md");
    String wanted = RuleReference.text();
    if (Boolean.getBoolean("roamscope.rewrite")) {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, wanted);
    }
    assertThat(Files.readString(file).replace("\r\n", "\n")).isEqualTo(wanted);
  }
}
