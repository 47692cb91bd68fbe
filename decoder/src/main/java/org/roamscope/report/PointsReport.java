package org.roamscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.roamscope.audit.Distribution;
import org.roamscope.compare.Clock;
import org.roamscope.compare.ClockFit;
import org.roamscope.compare.Sighting;
import org.roamscope.compare.TwoPoints;
import org.roamscope.compare.TwoPoints.Alone;
import org.roamscope.compare.TwoPoints.NatFlow;
import org.roamscope.compare.TwoPoints.Reason;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;
import org.roamscope.track.Path;
import tools.jackson.core.JsonGenerator;

/**
 * What two capture points of one path saw, then the audit of both as one, as text and JSON. Same
 * captures, same bytes.
 */
public final class PointsReport {
  /** Name and version of the JSON schema. */
  public static final String SCHEMA = "roamscope.points/1";

  /** Messages listed in the text of each reason. */
  private static final int MOST_LISTED = 20;

  private PointsReport() {}

  // ---- text ----------------------------------------------------------------------------------

  /**
   * For a terminal; LF line ends, a final line end.
   *
   * @param points what was seen at both and at one
   * @param report the audit of both as one
   */
  public static String text(TwoPoints points, Report report, TextReport.Terminal terminal) {
    Lines lines = new Lines(terminal.columns(), terminal.colour());
    Frames frames = new Frames(true, report.audit().correlation().observation().firstNanos());
    lines.hang("", Lines.styled(Lines.Style.HEADING, "TWO POINTS"));
    for (int i = 0; i < report.captures().size(); i++) {
      lines.hang("  " + (i + 1) + " ", PlainText.of(report.captures().get(i).file()));
    }
    lines.hang("  ", counts(points));
    points
        .clock()
        .ifPresentOrElse(
            clock -> clock.pieces().forEach(piece -> lines.hang("  ", clock(clock, piece, frames))),
            () ->
                lines.hang(
                    "  ", "No message is at both points: nothing is known of their clocks."));
    List<String> delays = new ArrayList<>();
    TextFigures.distribution("Point 1 to point 2", points.delays().toHomeAgent(), delays);
    TextFigures.distribution("Point 2 to point 1", points.delays().toUe(), delays);
    delays.forEach(delay -> lines.hang("  ", delay));
    points.nat().forEach(flow -> lines.hang("  ", nat(flow)));
    for (Reason reason : Reason.values()) {
      alone(points, reason, frames, lines);
    }
    lines.blank();
    return lines + TextReport.text(report, terminal);
  }

  private static String counts(TwoPoints points) {
    return Frames.count(points.matched().size(), "message", "messages")
        + " at both, "
        + of(points, Reason.LOST).size()
        + " lost between them, "
        + of(points, Reason.NOT_CAPTURED).size()
        + " passed a point that did not capture them, "
        + of(points, Reason.NOT_COVERED).size()
        + " outside the time or the UEs of the other.";
  }

  private static List<Alone> of(TwoPoints points, Reason reason) {
    return points.alone().stream().filter(alone -> alone.reason() == reason).toList();
  }

  private static String clock(Clock clock, Clock.Piece piece, Frames frames) {
    ClockFit fit = piece.fit();
    String from =
        clock.stepped()
            ? "From " + frames.seconds(fit.corrected(piece.fromNanos())) + Lines.GLUE + "s on: "
            : "";
    String offset = Frames.millis(Math.round(fit.offsetNanos()));
    String what =
        switch (fit.basis()) {
          case BOTH ->
              "Clock 2 is clock 1 "
                  + (fit.offsetNanos() < 0 ? "minus " : "plus ")
                  + Frames.millis(Math.abs(Math.round(fit.offsetNanos())))
                  + ", within "
                  + Frames.millis(Math.round(fit.uncertaintyNanos()))
                  + " where the fastest messages of both directions take equally long; drift "
                  + ppm(fit);
          case UPPER_BOUND ->
              "Clock 2 is clock 1 plus at most " + offset + ": messages of one direction only";
          case LOWER_BOUND ->
              "Clock 2 is clock 1 plus at least " + offset + ": messages of one direction only";
        };
    return from + what + "; " + Frames.count(piece.messages(), "message", "messages") + ".";
  }

  private static String ppm(ClockFit fit) {
    return String.format(Locale.ROOT, "%.3f%cppm", fit.drift() * 1e6, Lines.GLUE);
  }

  private static String nat(NatFlow flow) {
    return "NAT: "
        + end(flow.inside(), flow.insidePort())
        + " at point 1 is "
        + end(flow.outside(), flow.outsidePort())
        + " at point 2 ("
        + Frames.count(flow.matched().size(), "message", "messages")
        + ").";
  }

