package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.field.PlainText;

/** What the captures are. */
final class TextCaptures {
  private final ReportIndex index;
  private final Lines lines;

  TextCaptures(ReportIndex index, Lines lines) {
    this.index = index;
    this.lines = lines;
  }

  void write() {
    lines.section(index.report().captures().size() == 1 ? "CAPTURE" : "CAPTURES");
    int number = 0;
    for (CaptureSummary capture : index.report().captures()) {
      number++;
      String lead = index.frames().several() ? "  " + number + "  " : "  ";
      lines.hang(lead, PlainText.of(capture.file()));
      List<String> facts = new ArrayList<>();
      if (!capture.format().equals("none")) {
        facts.add(capture.format());
      }
      if (!capture.linkTypes().isEmpty()) {
        facts.add(String.join(" and ", capture.linkTypes()));
      }
      facts.add(
          capture.packets() == 0
              ? Lines.glued("no packet read")
              : Frames.count(capture.packets(), "packet", "packets"));
      if (capture.packets() > 0) {
        facts.add(capture.signallingPackets() + Lines.glued(" of them signalling"));
      }
      if (capture.copies() > 0) {
        facts.add(Frames.count(capture.copies(), "duplicate", "duplicates"));
      }
      if (capture.truncatedPackets() > 0) {
        facts.add(Frames.count(capture.truncatedPackets(), "packet", "packets") + " cut short");
      }
      long problems = capture.problems().stream().filter(CaptureProblem::damage).count();
      facts.add(problems == 0 ? "nothing damaged" : Frames.count(problems, "problem", "problems"));
      lines.add(Lines.width(lead), String.join(", ", facts));
      if (capture.packets() > 0) {
        long span = capture.lastNanos() - capture.firstNanos();
        lines.add(
            Lines.width(lead),
            Times.utc(capture.firstNanos())
                + " + "
                + new Frames(false, 0).seconds(span)
                + Lines.GLUE
                + "s");
      }
    }
    lines.add(
        2,
        "Judged by "
            + Headline.judgedBy(index.report().audit())
            + "; Roamscope "
            + PlainText.of(index.report().version())
            + ".");
  }
}
