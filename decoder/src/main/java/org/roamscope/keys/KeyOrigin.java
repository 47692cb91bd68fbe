package org.roamscope.keys;

/**
 * Where a key was found.
 *
 * @param file name of the file as it was given
 * @param line line from 1; 0 when it has none
 */
public record KeyOrigin(String file, int line) {
  /** {@code file:line}. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
