package org.roamscope.decode.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.FieldSource.Occurrence;

/** The last lines of the tree: what the correlation knows of the frame. */
final class RoamscopeBlock {
  private static final List<String> ADDRESSES =
      List.of("roam.hoa", "roam.hoa_v4", "roam.coa", "roam.coa_v4", "roam.moved");
  private static final List<String> EXCHANGE =
      List.of(
          "roam.ike_sa",
          "roam.response_in",
          "roam.response_to",
          "roam.time",
          "roam.retransmission_of");

  private final DecodedFrame frame;
  private final List<DetailNode> lines = new ArrayList<>();

  private RoamscopeBlock(DecodedFrame frame) {
    this.frame = frame;
  }

  /** The block, or null when nothing is known. */
  static @Nullable DetailNode of(DecodedFrame frame) {
    RoamscopeBlock block = new RoamscopeBlock(frame);
    block.all("roam.ue");
    ADDRESSES.forEach(block::all);
    EXCHANGE.forEach(block::all);
    block.all("roam.k_verdict");
    block.all("roam.cause");
    block.findings();
    return block.lines.isEmpty() ? null : FrameBlock.group(frame, "Roamscope", block.lines);
  }

  private void all(String name) {
    frame.occurrences(name).forEach(it -> lines.add(line(it, List.of())));
  }

  private void findings() {
    List<Occurrence> ids = frame.occurrences("roam.finding");
    List<List<Occurrence>> more =
        List.of(
            frame.occurrences("roam.finding.name"),
            frame.occurrences("roam.finding.severity"),
            frame.occurrences("roam.finding.message"));
    for (int i = 0; i < ids.size(); i++) {
      List<DetailNode> below = new ArrayList<>();
      for (List<Occurrence> values : more) {
        if (i < values.size()) {
          below.add(line(values.get(i), List.of()));
        }
      }
      lines.add(line(ids.get(i), below));
    }
  }

  private DetailNode line(Occurrence it, List<DetailNode> below) {
    String value = it.info().plain(it.value());
    return FrameBlock.derived(
        frame,
        it,
        switch (it.info().type()) {
          case BOOLEAN -> value.equals("1") ? "True" : "False";
          case RELATIVE_TIME -> value + " seconds";
          default -> value;
        },
        below);
  }
}
