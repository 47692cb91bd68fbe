package org.roamscope.keys;

import java.util.ArrayList;
import java.util.List;

/** What the parsers of one file find. */
final class RingBuilder {
  /** Problems and warnings that are listed of one file; a file of something else has one a line. */
  private static final int LISTED = 200;

  final String file;
  private final List<IkeV2Keys> ikeV2 = new ArrayList<>();
  private final List<IkeV1Keys> ikeV1 = new ArrayList<>();
  private final List<IpsecKeys> esp = new ArrayList<>();
  private final List<KeyProblem> problems = new ArrayList<>();
  private final List<KeyWarning> warnings = new ArrayList<>();

  RingBuilder(String file) {
    this.file = file;
  }

  KeyOrigin origin(int line) {
    return new KeyOrigin(file, line);
  }

  void add(IkeV2Keys keys) {
    ikeV2.add(keys);
  }

  void add(IkeV1Keys keys) {
    ikeV1.add(keys);
  }

  void add(IpsecKeys keys) {
    esp.add(keys);
  }

  void problem(int line, int column, String text) {
    if (problems.size() < LISTED) {
      problems.add(new KeyProblem(file, line, column, text));
    } else if (problems.size() == LISTED) {
      problems.add(new KeyProblem(file, line, 0, "from here on, problems are not listed"));
    }
  }

  void warning(int line, int column, String text) {
    if (warnings.size() < LISTED) {
      warnings.add(new KeyWarning(file, line, column, text));
    } else if (warnings.size() == LISTED) {
      warnings.add(new KeyWarning(file, line, 0, "from here on, warnings are not listed"));
    }
  }

  KeyRing ring() {
    return new KeyRing(ikeV2, ikeV1, esp, problems, warnings);
  }
}
