package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.output.FieldsOptions;
import org.roamscope.decode.output.FieldsOutput;

/**
 * Fields that have become columns of the packet list. A field has one column at most; what it says
 * is what {@code decode -T fields} prints, several values with a comma between.
 */
public final class FieldColumnsViewModel {
  /** Blocks of 256 rows whose texts are kept. */
  private static final int KEPT = 256;

  private final Consumer<String> say;
  private final RowLookup<List<String>> texts;
  private final ObjectProperty<FieldColumns> columns =
      new SimpleObjectProperty<>(this, "columns", FieldColumns.NONE);
  private List<String> fields = List.of();

  /**
   * No columns.
   *
   * @param say told why a field has not become a column
   */
  FieldColumnsViewModel(Executor background, Executor foreground, Consumer<String> say) {
    this.say = say;
    texts = new RowLookup<>(background, foreground, KEPT);
    columns.subscribe(_ -> ask());
  }

  /** The columns. */
  public ObjectProperty<FieldColumns> columns() {
    return columns;
  }

  /** True for the name of a field that can become a column. */
  public static boolean possible(String field) {
    return FieldColumn.of(field, 0).isPresent();
  }

  /**
   * Makes a field a column; one that is a column stays where it is.
   *
   * @param place where it is to stand among all columns
   */
  public void add(String field, int place) {
    FieldColumns now = columns.get();
    Optional<FieldColumn> column = FieldColumn.of(field, place);
    if (now.of(field).isPresent()) {
      say.accept(field + " is a column already.");
    } else if (column.isEmpty()) {
      say.accept("Nothing that can be a column is called " + field + ".");
    } else if (now.all().size() == FieldColumns.MOST) {
      say.accept("There are " + FieldColumns.MOST + " columns of fields; remove one first.");
    } else {
      columns.set(now.with(column.get()));
    }
  }

  /** Takes the column of a field away. */
  public void remove(String field) {
    columns.set(columns.get().without(field));
  }

  /** Puts another title above the column of a field; an empty one stands for the field. */
  public void rename(String field, String title) {
    columns.get().of(field).ifPresent(column -> place(column.named(title)));
  }

  /** Puts the column of a field into another place among all columns. */
  public void move(String field, int place) {
    columns.get().of(field).ifPresent(column -> place(column.at(place)));
  }

  private void place(FieldColumn column) {
    columns.set(columns.get().with(column));
  }

  /** Titles and places are no question to the frames. */
  private void ask() {
    List<String> now = columns.get().all().stream().map(FieldColumn::field).sorted().toList();
    if (now.equals(fields)) {
      return;
    }
    fields = now;
    if (now.isEmpty()) {
      texts.askNothing();
    } else {
      var output = new FieldsOutput(now, FieldsOptions.DEFAULT);
      texts.ask(Set.copyOf(now), frame -> read(output, frame), now.stream().map(_ -> "").toList());
    }
  }

  private static List<String> read(FieldsOutput fields, DecodedFrame frame) {
    var line = new StringBuilder();
    try {
      fields.frame(frame, line);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
    // Tabs inside of values are escaped.
    String[] found = line.substring(0, line.length() - 1).split("\t", -1);
    return Arrays.stream(found).collect(Collectors.toUnmodifiableList());
  }

  void open(@Nullable CaptureSet captures) {
    texts.open(captures);
  }

  /** An audit is there, which knows more of the frames. */
  void haveAudited() {
    if (!fields.isEmpty()) {
      texts.forget();
    }
  }

  /** What a row says in the column of a field; empty, too, while that is not known. */
  public String text(int row, String field) {
    List<String> found = texts.get(row);
    int index = fields.indexOf(field);
    return found == null || index < 0 || index >= found.size() ? "" : found.get(index);
  }

  /** Becomes another number when more rows are known, or others. */
  public ReadOnlyIntegerProperty known() {
    return texts.known();
  }
}
