package org.roamscope.gui.view;

import javafx.scene.Node;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.report.Report;

/** A page beside the packets that draws the report. */
public interface ReportView {
  /** What is put into the page; always the same node. */
  Node node();

  /**
   * Draws a report in place of the one before. While there is none the page is out of reach.
   *
   * @param report what to draw
   * @param selector leads from what is drawn to the packet list
   */
  void show(Report report, FrameSelector selector);
}
