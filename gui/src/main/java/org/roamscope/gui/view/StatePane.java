package org.roamscope.gui.view;

import java.util.Comparator;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.gui.viewmodel.HostNames;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.gui.viewmodel.StateTexts;
import org.roamscope.gui.viewmodel.StateViewModel;
import org.roamscope.report.HandoverCard.Fact;
import org.roamscope.report.UeState;

/**
 * Binding and IKE SAs of a UE once a packet has passed. The slider goes from message to message;
 * the packet selected in the list moves it too.
 */
final class StatePane extends BorderPane {
  private final StateViewModel model;
  private final HostNames names;
  private final Slider slider = new Slider();
  private final Label title = Texts.label("", "heading-3");
  private final FlowPane facts = new FlowPane(22, 6);
  private final Label pending = Texts.wrapped("");
  private final Label rest = Texts.wrapped("", "quiet", "small");
  private final ReportTable<UeState.Sa> table =
      new ReportTable<>("state-sas", "No IKE SA stands after this packet");
  private ReportTexts texts = ReportTexts.NONE;
  private FrameSelector selector = _ -> {};
  private boolean following;

  StatePane(StateViewModel model, HostNames names) {
    this.model = model;
    this.names = names;
    table.named(names);
    names.changes().subscribe(_ -> draw(model.shown().get()));
    setId("state");
    getStyleClass().add("state");
    title.setId("state-title");
    facts.setId("state-facts");
    rest.setId("state-rest");
    pending.setId("state-pending");
    pending.managedProperty().bind(pending.textProperty().isNotEmpty());
    columns();
    setTop(new VBox(8, bar(), title, facts, pending));
    setCenter(table);
    setBottom(rest);
    model.position().subscribe(this::move);
    model.shown().subscribe(this::draw);
  }

  private void columns() {
    table.setAccessibleText("IKE SAs that stand after this packet");
    table.go(sa -> selector.select(sa.ends().at()));
    table
        .column("SA", 40, UeState.Sa::name, Comparator.comparing(sa -> sa.sa().first()))
        .column("State", 92, sa -> sa.state().json(), Comparator.comparing(UeState.Sa::state))
        .column("Used", 140, sa -> sa.where().words(), Comparator.comparing(UeState.Sa::where))
        .column(
            "Initiator",
            210,
            sa -> ReportTexts.place(sa.ends().initiator(), sa.ends().initiatorPort()))
        .column(
            "Responder",
            210,
            sa -> ReportTexts.place(sa.ends().responder(), sa.ends().responderPort()))
        .column(
            "Since packet",
            96,
            sa -> texts.number(sa.ends().at()),
            Comparator.comparing(sa -> sa.ends().at(), ReportTexts.BY_NUMBER))
        .column("SPIs", 280, sa -> Hex.spi64(sa.sa().initiatorSpi()) + " " + responderSpi(sa))
        .column("CHILD SAs made in it", 300, sa -> String.join("; ", sa.children()));
  }

  private static String responderSpi(UeState.Sa sa) {
    return sa.sa().responderSpi() == 0 ? "" : Hex.spi64(sa.sa().responderSpi());
  }

  private HBox bar() {
    slider.setId("state-slider");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setAccessibleText("Message of this UE after which its state is shown");
    slider
        .valueProperty()
        .addListener((_, _, value) -> {
          if (!following) {
            model.go((int) Math.round(value.doubleValue()));
          }
        });
    HBox.setHgrow(slider, Priority.ALWAYS);
    var bar =
        new HBox(
            6,
            button("state-back", "◀", "Message before", () -> model.step(-1)),
            slider,
            button("state-on", "▶", "Next message", () -> model.step(1)),
            button("state-packet", "Go to packet", "Shows this packet in the list", this::go));
    bar.getStyleClass().add("state-bar");
    return bar;
  }

  private static Button button(String id, String sign, String says, Runnable action) {
    var button = new Button(sign);
    button.setId(id);
    button.setAccessibleText(says);
    button.setTooltip(new Tooltip(says));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void go() {
    var shown = model.shown().get();
    if (shown != null) {
      selector.select(shown.state().at());
    }
  }

  /** How numbers are told, and where rows lead to. */
  void leads(ReportTexts told, FrameSelector frames) {
    texts = told;
    selector = frames;
  }

  private void move(Number position) {
    following = true;
    slider.setMax(Math.max(1, model.messages() - 1));
    slider.setDisable(model.messages() < 2);
    slider.setValue(Math.max(0, position.intValue()));
    following = false;
  }

  private void draw(StateViewModel.@Nullable Shown shown) {
    facts.getChildren().clear();
    if (shown == null) {
      title.setText("");
      pending.setText("");
      rest.setText("");
      table.getItems().clear();
      return;
    }
    UeState state = shown.state();
    title.setText(StateTexts.title(state, texts));
    for (Fact fact : StateTexts.binding(state, texts)) {
      facts
          .getChildren()
          .add(
              new VBox(
                  Texts.label(fact.name(), "quiet", "small"),
                  Texts.label(names.beside(fact.value()))));
    }
    pending.setText(names.beside(StateTexts.pending(state, texts)));
    rest.setText(names.beside(StateTexts.rest(shown)));
    table.getItems().setAll(state.ikeSas());
    slider.setAccessibleHelp(title.getText());
    slider.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
  }
}
