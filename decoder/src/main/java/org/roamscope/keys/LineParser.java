package org.roamscope.keys;

/** Reads a text format line by line; never throws for any text. */
interface LineParser {
  /** Takes the next line, without its end. */
  void line(int number, String text);

  /** There are no more lines. */
  void end();
}
