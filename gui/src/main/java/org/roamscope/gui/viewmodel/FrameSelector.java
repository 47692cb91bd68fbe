package org.roamscope.gui.viewmodel;

import org.roamscope.track.At;

/** Leads from a fact in the report to the frame that shows it. */
@FunctionalInterface
public interface FrameSelector {
  /** Selects a frame in the packet list and shows it. */
  void select(At frame);
}
