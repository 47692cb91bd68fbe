package org.roamscope.gui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Octets as hexadecimal digits and as ASCII, sixteen a row; one can be picked. */
final class BytesPane extends ListView<Integer> {
  private static final int ROW = 16;
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final PseudoClass CARET = PseudoClass.getPseudoClass("caret");

  private final byte[] data;
  private final IntConsumer pick;
  private int from;
  private int to;
  private int caret = -1;

  /**
   * A pane.
   *
   * @param data what to show
   * @param pick told the octet that was picked
   */
  BytesPane(byte[] data, IntConsumer pick) {
    this.data = data;
    this.pick = pick;
    getStyleClass().add("bytes");
    setItems(FXCollections.observableArrayList(rows(data.length)));
    setCellFactory(_ -> new Row());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty().subscribe(_ -> refresh());
    describe();
  }

  private static List<Integer> rows(int length) {
    return IntStream.range(0, (length + ROW - 1) / ROW).boxed().toList();
  }

  /** Marks octets and brings the first one into view; none when both are equal. */
  void mark(int first, int end) {
    from = first;
    to = end;
    if (first < end) {
      caret = first;
      scrollTo(Math.max(0, first / ROW - 1));
    }
    describe();
    refresh();
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || data.length == 0) {
      return;
    }
    int step =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -ROW;
          case DOWN -> ROW;
          case PAGE_UP -> -ROW * 8;
          case PAGE_DOWN -> ROW * 8;
          case HOME -> -data.length;
          case END -> data.length;
          default -> 0;
        };
    if (step != 0) {
      int next = Math.clamp((long) Math.max(caret, 0) + step, 0, data.length - 1);
      pick(next);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && caret >= 0) {
      pick(caret);
      event.consume();
    }
  }

  private void pick(int octet) {
    caret = octet;
    pick.accept(octet);
    caret = octet;
    scrollTo(Math.max(0, octet / ROW - 1));
    describe();
    refresh();
  }

  private void describe() {
    String place =
        from < to ? String.format(Locale.ROOT, ", octets %d to %d are marked", from, to - 1) : "";
    String at =
        caret >= 0 && caret < data.length
            ? String.format(Locale.ROOT, ", octet %d is %02x", caret, data[caret] & 0xff)
            : "";
    setAccessibleText("Octets: " + data.length + place + at);
  }

  private final class Row extends ListCell<Integer> {
    private final Label offset = label("offset");
    private final List<Label> digits = new ArrayList<>();
    private final List<Label> letters = new ArrayList<>();
    private final HBox line = new HBox(offset);

    Row() {
      for (int i = 0; i < ROW; i++) {
        digits.add(octet(i, i == ROW / 2 ? "digits-middle" : "digits"));
      }
      line.getChildren().addAll(digits);
      line.getChildren().add(label("gap"));
      for (int i = 0; i < ROW; i++) {
        letters.add(octet(i, "letter"));
      }
      line.getChildren().addAll(letters);
      line.getStyleClass().add("line");
    }

    private Label octet(int column, String style) {
      Label label = label(style);
      label.setOnMousePressed(event -> {
        Integer row = getItem();
        if (event.getButton() == MouseButton.PRIMARY
            && row != null
            && row * ROW + column < data.length) {
          BytesPane.this.requestFocus();
          pick(row * ROW + column);
          event.consume();
        }
      });
      return label;
    }

    private static Label label(String style) {
      var label = new Label();
      label.getStyleClass().setAll("label", style);
      label.setMinWidth(USE_PREF_SIZE);
      return label;
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      int start = row * ROW;
      offset.setText(String.format(Locale.ROOT, "%04x", start));
      for (int i = 0; i < ROW; i++) {
        int at = start + i;
        boolean there = at < data.length;
        int octet = there ? data[at] & 0xff : 0;
        digits.get(i).setText(there ? String.format(Locale.ROOT, "%02x", octet) : "  ");
        letters
            .get(i)
            .setText(!there ? " " : octet >= ' ' && octet <= '~' ? "" + (char) octet : "·");
        style(digits.get(i), there, at);
        style(letters.get(i), there, at);
      }
      setGraphic(line);
    }

    private void style(Label label, boolean there, int at) {
      label.pseudoClassStateChanged(MARKED, there && at >= from && at < to);
      label.pseudoClassStateChanged(CARET, there && at == caret && BytesPane.this.isFocused());
    }
  }
}
