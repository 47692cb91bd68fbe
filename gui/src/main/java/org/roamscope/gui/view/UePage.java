package org.roamscope.gui.view;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableNumberValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.output.Column;
import org.roamscope.gui.viewmodel.FilterText;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.gui.viewmodel.HostNames;
import org.roamscope.gui.viewmodel.NamedDrawings;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.gui.viewmodel.UeDetail;
import org.roamscope.gui.viewmodel.UeViewModel;
import org.roamscope.report.Report;
import org.roamscope.report.UeSummary;

/** All UEs, and of the chosen one its timeline, its handovers and its ladder. */
final class UePage implements ReportView {
  private static final double LIST_SHARE = 0.49;
  private static final double TIMELINE_SHARE = 0.46;

  private final UeViewModel model;
  private final SplitPane node = new SplitPane();
  private final TextField search = new TextField();
  private final Label counts = Texts.label("", "quiet", "small");
  private final UeTable table;
  private final Label title = Texts.label("", "heading-2");
  private final Label facts = Texts.label("", "quiet");
  private final TimelineView timeline;
  private final HostNames names;
  private final HandoverPane handover;
  private final LadderView ladder;
  private final StatePane state;
  private final TabPane below = new TabPane();

  UePage(
      UeViewModel model,
      HostNames names,
      ObservableBooleanValue dark,
      ObservableNumberValue zoom,
      FilterActions actions) {
    this.model = model;
    this.names = names;
    handover = new HandoverPane(names, actions);
    table = new UeTable(model, names);
    timeline = new TimelineView(dark, zoom);
    ladder = new LadderView(dark, zoom);
    state = new StatePane(model.state(), names);
    node.getItems().setAll(list(), chosen());
    node.setDividerPositions(LIST_SHARE);
    table.getSelectionModel().selectedItemProperty().subscribe(model::choose);
    table.setOnContextMenuRequested(event -> {
      UeSummary ue = table.getSelectionModel().getSelectedItem();
      if (ue != null) {
        actions.offer(
            table,
            event,
            new FilterActions.Target(condition(ue), ue.id(), -1, () -> ticket(ue, actions)),
            actions.only("only-ue", "Show _only its packets", condition(ue)));
      }
    });
    table.getItems().subscribe(this::listed);
    model.detail().subscribe(this::draw);
    names.changes().subscribe(this::name);
  }

  private static String condition(UeSummary ue) {
    return FilterText.of(Column.UE, ue.ue().homeAddress().toString());
  }

  /** Empty while the chosen UE is not there yet. */
  private String ticket(UeSummary ue, FilterActions actions) {
    UeDetail detail = model.detail().get();
    return detail == null || !detail.summary().sameUe(ue) ? "" : actions.copies().ticket(detail);
  }

  private Node list() {
    search.setId("ue-search");
    search.setPromptText("Search: address, identity, verdict");
    search.setAccessibleText("Search UEs by address, identity or verdict");
    search.textProperty().bindBidirectional(model.search());
    search.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
        table.requestFocus();
        event.consume();
      }
    });
    counts.setId("ue-counts");
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox.setMargin(search, new Insets(0, 8, 0, 8));
    VBox.setMargin(counts, new Insets(0, 8, 0, 8));
    var list = new VBox(search, table, counts);
    list.getStyleClass().add("ue-list");
    return list;
  }

  private Node chosen() {
    title.setId("ue-title");
    facts.setId("ue-facts");
    var scroll = new ScrollPane(timeline);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("timeline-scroll");
    below.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    below.setId("ue-tabs");
    below
        .getTabs()
        .addAll(new Tab("Handover", handover), new Tab("Ladder", ladder), new Tab("State", state));
    var parts = new SplitPane(scroll, below);
    parts.setOrientation(Orientation.VERTICAL);
    parts.setDividerPositions(TIMELINE_SHARE);
    var head = new VBox(title, facts);
    head.getStyleClass().add("ue-head");
    var chosen = new BorderPane(parts);
    chosen.setTop(head);
    return chosen;
  }

  private void listed() {
    int all = model.count();
    int shown = model.shown().size();
    counts.setText(shown == all ? all + " in all" : shown + " of " + all);
    // The table clears its selection after its rows have changed.
    Platform.runLater(this::selectFirst);
  }

  private void selectFirst() {
    if (table.getSelectionModel().getSelectedItem() == null && !table.getItems().isEmpty()) {
      table.getSelectionModel().select(Math.max(0, model.placeOfChosen()));
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(Report report, FrameSelector selector) {
    ReportTexts texts = ReportTexts.of(report);
    table.texts(texts);
    table.refresh();
    handover.leads(texts, selector);
    ladder.leads(selector);
    state.leads(texts, selector);
    timeline.leads(selector, this::showHandover);
  }

  /** What stands below the timeline. */
  enum Part {
    /** The card of a handover. */
    HANDOVER(0),
    /** Every message. */
    LADDER(1),
    /** Binding and IKE SAs after a packet. */
    STATE(2);

    private final int tab;

    Part(int tab) {
      this.tab = tab;
    }
  }

  /** Shows a part of the chosen UE. */
  void show(Part part) {
    below.getSelectionModel().select(part.tab);
  }

  /** The timeline as it is drawn now; empty without a UE. */
  Optional<WritableImage> timelinePicture() {
    return model.detail().get() == null
        ? Optional.empty()
        : Optional.of(timeline.snapshot(null, null));
  }

  private void showHandover(int index) {
    show(Part.HANDOVER);
    handover.show(index);
  }

  private void draw(@Nullable UeDetail detail) {
    UeSummary summary = detail == null ? null : detail.summary();
    if (summary != null && !summary.equals(table.getSelectionModel().getSelectedItem())) {
      table.getSelectionModel().select(summary); // back and forward choose without the table
    }
    handover.show(detail);
    name();
  }

  /** Draws what has names in it. */
  private void name() {
    UeDetail detail = model.detail().get();
    title.setText(detail == null ? "" : "UE " + names.beside(detail.summary().id()));
    facts.setText(detail == null ? "" : names.beside(detail.facts()));
    timeline.show(detail == null ? null : NamedDrawings.timeline(detail, names));
    ladder.show(detail == null ? null : NamedDrawings.ladder(detail, names));
  }
}
