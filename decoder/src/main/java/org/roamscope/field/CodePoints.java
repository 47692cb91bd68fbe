package org.roamscope.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A registry of numbers: name and source of each. Numbers it lacks are values, never errors. */
public final class CodePoints {
  /**
   * One row.
   *
   * @param number the value on the wire
   * @param name as the specification spells it
   * @param clause who defines it
   */
  public record CodePoint(long number, String name, Clause clause) {}

  private final String title;
  private final Map<Long, CodePoint> byNumber;

  private CodePoints(String title, Map<Long, CodePoint> byNumber) {
    this.title = title;
    this.byNumber = byNumber;
  }

  /** Starts a registry. */
  public static Builder of(String title) {
    return new Builder(title);
  }

  /** The registry's name. */
  public String title() {
    return title;
  }

  /** The row, or null when the number is not registered. */
  public @Nullable CodePoint find(long number) {
    return byNumber.get(number);
  }

  /** The name, or {@code Unknown (n)}. */
  public String name(long number) {
    CodePoint known = byNumber.get(number);
    return known == null ? "Unknown (" + number + ")" : known.name();
  }

  /** All rows in the order of their numbers. */
  public List<CodePoint> all() {
    return new ArrayList<>(byNumber.values());
  }

  /** Collects rows. */
  public static final class Builder {
    private final String title;
    private final Map<Long, CodePoint> rows = new TreeMap<>();

    private Builder(String title) {
      this.title = title;
    }

    /** Adds a row; a number given twice is a mistake in the table. */
    public Builder add(long number, String name, Clause clause) {
      if (rows.put(number, new CodePoint(number, name, clause)) != null) {
        throw new IllegalArgumentException(title + ": " + number + " twice");
      }
      return this;
    }

    /** The finished registry. */
    public CodePoints build() {
      return new CodePoints(title, Collections.unmodifiableMap(new TreeMap<>(rows)));
    }
  }
}
