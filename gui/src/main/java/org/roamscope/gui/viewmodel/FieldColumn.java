package org.roamscope.gui.viewmodel;

import java.util.List;
import java.util.Optional;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.output.FieldsOutput;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.PlainText;

/**
 * A column of the packet list that shows a field.
 *
 * @param field its filter name
 * @param place where it stands among all columns, from 0
 * @param title what stands above it
 */
public record FieldColumn(String field, int place, String title) {
  private static final int LONGEST_TITLE = 60;

  /** Puts the title on one line; without one the field stands there. */
  public FieldColumn {
    String line = PlainText.of(title.replace(';', ',').strip());
    line = line.substring(0, Math.min(LONGEST_TITLE, line.length())).strip();
    title = line.isEmpty() ? field : line;
    place = Math.max(0, place);
  }

  /** A column for a field, under the name that the field has for people; empty when it is none. */
  static Optional<FieldColumn> of(String field, int place) {
    FieldCatalog.Entry entry = DecodeCatalog.fields().find(field);
    return entry == null || !FieldsOutput.unknown(List.of(field)).isEmpty()
        ? Optional.empty()
        : Optional.of(new FieldColumn(field, place, entry.info().label()));
  }

  FieldColumn at(int other) {
    return new FieldColumn(field, other, title);
  }

  FieldColumn named(String other) {
    return new FieldColumn(field, place, other);
  }
}
