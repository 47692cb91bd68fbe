package org.roamscope.gui.view;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import org.roamscope.audit.Evidence;
import org.roamscope.gui.viewmodel.CopyTexts;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.track.At;

/** Frames as links into the packet list. */
final class FrameLinks {
  private static final int SHOWN = 24;

  private FrameLinks() {}

  /** Links to the frames of a finding. */
  static FlowPane of(
      String lead,
      ReportTexts texts,
      Evidence primary,
      List<Evidence> related,
      FrameSelector selector,
      FilterActions actions) {
    Set<At> frames = new LinkedHashSet<>();
    frames.add(primary.at());
    related.forEach(evidence -> frames.add(evidence.at()));
    return of(lead, texts, List.copyOf(frames), selector, actions);
  }

  /** Links to frames. */
  static FlowPane of(
      String lead,
      ReportTexts texts,
      List<At> frames,
      FrameSelector selector,
      FilterActions actions) {
    var pane = new FlowPane();
    pane.getStyleClass().add("frame-links");
    pane.getChildren().add(Texts.label(lead, "quiet"));
    for (At at : frames.subList(0, Math.min(SHOWN, frames.size()))) {
      var link = new Hyperlink("packet " + texts.number(at));
      link.setOnAction(_ -> selector.select(at));
      link.setOnContextMenuRequested(event ->
          actions.offer(
              link,
              event,
              actions.ofFrame(at, texts.number(at)),
              FilterActions.item("go-to-packet", "_Go to packet", () -> selector.select(at)),
              actions.only("only-evidence", "Show _only these packets", CopyTexts.frames(frames))));
      pane.getChildren().add(link);
    }
    if (frames.size() > SHOWN) {
      pane.getChildren().add(Texts.label("and " + (frames.size() - SHOWN) + " more", "quiet"));
    }
    return pane;
  }
}
