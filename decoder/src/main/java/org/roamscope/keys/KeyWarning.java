package org.roamscope.keys;

/**
 * Something to know about keys that were read all the same. Holds nothing of what the line says.
 *
 * @param file name of the file as it was given
 * @param line line from 1; 0 for the whole file
 * @param column character from 1; 0 for the whole line
 * @param text what to know
 */
public record KeyWarning(String file, int line, int column, String text) {
  /** {@code file:line:column: what to know}. */
  @Override
  public String toString() {
    return Place.text(file, line, column) + ": " + text;
  }
}
