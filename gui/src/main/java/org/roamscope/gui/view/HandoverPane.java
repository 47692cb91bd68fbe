package org.roamscope.gui.view;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.field.Clause;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.Expert;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.gui.viewmodel.HostNames;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.gui.viewmodel.UeDetail;
import org.roamscope.report.HandoverCard;
import org.roamscope.report.HandoverCard.Fact;
import org.roamscope.track.At;

/** One handover of the chosen UE at a time: verdict, why, evidence, figures, what to do. */
final class HandoverPane extends BorderPane {
  private final Button previous = new Button("◀ Pre_vious");
  private final Button next = new Button("_Next ▶");
  private final Label which = Texts.label("", "quiet");
  private final ScrollPane page = new ScrollPane();
  private final HostNames names;
  private final FilterActions actions;
  private @Nullable UeDetail detail;
  private int number;
  private ReportTexts texts = ReportTexts.NONE;
  private FrameSelector selector = _ -> {};

  HandoverPane(HostNames names, FilterActions actions) {
    this.names = names;
    this.actions = actions;
    names.changes().subscribe(_ -> show(number));
    getStyleClass().add("handover-pane");
    previous.setId("handover-previous");
    next.setId("handover-next");
    which.setId("handover-which");
    page.setId("handover-card");
    previous.setOnAction(_ -> show(number - 1));
    next.setOnAction(_ -> show(number + 1));
    var bar = new HBox(previous, which, next);
    bar.getStyleClass().add("handover-bar");
    page.setFitToWidth(true);
    page.getStyleClass().add("explanation");
    setTop(bar);
    setCenter(page);
    show((UeDetail) null);
  }

  /** How frames are told and where links lead. */
  void leads(ReportTexts told, FrameSelector frames) {
    texts = told;
    selector = frames;
  }

  /** Shows the worst handover of a UE; null for none. */
  void show(@Nullable UeDetail shown) {
    UeDetail before = detail;
    int was = number;
    double at = page.getVvalue();
    detail = shown;
    if (shown == null) {
      show(-1);
    } else if (before != null
        && before.summary().sameUe(shown.summary())
        && was >= 0
        && was < shown.handovers().size()) {
      show(was);
      page.setVvalue(at); // more is known of the same UE
    } else {
      show(shown.worst());
    }
  }

  /** Shows the handover with that index. */
  void show(int index) {
    number = index;
    UeDetail now = detail;
    int count = now == null ? 0 : now.handovers().size();
    previous.setDisable(index <= 0);
    next.setDisable(index + 1 >= count);
    if (now == null || index < 0 || index >= count) {
      which.setText("");
      page.setContent(
          Texts.wrapped(
              now == null ? "Select a UE." : "No handover of this UE was captured.",
              "quiet",
              "hint"));
    } else {
      which.setText("Handover " + (index + 1) + " of " + count);
      page.setContent(card(now.card(index)));
    }
    page.setVvalue(0);
  }

  private VBox card(HandoverCard card) {
    var verdict =
        Texts.label(
            ReportTexts.sign(card.tone()) + " " + card.handover().verdict(), "verdict-chip");
    ToneStyle.apply(verdict, card.tone());
    String words = card.words();
    var body =
        new VBox(
            new FlowPane(8, 4, verdict, Texts.label(names.beside(card.places()), "mono")),
            Texts.wrapped(
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".",
                "heading-2"),
            Texts.wrapped(names.beside(PlainText.of(card.handover().explanation()))),
            facts(card.figures()));
    body.getStyleClass().add("handover-card");
    if (!card.costs().isEmpty()) {
      body.getChildren().add(facts(card.costs()));
    }
    List<At> evidence = card.handover().evidence();
    if (!evidence.isEmpty()) {
      body.getChildren().add(FrameLinks.of("Evidence: ", texts, evidence, selector, actions));
    }
    for (Finding finding : card.findings()) {
      body.getChildren().add(finding(finding));
    }
    line(body, "Cause: ", card.cause());
    line(body, "", card.missing());
    line(
        body,
        "Clause: ",
        String.join(", ", card.clauses().stream().map(Clause::toString).toList()));
    body.getChildren().add(Texts.label("What it means, what to do", "heading-3"));
    body.getChildren().add(markdown(card.meaning()));
    card.remedies().forEach(remedy -> body.getChildren().add(markdown(remedy)));
    return body;
  }

  private static MarkdownView markdown(String text) {
    var view = new MarkdownView(text);
    view.getStyleClass().add("inside");
    return view;
  }

  private void line(VBox body, String lead, String text) {
    if (!text.isEmpty()) {
      body.getChildren().add(Texts.wrapped(lead + names.beside(text)));
    }
  }

  private FlowPane facts(List<Fact> facts) {
    var pane = new FlowPane(22, 6);
    for (Fact fact : facts) {
      pane.getChildren()
          .add(
              new VBox(
                  Texts.label(fact.name(), "quiet", "small"),
                  Texts.label(names.beside(fact.value()))));
    }
    return pane;
  }

  private FlowPane finding(Finding finding) {
    var links =
        FrameLinks.of(
            Expert.word(finding.severity()) + " " + finding.rule().id() + ": ",
            texts,
            finding.primary(),
            List.of(),
            selector,
            actions);
    links.getChildren().add(Texts.label(finding.rule().name()));
    return links;
  }
}
