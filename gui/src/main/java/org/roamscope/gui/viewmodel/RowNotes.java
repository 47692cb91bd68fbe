package org.roamscope.gui.viewmodel;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Severity;
import org.roamscope.decode.FrameNote;
import org.roamscope.decode.output.Column;
import org.roamscope.field.PlainText;
import org.roamscope.field.TimeText;

/** Cells that only the audit can fill. */
final class RowNotes {
  private static final int MICROSECONDS = 6;

  private RowNotes() {}

  static String text(FrameNote note, Column column) {
    return switch (column) {
      case RESPONSE -> {
        Long nanos = note.responseNanos();
        yield nanos == null ? "" : TimeText.seconds(nanos, MICROSECONDS);
      }
      case UE -> {
        String ue = note.ue();
        yield ue == null ? "" : PlainText.of(ue);
      }
      case FINDING ->
          note.findings().stream()
              .map(finding -> finding.rule().id())
              .collect(Collectors.joining(","));
      case NO, TIME, SOURCE, DESTINATION, PROTOCOL, LENGTH, INFO, HOA, COA, K -> "";
    };
  }

  /** The worst of what was found in the frame. */
  static Optional<Severity> severity(FrameNote note) {
    return note.findings().stream().map(Finding::severity).min(Comparator.naturalOrder());
  }
}
