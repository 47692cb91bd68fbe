package org.roamscope.cli;

import java.nio.file.Path;

/**
 * Something in a configuration or baseline file is wrong. The message says where and what to do.
 */
final class ConfigException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * A fault in a file.
   *
   * @param line from 1; 0 when it is in no line
   */
  ConfigException(Path file, int line, String message) {
    super(file + (line > 0 ? ":" + line : "") + ": " + message);
  }
}