  private static String end(IpAddress address, int port) {
    return address + (port == 0 ? "" : " port" + Lines.GLUE + port);
  }

  private static void alone(TwoPoints points, Reason reason, Frames frames, Lines lines) {
    List<Alone> all = of(points, reason);
    if (all.isEmpty()) {
      return;
    }
    lines.section(
        switch (reason) {
          case LOST -> "LOST BETWEEN THE POINTS";
          case NOT_CAPTURED -> "NOT CAPTURED BY THE OTHER POINT";
          case NOT_COVERED -> "OUTSIDE THE OTHER CAPTURE";
        });
    for (Alone alone : all.subList(0, Math.min(MOST_LISTED, all.size()))) {
      Sighting sighting = alone.sighting();
      String path =
          sighting
              .path()
              .map(ends -> ", " + ends.source() + " to " + ends.destination())
              .orElse("");
      lines.hang("  " + Lines.left(frames.number(sighting.at()), 8), " " + sighting.name() + path);
    }
    if (all.size() > MOST_LISTED) {
      lines.add(2, "And " + (all.size() - MOST_LISTED) + " more; --format json lists them all.");
    }
  }

  // ---- JSON ----------------------------------------------------------------------------------

  /**
   * For programs, schema {@code roamscope.points/1}; LF line ends, a final line end.
   *
   * @param points what was seen at both and at one
   * @param report the audit of both as one
   */
  public static String json(TwoPoints points, Report report) {
    return JsonText.indented(json -> new Json(json).document(points, report));
  }

  private record Json(JsonGenerator json) {
    void document(TwoPoints points, Report report) {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeNumberProperty("matched", points.matched().size());
      json.writeArrayPropertyStart("alone");
      points.alone().stream().sorted(Comparator.comparing(Alone::reason)).forEach(this::alone);
      json.writeEndArray();
      json.writeArrayPropertyStart("clocks");
      points.clock().ifPresent(clock -> clock.pieces().forEach(this::clock));
      json.writeEndArray();
      delay("delay_to_home_agent", points.delays().toHomeAgent());
      delay("delay_to_ue", points.delays().toUe());
      json.writeArrayPropertyStart("nat");
      points.nat().forEach(this::nat);
      json.writeEndArray();
      json.writeName("audit");
      JsonReport.write(report, json);
      json.writeEndObject();
    }

    private void alone(Alone alone) {
      Sighting sighting = alone.sighting();
      json.writeStartObject();
      json.writeStringProperty("reason", alone.reason().name().toLowerCase(Locale.ROOT));
      json.writeNumberProperty("capture", sighting.at().capture());
      json.writeNumberProperty("frame", sighting.at().frame());
      json.writeStringProperty("message", sighting.name());
      json.writeStringProperty(
          "source", sighting.path().map(Path::source).map(IpAddress::toString).orElse(null));
      json.writeStringProperty(
          "destination",
          sighting.path().map(Path::destination).map(IpAddress::toString).orElse(null));
      json.writeEndObject();
    }

    private void clock(Clock.Piece piece) {
      ClockFit fit = piece.fit();
      json.writeStartObject();
      json.writeStringProperty("from", Times.utc(piece.fromNanos()));
      json.writeStringProperty("basis", fit.basis().name().toLowerCase(Locale.ROOT));
      json.writeNumberProperty("offset_ms", Times.millis(Math.round(fit.offsetNanos())));
      json.writeNumberProperty("uncertainty_ms", Times.millis(Math.round(fit.uncertaintyNanos())));
      json.writeNumberProperty("drift_ppm", Math.round(fit.drift() * 1e9) / 1e3);
      json.writeNumberProperty("messages", piece.messages());
      json.writeEndObject();
    }

    private void delay(String name, Distribution delay) {
      json.writeObjectPropertyStart(name);
      json.writeNumberProperty("count", delay.count());
      json.writeNumberProperty("p50_ms", Times.millis(delay.p50()));
      json.writeNumberProperty("p95_ms", Times.millis(delay.p95()));
      json.writeNumberProperty("max_ms", Times.millis(delay.max()));
      json.writeEndObject();
    }

    private void nat(NatFlow flow) {
      json.writeStartObject();
      json.writeStringProperty("inside", flow.inside().toString());
      json.writeNumberProperty("inside_port", flow.insidePort());
      json.writeStringProperty("outside", flow.outside().toString());
      json.writeNumberProperty("outside_port", flow.outsidePort());
      json.writeNumberProperty("messages", flow.matched().size());
      json.writeEndObject();
    }
  }
}
