package org.roamscope.keys;

/**
 * A line that gives no keys, or a file that cannot be read. Never holds anything of what the line
 * says: a key in the wrong column is a key.
 *
 * @param file name of the file as it was given
 * @param line line from 1; 0 for the whole file
 * @param column character from 1; 0 for the whole line
 * @param text what is wrong
 */
public record KeyProblem(String file, int line, int column, String text) {
  /** {@code file:line:column: what is wrong}. */
  @Override
  public String toString() {
    return Place.text(file, line, column) + ": " + text;
  }
}
