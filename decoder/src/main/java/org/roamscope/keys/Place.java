package org.roamscope.keys;

/** Places in files as compilers write them. */
final class Place {
  private Place() {}

  static String text(String file, int line, int column) {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
