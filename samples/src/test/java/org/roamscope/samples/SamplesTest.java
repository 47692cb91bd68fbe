package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roamscope.audit.RuleCatalog;
import org.roamscope.audit.Verdict;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import org.roamscope.samples.Expectation.Given;
import org.roamscope.samples.Samples.Sample;

/** Every page is a test: its capture is what the scenario says, the audit what the page expects. */
class SamplesTest {
  @TestFactory
  Stream<DynamicTest> everyPageIsTrue() throws IOException {
    return Samples.all().stream()
        .map(sample -> dynamicTest(sample.page().name(), () -> check(sample)));
  }

  private static void check(Sample sample) throws IOException {
    Page page = sample.page();
    if (Samples.made(sample)) {
      byte[] made = ScenarioMain.capture(ScenarioCompiler.compile(page));
      if (!Files.exists(sample.capture())
          || !Arrays.equals(made, Files.readAllBytes(sample.capture()))) {
        fail(
            sample.capture()
                + " is not what the scenario makes. Regenerate: mvn -q package -DskipTests && java"
                + " -cp samples/target/classes:decoder/target/classes"
                + " org.roamscope.samples.ScenarioMain samples");
      }
    }
    for (Expectation expected : Expectation.of(page)) {
      Report report = sample.audit(expected);
      List<Expectation.Line> actual = Expectation.actual(report);
      if (!expected.fits(actual)) {
        assertThat(lines(actual))
            .as(page.file() + " in profile " + expected.profile().id() + ", " + expected.given())
            .isEqualTo(lines(expected.lines()));
        fail(page.file() + ": compared text is equal, details are not");
      }
      assertThat(report.partial()).as("a damaged capture").isFalse();
      for (String rule : expected.silent()) {
        assertThat(fired(expected)).as("fires and is silent").doesNotContain(rule);
      }
    }
  }

  private static String lines(List<Expectation.Line> lines) {
    return lines.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  private static Set<String> fired(Expectation expectation) {
    Set<String> rules = new TreeSet<>();
    for (Expectation.Line line : expectation.lines()) {
      if (line.head().startsWith("finding ")) {
        rules.add(line.head().split(" ", 3)[1]);
      }
    }
    return rules;
  }

  @Test
  void everyVerdictHasASample() throws IOException {
    Set<Verdict> missing = EnumSet.allOf(Verdict.class);
    for (Sample sample : Samples.all()) {
      for (Expectation expectation : Expectation.of(sample.page())) {
        for (Expectation.Line line : expectation.lines()) {
          if (line.head().startsWith("handover ")) {
            missing.remove(Verdict.valueOf(line.head().split(" ", 6)[4]));
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyRuleHasASampleWhereItFiresAndOneWhereItIsSilent() throws IOException {
    Set<String> rules = new TreeSet<>();
    RuleCatalog.all().forEach(rule -> rules.add(rule.info().id()));
    Set<String> firing = new TreeSet<>();
    Set<String> silent = new TreeSet<>();
    for (Sample sample : Samples.all()) {
      for (Expectation expectation : Expectation.of(sample.page())) {
        firing.addAll(fired(expectation));
        silent.addAll(expectation.silent());
      }
    }
    assertThat(firing).isEqualTo(rules);
    assertThat(silent).isEqualTo(rules);
  }

  @Test
  void theGalleryListsEverySample() throws IOException {
    String gallery = Files.readString(Samples.folder().resolve("README.md"));
    for (Sample sample : Samples.all()) {
      assertThat(gallery)
          .contains(Samples.folder().relativize(sample.capture()).toString().replace('\\', '/'));
    }
  }

  @Test
  void capturesHavePages() throws IOException {
    Set<String> known =
        Samples.all().stream()
            .map(sample -> sample.capture().getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    for (Sample sample : Samples.all()) {
      if (Files.exists(sample.keyFolder())) {
        known.add(sample.keyFolder().getFileName().toString());
      }
    }
    Set<String> files = new TreeSet<>();
    for (String folder : List.of("captures", "recorded")) {
      try (Stream<Path> list = Files.list(Samples.folder().resolve(folder))) {
        list.map(file -> file.getFileName().toString())
            .filter(name -> !name.endsWith(".md"))
            .forEach(files::add);
      }
    }
    assertThat(files).isEqualTo(known);
  }

  @Test
  void keysGoWithPagesThatSayWhatTheyChange() throws IOException {
    for (Sample sample : Samples.all()) {
      boolean said =
          Expectation.of(sample.page()).stream()
              .anyMatch(expected -> expected.given() == Given.KEYS);
      assertThat(Files.isDirectory(sample.keyFolder())).as(sample.page().file()).isEqualTo(said);
      if (said) {
        KeyRing keys = KeyFiles.read(sample.keyFolder());
        assertThat(keys.isEmpty()).isFalse();
        assertThat(keys.problems()).isEmpty();
      }
    }
  }
}
