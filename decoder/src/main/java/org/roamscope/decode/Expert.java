package org.roamscope.decode;

import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

/** Wireshark's expert information: how a problem ranks and what group it belongs to. */
public enum Expert {
  /** A checksum does not fit. */
  CHECKSUM(Severity.ERROR, Group.CHECKSUM),
  /** Lengths contradict each other. */
  MALFORMED(Severity.ERROR, Group.MALFORMED),
  /** Forbidden values, order and multiplicity. */
  PROTOCOL(Severity.WARNING, Group.PROTOCOL),
  /** Reserved bits are set. */
  RESERVED(Severity.NOTE, Group.PROTOCOL),
  /** The capture kept too little. */
  CUT(Severity.NOTE, Group.UNDECODED),
  /** A limit of this program. */
  LIMIT(Severity.WARNING, Group.UNDECODED);

  /** Severities with Wireshark's numbers. */
  enum Severity {
    NOTE("Note", 0x400000),
    WARNING("Warning", 0x600000),
    ERROR("Error", 0x800000);

    private final String label;
    private final long number;

    Severity(String label, long number) {
      this.label = label;
      this.number = number;
    }
  }

  /** Groups with Wireshark's numbers. */
  enum Group {
    CHECKSUM("Checksum", 0x1000000),
    UNDECODED("Undecoded", 0x5000000),
    MALFORMED("Malformed", 0x7000000),
    PROTOCOL("Protocol", 0x9000000);

    private final String label;
    private final long number;

    Group(String label, long number) {
      this.label = label;
      this.number = number;
    }
  }

  private static final Clause WIRESHARK = new Clause("Wireshark User's Guide", "7.4");

  /** Names of severities. */
  static final CodePoints SEVERITIES = severities();

  /** Names of groups. */
  static final CodePoints GROUPS = groups();

  private final Severity severity;
  private final Group group;

  Expert(Severity severity, Group group) {
    this.severity = severity;
    this.group = group;
  }

  /** How a problem ranks. */
  public static Expert of(Problem problem) {
    return of(problem.kind());
  }

  private static Expert of(ProblemKind kind) {
    return switch (kind) {
      case CHECKSUM -> CHECKSUM;
      case LENGTH -> MALFORMED;
      case VALUE, ORDER, DUPLICATE -> PROTOCOL;
      case RESERVED -> RESERVED;
      case CUT_BY_CAPTURE -> CUT;
      case LIMIT -> LIMIT;
    };
  }

  /** Wireshark's number of the severity. */
  public long severity() {
    return severity.number;
  }

  /** Wireshark's number of the group. */
  public long group() {
    return group.number;
  }

  /** For people, for example {@code Error/Checksum}. */
  public String label() {
    return severity.label + "/" + group.label;
  }

  private static CodePoints severities() {
    CodePoints.Builder points =
        CodePoints.of("Expert severity")
            .add(0x100000, "Comment", WIRESHARK)
            .add(0x200000, "Chat", WIRESHARK);
    for (Severity known : Severity.values()) {
      points.add(known.number, known.label, WIRESHARK);
    }
    return points.build();
  }

  private static CodePoints groups() {
    CodePoints.Builder points = CodePoints.of("Expert group");
    for (Group known : Group.values()) {
      points.add(known.number, known.label, WIRESHARK);
    }
    return points.build();
  }
}
