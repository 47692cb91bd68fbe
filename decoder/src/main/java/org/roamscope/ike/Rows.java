package org.roamscope.ike;

import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;

/** Rows as text, one a line, number first: the tables stay readable. */
final class Rows {
  private final CodePoints.Builder builder;

  Rows(String title) {
    builder = CodePoints.of(title);
  }

  Rows add(Clause clause, String lines) {
    lines
        .lines()
        .forEach(line -> {
          int space = line.indexOf(' ');
          builder.add(Long.parseLong(line.substring(0, space)), line.substring(space + 1), clause);
        });
    return this;
  }

  CodePoints build() {
    return builder.build();
  }
}
