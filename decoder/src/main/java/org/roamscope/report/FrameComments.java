package org.roamscope.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.Frame;
import org.roamscope.field.PlainText;
import org.roamscope.track.At;

/**
 * Verdicts and findings as comments of packets, as Wireshark shows them: the verdict and the
 * finding in full at the frame that shows it, a reference at the frames that prove it.
 */
public final class FrameComments {
  /** Comments added to a packet; more say only that there are more. */
  private static final int MAX_COMMENTS = 16;

  /** Octets of a comment fit the 16-bit length of its option with much to spare. */
  private static final int MAX_CHARACTERS = 4_000;

  private final Map<Place, Set<String>> comments = new HashMap<>();

  /** A frame of a capture. */
  private record Place(int capture, int frame) {}

  private FrameComments() {}

  /** The comments of a report. */
  public static FrameComments of(Report report) {
    FrameComments made = new FrameComments();
    ReportIndex index = new ReportIndex(report);
    Map<String, Integer> numbers = new HashMap<>();
    for (Handover handover : report.audit().handovers()) {
      String ue = index.id(handover.movement().ue());
      made.handover(handover, ue, numbers.merge(ue, 1, Integer::sum), index);
    }
    int number = 0;
    for (Finding finding : report.audit().findings()) {
      made.finding("F" + ++number, finding, index);
    }
    return made;
  }

  private void handover(Handover handover, String ue, int number, ReportIndex index) {
    String name = "handover " + number + " of UE " + ue;
    At begin = handover.movement().begin();
    add(
        begin,
        "Roamscope: "
            + name
            + " to "
            + handover.movement().to()
            + ": "
            + handover.verdict()
            + ". "
            + handover.explanation());
    String reference = "Roamscope: evidence for " + name + ", " + handover.verdict();
    handover.evidence().stream()
        .filter(at -> !at.equals(begin))
        .forEach(at -> add(at, reference + ", begun in frame " + index.frames().number(begin)));
  }

  private void finding(String id, Finding finding, ReportIndex index) {
    String name = finding.rule().id() + " " + finding.rule().name();
    At primary = finding.primary().at();
    add(
        primary,
        "Roamscope: "
            + finding.severity().json()
            + " "
            + id
            + " "
            + name
            + ". "
            + finding.message());
    for (Evidence related : finding.related()) {
      String note = related.note().isEmpty() ? "" : ": " + related.note();
      add(
          related.at(),
          "Roamscope: evidence for "
              + id
              + " "
              + name
              + " in frame "
              + index.frames().number(primary)
              + note);
    }
  }

  private void add(At at, String text) {
    Set<String> known =
        comments.computeIfAbsent(new Place(at.capture(), at.frame()), any -> new LinkedHashSet<>());
    if (known.size() < MAX_COMMENTS) {
      String plain = PlainText.of(text);
      known.add(plain.length() > MAX_CHARACTERS ? cut(plain) : plain);
    } else {
      known.add("Roamscope: more is said of this frame in the report");
    }
  }

  private static String cut(String text) {
    int end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? 1 : 0;
    return text.substring(0, MAX_CHARACTERS - end) + "...";
  }

  /** What is said of a frame, in the order of the report. */
  public List<String> at(int capture, int frame) {
    return List.copyOf(comments.getOrDefault(new Place(capture, frame), Set.of()));
  }

  /** The frame with its comments behind the options that it had. */
  public Frame annotated(int capture, Frame frame) {
    List<String> said = at(capture, frame.number());
    return said.isEmpty() ? frame : with(frame, said);
  }

  /**
   * A frame with comments behind the options that it had; each is shorter than 16,384 characters.
   */
  public static Frame with(Frame frame, List<String> said) {
    List<BlockOption> options = new ArrayList<>(frame.options());
    said.forEach(text -> options.add(BlockOption.comment(text)));
    return frame.with(frame.interfaceId(), options);
  }
}
