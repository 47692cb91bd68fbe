package org.roamscope.gui.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableNumberValue;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.gui.viewmodel.TimeWindow;
import org.roamscope.gui.viewmodel.TimelineLayout;
import org.roamscope.gui.viewmodel.TimelineLayout.Kind;
import org.roamscope.gui.viewmodel.TimelineLayout.Part;
import org.roamscope.report.Timeline;
import org.roamscope.report.TimelineMark;

/**
 * The timeline of a UE. Ctrl and the wheel, or plus, minus and 0 zoom; dragging and the arrows
 * move; Page Up and Page Down go from mark to mark. Where not all lanes of SAs have room, the wheel
 * over them, up and down and the bar beside them show others. A click or Enter leads to the frame,
 * or to the card of a handover.
 */
final class TimelineView extends Region {
  private static final double STEP = 1.25;
  private static final double PAN = 0.1;

  private final Canvas canvas = new Canvas();
  private final ScrollBar lanesBar = new ScrollBar();
  private final Tooltip tooltip = new Tooltip();
  private final ObservableBooleanValue dark;
  private final ObservableNumberValue zoom;
  private @Nullable Timeline timeline;
  private @Nullable TimelineLayout layout;
  private TimeWindow window = TimeWindow.whole(0, 0);
  private List<TimelineMark> stops = List.of();
  private int stop = -1;
  private int firstLane;
  private double dragX;
  private FrameSelector selector = _ -> {};
  private IntConsumer handovers = _ -> {};

  TimelineView(ObservableBooleanValue dark, ObservableNumberValue zoom) {
    this.dark = dark;
    this.zoom = zoom;
    setId("timeline");
    getStyleClass().add("timeline");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    lanesBar.setId("timeline-lanes");
    lanesBar.setOrientation(Orientation.VERTICAL);
    lanesBar.setAccessibleText("Lanes of security associations");
    lanesBar.setUnitIncrement(1);
    lanesBar.valueProperty().subscribe(value -> lanesFrom(value.intValue()));
    getChildren().addAll(canvas, lanesBar);
    widthProperty().subscribe(this::draw);
    focusedProperty().subscribe(this::draw);
    dark.addListener((_, _, _) -> draw());
    zoom.addListener((_, _, _) -> draw());
    setOnScroll(this::scrolled);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseClicked(this::clicked);
    setOnMouseMoved(this::hovered);
    setOnKeyPressed(this::key);
  }

  /** Where clicks lead to. */
  void leads(FrameSelector frames, IntConsumer cards) {
    selector = frames;
    handovers = cards;
  }

  /** Shows all of a timeline; null for none. */
  void show(@Nullable Timeline shown) {
    boolean same = shown != null && timeline != null && timeline.title().equals(shown.title());
    timeline = shown;
    stop = -1;
    firstLane = same ? firstLane : 0;
    if (shown == null) {
      stops = List.of();
      layout = null;
      setAccessibleText("Timeline");
    } else {
      // Of the same UE more is known: what was zoomed into stays in sight.
      window =
          same && !window.isWhole()
              ? new TimeWindow(shown.fromNanos(), shown.untilNanos(), window.from(), window.until())
              : TimeWindow.whole(shown.fromNanos(), shown.untilNanos());
      List<TimelineMark> all = new ArrayList<>(shown.handovers());
      all.addAll(shown.keyManagement());
      all.addAll(shown.findings());
      all.sort(Comparator.comparingLong(TimelineMark::nanos));
      stops = List.copyOf(all);
      setAccessibleText(
          "Timeline of "
              + shown.title()
              + "; handovers: "
              + shown.handovers().size()
              + "; findings: "
              + shown.findings().size()
              + "; Page Down goes to the next mark");
    }
    draw();
  }

  // ---- moving --------------------------------------------------------------------------------

  private void see(TimeWindow next) {
    window = next;
    draw();
  }

  private void lanesFrom(int first) {
    if (first != firstLane) {
      firstLane = first;
      draw();
    }
  }

  /** Goes through the lanes; false when there is none in that direction. */
  private boolean lanesBy(int lanes) {
    TimelineLayout now = layout;
    if (now == null) {
      return false;
    }
    int before = now.lanes().first();
    int most = now.lanes().all() - now.lanes().drawn();
    lanesFrom(Math.clamp((long) before + lanes, 0, most));
    return firstLane != before;
  }

