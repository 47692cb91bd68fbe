package org.roamscope.gui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.viewmodel.Expert;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.gui.viewmodel.StatisticsViewModel;
import org.roamscope.report.HandoverCard.Fact;
import org.roamscope.report.Histogram;
import org.roamscope.report.Statistics;
import org.roamscope.report.Tone;

/** Verdicts, findings and durations of all UEs, counted. */
final class StatisticsPage {
  private final ScrollPane node = new ScrollPane();
  private final Consumer<String> search;

  /**
   * An empty page.
   *
   * @param search shows the UEs that a word finds
   */
  StatisticsPage(StatisticsViewModel model, Consumer<String> search) {
    this.search = search;
    node.setId("statistics");
    node.setFitToWidth(true);
    node.setAccessibleText("Statistics");
    model.statistics().subscribe(this::draw);
  }

  /** What is put into the page; always the same node. */
  Node node() {
    return node;
  }

  private void draw(@Nullable Statistics statistics) {
    if (statistics == null) {
      node.setContent(Texts.wrapped("Counting.", "quiet", "hint"));
      return;
    }
    var verdicts = new VBox(8, verdicts(statistics.verdicts()));
    for (String cost : statistics.costs()) {
      verdicts.getChildren().add(Texts.wrapped(cost));
    }
    var page = new FlowPane(panel("Handovers by verdict", verdicts));
    page.getStyleClass().add("statistics");
    if (!statistics.spans().isEmpty()) {
      page.getChildren().add(panel("Handovers over time", spans(statistics.spans())));
    }
    page.getChildren().add(panel("Findings by rule", rules(statistics.rules())));
    for (Histogram histogram : statistics.durations()) {
      page.getChildren().add(panel(histogram.name(), duration(histogram)));
    }
    for (Statistics.OfCapture capture : statistics.captures()) {
      VBox facts = panel("Capture " + capture.file(), capture(capture));
      facts.getStyleClass().add("wide");
      page.getChildren().add(facts);
    }
    node.setContent(page);
    node.setVvalue(0);
  }

  private static Node capture(Statistics.OfCapture capture) {
    var grid = new GridPane();
    grid.getStyleClass().add("facts");
    for (Fact fact : capture.facts()) {
      grid.addRow(grid.getRowCount(), Texts.label(fact.name(), "quiet"), Texts.label(fact.value()));
    }
    var facts = new VBox(8, grid);
    for (String problem : capture.problems()) {
      facts.getChildren().add(Texts.wrapped(problem));
    }
    return facts;
  }

  private static VBox panel(String title, Node content) {
    var panel = new VBox(Texts.label(title, "heading-3"), content);
    panel.getStyleClass().add("panel");
    return panel;
  }

  private Node verdicts(List<Statistics.OfVerdict> verdicts) {
    if (verdicts.isEmpty()) {
      return Texts.wrapped("No handover was captured.", "quiet");
    }
    var bars = new Bars(verdicts.stream().mapToInt(Statistics.OfVerdict::count).max().orElse(1));
    for (Statistics.OfVerdict one : verdicts) {
      var link = new Hyperlink(ReportTexts.sign(one.tone()) + " " + one.verdict());
      link.setTooltip(new Tooltip(one.words() + "; shows these UEs"));
      link.setOnAction(_ -> search.accept(one.verdict().name()));
      ToneStyle.apply(link, one.tone());
      bars.row(
          link, List.of(new Bars.Piece(one.tone(), one.count())), Integer.toString(one.count()));
    }
    return bars;
  }

  private static Node spans(List<Statistics.Span> spans) {
    var bars = new Bars(spans.stream().mapToInt(Statistics.Span::count).max().orElse(1));
    for (Statistics.Span span : spans) {
      List<Bars.Piece> pieces = new ArrayList<>();
      List<String> words = new ArrayList<>();
      for (Tone tone : Tone.values()) {
        int count = span.counts().getOrDefault(tone, 0);
        if (count > 0) {
          pieces.add(new Bars.Piece(tone, count));
          words.add(ReportTexts.sign(tone) + " " + count);
        }
      }
      bars.row(
          Texts.label("from " + seconds(span.fromNanos()), "quiet"),
          pieces,
          words.isEmpty() ? "–" : String.join("  ", words));
    }
    return bars;
  }

  private static Node duration(Histogram histogram) {
    if (histogram.buckets().isEmpty()) {
      return Texts.wrapped("Not in this capture.", "quiet");
    }
    var bars =
        new Bars(histogram.buckets().stream().mapToInt(Histogram.Bucket::count).max().orElse(1));
    for (Histogram.Bucket bucket : histogram.buckets()) {
      bars.row(
          Texts.label(bucket.range(), "quiet"),
          List.of(new Bars.Piece(Tone.NOTABLE, bucket.count())),
          Integer.toString(bucket.count()));
    }
    var figures =
        Texts.wrapped(
            "Median "
                + millis(histogram.distribution().p50())
                + ", 95 % within "
                + millis(histogram.distribution().p95())
                + ", longest "
                + millis(histogram.distribution().max()));
    return new VBox(6, figures, bars);
  }

  private static Node rules(List<Statistics.OfRule> rules) {
    if (rules.isEmpty()) {
      return Texts.wrapped("Nothing found.", "quiet");
    }
    var bars = new Bars(rules.stream().mapToInt(Statistics.OfRule::count).max().orElse(1));
    for (Statistics.OfRule one : rules) {
      bars.row(
          Texts.label(
              Expert.word(one.severity()) + " " + one.rule().id() + " " + one.rule().name()),
          List.of(new Bars.Piece(one.tone(), one.count())),
          Integer.toString(one.count()));
    }
    return bars;
  }

  private static String seconds(long nanos) {
    return nanos / 1_000_000_000L + " s";
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f ms", nanos / 1e6);
  }
}
