package org.roamscope.samples;

/** A page that cannot be understood; the message names file and line. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ScenarioException(String file, int line, String what) {
    super(file + ":" + line + ": " + what);
  }
}