  private void scrolled(ScrollEvent event) {
    TimelineLayout now = layout;
    if (now == null || event.getDeltaY() == 0 && event.getDeltaX() == 0) {
      return;
    }
    if (event.isShortcutDown()) {
      double factor = event.getDeltaY() > 0 ? 1 / STEP : STEP;
      see(window.zoomed(factor, now.share(event.getX())));
      event.consume();
    } else if (event.getDeltaX() != 0) {
      // Shift and the wheel, or a touchpad.
      see(window.moved(-Math.signum(event.getDeltaX()) * PAN));
      event.consume();
    } else if (event.getY() >= now.lanes().top()
        && event.getY() <= now.lanes().bottom()
        && lanesBy(event.getDeltaY() > 0 ? -1 : 1)) {
      event.consume(); // at the last lane the page goes on
    }
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    dragX = event.getX();
  }

  private void dragged(MouseEvent event) {
    TimelineLayout now = layout;
    if (now != null) {
      see(window.moved((dragX - event.getX()) / (now.right() - now.left())));
      dragX = event.getX();
    }
  }

  private void clicked(MouseEvent event) {
    TimelineLayout now = layout;
    if (now != null && event.isStillSincePress()) {
      now.hit(event.getX(), event.getY()).ifPresent(this::go);
    }
  }

  private void go(Part part) {
    if (part.handover() >= 0) {
      handovers.accept(part.handover());
    } else {
      selector.select(part.at());
    }
  }

