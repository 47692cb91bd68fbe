package org.roamscope.cli;

/** Exit codes of every command: a contract. */
final class ExitCode {
  /** Nothing to complain about. */
  static final int CLEAN = 0;

  /** Findings at or above {@code --fail-on}. */
  static final int FINDINGS = 1;

  /** Usage, configuration or key file. */
  static final int USAGE = 2;

  /**
   * An input that cannot be read, is cut short, damaged or no capture; a state limit was hit; or
   * memory ran out.
   */
  static final int INPUT = 3;

  /** Output could not be written. */
  static final int OUTPUT = 4;

  /** Who reads standard output went away, for example {@code | head}: said by nothing else. */
  static final int READER_GONE = 141;

  private ExitCode() {}
}
