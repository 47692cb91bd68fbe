package org.roamscope.gui.viewmodel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roamscope.report.Ladder;
import org.roamscope.report.LadderColumn;
import org.roamscope.report.LadderRow;
import org.roamscope.report.Timeline;
import org.roamscope.report.TimelineLane;
import org.roamscope.report.TimelineMark;

/**
 * The drawings of a UE with names: beside the short name of a place where there is little room,
 * beside the address in everything that is told in words.
 */
public final class NamedDrawings {
  private final HostNames names;

  /** Places by their short names: {@code CoA1} becomes {@code CoA1 alice}. */
  private final Map<String, String> places = new HashMap<>();

  private NamedDrawings(Ladder ladder, HostNames names) {
    this.names = names;
    for (LadderColumn column : ladder.columns()) {
      if (column.addresses().size() == 1) {
        String address = column.addresses().getFirst();
        String name = names.replaced(address);
        if (!name.equals(address)) {
          places.put(column.name(), column.name() + " " + name);
        }
      }
    }
  }

  /** The ladder of a UE with names. */
  public static Ladder ladder(UeDetail ue, HostNames names) {
    Ladder ladder = ue.ladder();
    return names.isEmpty() ? ladder : new NamedDrawings(ladder, names).named(ladder);
  }

  /** The timeline of a UE with names. */
  public static Timeline timeline(UeDetail ue, HostNames names) {
    Timeline timeline = ue.timeline();
    return names.isEmpty() ? timeline : new NamedDrawings(ue.ladder(), names).named(timeline);
  }

  private String place(String name) {
    return places.getOrDefault(name, name);
  }

  private Ladder named(Ladder ladder) {
    return new Ladder(
        ladder.ue(),
        names.beside(ladder.title()),
        ladder.columns().stream()
            .map(
                column -> new LadderColumn(column.kind(), place(column.name()), column.addresses()))
            .toList(),
        ladder.rows().stream().map(this::named).toList(),
        ladder.bands(),
        ladder.legend().stream().map(names::beside).toList(),
        ladder.frames());
  }

  private LadderRow named(LadderRow row) {
    return switch (row) {
      case LadderRow.Arrow arrow ->
          new LadderRow.Arrow(
              arrow.at(),
              arrow.kind(),
              arrow.from(),
              arrow.to(),
              arrow.via(),
              arrow.label(),
              names.beside(arrow.detail()),
              arrow.marks());
      case LadderRow.Remark remark ->
          new LadderRow.Remark(remark.at(), remark.topic(), names.beside(remark.text()));
      case LadderRow.Again again -> again;
      case LadderRow.LeftOut gone -> gone;
    };
  }

  private Timeline named(Timeline timeline) {
    return new Timeline(
        names.beside(timeline.title()),
        timeline.fromNanos(),
        timeline.untilNanos(),
        timeline.lanes().stream().map(this::named).toList(),
        timeline.ipsec().stream().map(this::named).toList(),
        named(timeline.nats()),
        timeline.grants(),
        marks(timeline.keyManagement()),
        marks(timeline.handovers()),
        marks(timeline.findings()),
        timeline.frames());
  }

  private TimelineLane named(TimelineLane lane) {
    return new TimelineLane(
        lane.name(),
        lane.spans().stream()
            .map(span ->
                new TimelineLane.Span(
                    names.replaced(place(span.label())),
                    names.beside(span.detail()),
                    span.from(),
                    span.untilNanos(),
                    span.end()))
            .toList(),
        lane.below().stream().map(this::named).toList());
  }

  private List<TimelineMark> marks(List<TimelineMark> marks) {
    return marks.stream()
        .map(mark ->
            new TimelineMark(mark.at(), mark.tone(), mark.label(), names.beside(mark.detail())))
        .toList();
  }
}