  private void hovered(MouseEvent event) {
    TimelineLayout now = layout;
    Part part = now == null ? null : now.hit(event.getX(), event.getY()).orElse(null);
    setCursor(part == null ? Cursor.DEFAULT : Cursor.HAND);
    if (part == null) {
      Tooltip.uninstall(this, tooltip);
    } else {
      tooltip.setText(part.detail());
      Tooltip.install(this, tooltip);
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> see(window.zoomed(1 / STEP, 0.5));
      case MINUS, SUBTRACT -> see(window.zoomed(STEP, 0.5));
      case DIGIT0, NUMPAD0 -> see(window.whole());
      case UP -> lanesBy(-1);
      case DOWN -> lanesBy(1);
      case LEFT -> see(window.moved(-PAN));
      case RIGHT -> see(window.moved(PAN));
      case HOME -> see(window.moved(-Double.MAX_VALUE));
      case END -> see(window.moved(Double.MAX_VALUE));
      case PAGE_DOWN -> stop(stop + 1);
      case PAGE_UP -> stop(stop - 1);
      case ENTER -> enter();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void stop(int next) {
    if (next >= 0 && next < stops.size()) {
      stop = next;
      TimelineMark mark = stops.get(next);
      setAccessibleText(mark.label() + ". " + mark.detail());
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
      see(window.showing(mark.nanos()));
    }
  }

  private void enter() {
    Timeline now = timeline;
    if (now == null || stop < 0) {
      return;
    }
    int handover = now.handovers().indexOf(stops.get(stop));
    if (handover >= 0) {
      handovers.accept(handover);
    } else {
      selector.select(stops.get(stop).at());
    }
  }

  // ---- drawing -------------------------------------------------------------------------------

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Timeline shown = timeline;
    if (shown == null || getWidth() <= 0) {
      return;
    }
    double em = Theme.textSize(zoom.intValue());
    TimelineLayout now = TimelineLayout.of(shown, window, firstLane, getWidth(), em);
    layout = now;
    firstLane = now.lanes().first();
    place(now.lanes(), em);
    canvas.setWidth(getWidth());
    canvas.setHeight(now.height());
    setMinHeight(now.height());
    setPrefHeight(now.height());
    DrawingColors colors = DrawingColors.of(dark.get());
    g.setTextBaseline(VPos.CENTER);
    grid(g, now, colors, em);
    now.slopes().forEach(slope -> slope(g, slope, colors, em));
    for (Part part : now.parts()) {
      part(g, part, now, colors, em);
    }
    if (stop >= 0 && isFocused()) {
      double x = now.x(stops.get(stop).nanos());
      g.setStroke(colors.focus());
      g.setLineWidth(2);
      g.strokeLine(x, 0, x, now.bottom());
    }
  }

  private void place(TimelineLayout.Lanes lanes, double em) {
    lanesBar.setVisible(lanes.some());
    lanesBar.setMax(lanes.all() - lanes.drawn());
    lanesBar.setVisibleAmount(lanesBar.getMax() * lanes.drawn() / Math.max(1, lanes.all()));
    lanesBar.setBlockIncrement(Math.max(1, lanes.drawn() - 1));
    lanesBar.setValue(lanes.first());
    lanesBar.resizeRelocate(
        getWidth() - em, lanes.top(), em * 0.9, Math.max(0, lanes.bottom() - lanes.top()));
  }

  private static void grid(GraphicsContext g, TimelineLayout now, DrawingColors colors, double em) {
    g.setLineWidth(1);
    g.setFont(Font.font(em * 0.85));
    g.setTextAlign(TextAlignment.CENTER);
    for (TimelineLayout.Tick tick : now.ticks()) {
      double x = Math.rint(tick.x()) + 0.5;
      g.setStroke(colors.rule());
      g.strokeLine(x, now.top(), x, now.bottom());
      g.setFill(colors.soft());
      g.fillText(tick.label(), x, now.bottom() + em);
    }
    g.setTextAlign(TextAlignment.RIGHT);
    for (TimelineLayout.Name name : now.names()) {
      g.setFill(colors.soft());
      g.fillText(name.text(), now.left() - em * 0.8, name.middle());
    }
    g.setTextAlign(TextAlignment.LEFT);
    if (now.lanes().some()) {
      g.fillText(
          now.lanes().words() + ": the wheel, up and down show others",
          now.left(),
          now.lanes().bottom() + em * 0.7);
    }
  }

  /** What is left of a lifetime, down to nothing. */
  private static void slope(
      GraphicsContext g, TimelineLayout.Slope slope, DrawingColors colors, double em) {
    double high = slope.base() - slope.high();
    double low = slope.base() - slope.low();
    g.setFill(colors.binding().wash());
    g.fillPolygon(
        new double[] {slope.left(), slope.left(), slope.right(), slope.right()},
        new double[] {slope.base(), high, low, slope.base()},
        4);
    g.setStroke(colors.binding().line());
    g.setLineWidth(1.5);
    g.strokePolyline(
        new double[] {slope.left(), slope.left(), slope.right()},
        new double[] {slope.base(), high, low},
        3);
    if (!slope.label().isEmpty()) {
      g.setFill(colors.ink());
      g.setFont(Font.font(em * 0.85));
      g.fillText(slope.label(), slope.left() + 3, high - em * 0.55);
    }
  }

  private static void part(
      GraphicsContext g, Part part, TimelineLayout now, DrawingColors colors, double em) {
    if (part.kind() == Kind.BINDING) {
      return; // its slope is drawn
    }
    DrawingColors.Pair pair =
        switch (part.kind()) {
          case ATTACHMENT, NAT, BINDING -> colors.binding();
          case IKE_SA -> colors.ike();
          case CHILD_SA -> new DrawingColors.Pair(colors.ike().line(), colors.paper());
          case SPI -> new DrawingColors.Pair(colors.soft(), colors.paper());
          case HANDOVER, KEY_MANAGEMENT, FINDING -> colors.of(part.tone());
        };
    if (part.kind() == Kind.HANDOVER) {
      double x = Math.rint(now.x(part.at().timeNanos())) + 0.5;
      g.setStroke(pair.line());
      g.setLineWidth(1);
      g.setLineDashes(5, 3);
      g.strokeLine(x, part.y() + part.height(), x, now.bottom());
      g.setLineDashes();
    }
    if (part.label().isEmpty() && part.width() <= 4) {
      g.setFill(pair.line());
      g.fillRect(part.x(), part.y(), part.width(), part.height());
      return;
    }
    g.setFill(pair.wash());
    g.fillRoundRect(part.x(), part.y(), part.width(), part.height(), 5, 5);
    g.setStroke(pair.line());
    g.setLineWidth(1);
    g.strokeRoundRect(part.x(), part.y(), part.width(), part.height(), 5, 5);
    if (!part.label().isEmpty()) {
      g.setFont(Font.font(null, FontWeight.BOLD, em * 0.85));
      g.setFill(pair.line());
      g.fillText(part.label(), part.x() + em * 0.4, part.y() + part.height() / 2);
    }
  }
}
