package org.roamscope.gui.view;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.SampleCapture;

/** What an empty window says: what this is, how to begin, samples to look at. */
final class WelcomePane extends ScrollPane {
  private final Button open;
  private final VBox recent = new VBox();
  private final MainViewModel model;

  WelcomePane(MainViewModel model, Runnable openAction) {
    this.model = model;
    var head =
        new VBox(
            Texts.wrapped("Roamscope", Styles.TITLE_1),
            Texts.wrapped("When this phone moved, did its keys move with it?", "question"),
            Texts.wrapped(
                "Roamscope reads captures of Mobile IPv6, DSMIPv6 and IKE signalling, follows every"
                    + " phone through each handover, and tells, with the frames and the clause that"
                    + " prove it, whether its keys moved along."));
    head.getStyleClass().add("head");

    open = new Button("Open captures…");
    open.getStyleClass().add(Styles.ACCENT);
    open.setId("welcome-open");
    open.setOnAction(_ -> openAction.run());
    var begin =
        new VBox(
            open,
            Texts.wrapped("or drop files here. Several files become one analysis.", "quiet"),
            recent);
    begin.getStyleClass().add("panel");
    recent.setId("recent");
    fill(model.recent());
    model.recent().addListener((ListChangeListener<Path>) _ -> fill(model.recent()));

    var live = new InterfacesPane(model, () -> {});
    live.getStyleClass().add("panel");
    model.page().subscribe(page -> live.look(page == MainViewModel.Page.WELCOME));
    var column =
        new VBox(
            head,
            begin,
            Texts.label("Capture", Styles.TITLE_4),
            live,
            Texts.label("Samples", Styles.TITLE_4),
            gallery());
    column.getStyleClass().add("column");
    var page = new StackPane(column);
    page.getStyleClass().add("page");
    StackPane.setAlignment(column, Pos.TOP_CENTER);
    setContent(page);
    setId("welcome");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("welcome");
  }

  /** Puts the focus on what a newcomer most likely does next. */
  void focusFirst() {
    open.requestFocus();
  }

  private void fill(ObservableList<Path> files) {
    recent.getChildren().clear();
    if (files.isEmpty()) {
      return;
    }
    recent.getChildren().add(Texts.label("Recent", Styles.TITLE_4));
    for (Path file : files) {
      var link = new Hyperlink(PlainText.of(file.toString()));
      link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      link.setMaxWidth(Double.MAX_VALUE);
      link.setOnAction(_ -> model.open(List.of(file)));
      recent.getChildren().add(link);
    }
  }

  private FlowPane gallery() {
    var pane = new FlowPane();
    pane.setId("gallery");
    pane.getStyleClass().add("gallery");
    for (SampleCapture sample : SampleCapture.gallery()) {
      var title = Texts.wrapped(sample.title());
      String answers = "You should see " + String.join(", ", sample.answers());
      var card =
          new Button(
              null,
              new VBox(
                  title,
                  Texts.wrapped(answers, "quiet", "small"),
                  Texts.label(sample.name(), "quiet", "small")));
      card.setId("sample-" + sample.name());
      card.getStyleClass().add("sample");
      card.setAccessibleText("Sample: " + sample.title() + ". " + answers);
      card.setOnAction(_ -> model.open(sample));
      pane.getChildren().add(card);
    }
    return pane;
  }
}
