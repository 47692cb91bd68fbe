package org.roamscope.report;

/** stub for the moment. */
public final class TextReport {
  public record Terminal(int columns, boolean colour) {}

  public static String text(Report report, Terminal terminal) {
    return "text\n";
  }
}
