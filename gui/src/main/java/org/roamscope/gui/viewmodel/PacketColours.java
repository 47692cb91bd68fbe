package org.roamscope.gui.viewmodel;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which colour rule a row has; what was found is kept for the last million rows. All methods belong
 * to the thread of {@code foreground}.
 */
final class PacketColours {
  /** Not known yet; {@link #known()} changes when it is. */
  static final int PENDING = -2;

  private static final int KEPT = 4096;

  private final RowLookup<Integer> rules;
  private ColourMatcher matcher = new ColourMatcher(List.of());

  PacketColours(Executor background, Executor foreground) {
    rules = new RowLookup<>(background, foreground, KEPT);
  }

  /** Rows are those of these captures from now on; of none when null. */
  void open(@Nullable CaptureSet opened) {
    rules.open(opened);
  }

  /** Rules are these from now on. */
  void use(ColourMatcher by) {
    matcher = by;
    if (by.isEmpty()) {
      rules.askNothing();
    } else {
      rules.ask(by.fields(), by::first, ColourMatcher.NONE);
    }
  }

  /** An audit is there, which knows more of the frames. */
  void haveAudited() {
    if (matcher.needsAudit()) {
      rules.forget();
    }
  }

  /**
   * The rule of a row, from 0; {@link ColourMatcher#NONE} for none, {@link #PENDING} for not yet.
   */
  int rule(int row) {
    if (!rules.asks()) {
      return ColourMatcher.NONE;
    }
    Integer found = rules.get(row);
    return found == null ? PENDING : found;
  }

  /** Becomes another number when more rows are known, or others. */
  ReadOnlyIntegerProperty known() {
    return rules.known();
  }
}
