package org.roamscope.gui.viewmodel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.decode.FrameNote;
import org.roamscope.decode.output.Column;
import org.roamscope.field.Clause;
import org.roamscope.field.PlainText;
import org.roamscope.report.HandoverCard;
import org.roamscope.report.Report;
import org.roamscope.report.VerdictClauses;
import org.roamscope.track.At;

/**
 * What is copied of packets, findings and UEs to be pasted elsewhere: into a shell, a page or a
 * ticket. All texts are printable and have addresses, never names.
 */
public final class CopyTexts {
  private static final int NANOSECONDS = 9;
  private static final int NAME_WIDTH = 11;

  /** Frames of evidence that are told; the others are counted. */
  private static final int MOST_EVIDENCE = 12;

  /** Punctuation that means something to Markdown. */
  private static final String MARKDOWN = "\\`*_[]<>|";

  private final Supplier<@Nullable CaptureSet> open;
  private final Supplier<@Nullable Report> report;
  private final Cells cells;

  /** What the packet list shows. */
  interface Cells {
    /** The columns in their order, without the hidden ones. */
    List<Column> columns();

    /** What stands in a cell. */
    String text(int row, Column column);
  }

  CopyTexts(Supplier<@Nullable CaptureSet> open, Supplier<@Nullable Report> report, Cells cells) {
    this.open = open;
    this.report = report;
    this.cells = cells;
  }

  // ---- shell ---------------------------------------------------------------------------------

  /**
   * A command that shows the packets of a row's capture that pass a filter: tshark, or this program
   * when tshark does not know a field of it. Empty without a capture or a filter.
   */
  public String command(int row, String condition) {
    CaptureSet of = open.get();
    var filter = FilterState.of(condition).filter();
    if (of == null || filter == null || row < 0 || row >= of.rowCount()) {
      return "";
    }
    boolean ours =
        filter.fields().stream()
            .anyMatch(field -> field.startsWith("roam.") || field.startsWith("_ws.col."));
    Path file = of.files().get(of.capture(row));
    return (ours ? "roamscope decode " : "tshark -r ")
        + quoted(file.toString())
        + " -Y "
        + quoted(condition);
  }

  /** For a POSIX shell; what could drive a terminal is written as octets. */
  private static String quoted(String text) {
    if (text.codePoints().allMatch(PlainText::passes)) {
      return "'" + text.replace("'", "'\\''") + "'";
    }
    StringBuilder out = new StringBuilder("$'");
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = octet >= ' ' && octet < 0x7f && octet != '\'' && octet != '\\';
      out.append(plain ? (char) octet : String.format(Locale.ROOT, "\\x%02x", octet & 0xff));
    }
    return out.append('\'').toString();
  }

  // ---- Markdown ------------------------------------------------------------------------------

  /** A row of the packet list as a table of Markdown, with the columns that are shown. */
  public String markdown(int row) {
    List<Column> columns = cells.columns();
    return line(columns.stream().map(Column::title))
        + line(columns.stream().map(_ -> "---"))
        + line(columns.stream().map(column -> escaped(cells.text(row, column))));
  }

  private static String line(Stream<String> texts) {
    return texts.collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    PlainText.of(text)
        .codePoints()
        .forEach(c -> {
          if (MARKDOWN.indexOf(c) >= 0) {
            out.append('\\');
          }
          out.appendCodePoint(c);
        });
    return out.toString();
  }

  // ---- ticket --------------------------------------------------------------------------------

  /** Lines of a ticket, names on the left. */
  private static final class Lines {
    private final StringBuilder text = new StringBuilder();

    void add(String name, String value) {
      if (!value.isEmpty()) {
        String lead = name.isEmpty() ? "" : name + ":";
        text.append(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", lead))
            .append(PlainText.of(value))
            .append('\n');
      }
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /** What is known of a packet: file, time, UE, verdicts and findings it is evidence for. */
  public String ticket(int row) {
    CaptureSet of = open.get();
    if (of == null || row < 0 || row >= of.rowCount()) {
      return "";
    }
    FrameNote note = of.note(row);
    Lines lines = new Lines();
    packet(lines, of, row);
    String ue = note.ue();
    lines.add("UE", ue == null ? "" : ue);
    judged(
        lines, of, note.handovers(), note.findings(), clauses(note.handovers(), note.findings()));
    return lines.toString();
  }

  /** The packet of a frame; empty when it is not in the list. */
  public String ticket(At at) {
    CaptureSet of = open.get();
    return of == null ? "" : ticket(of.row(at));
  }

  /** A finding: its packet, the verdicts of this, and what proves it. */
  public String ticket(Finding finding) {
    CaptureSet of = open.get();
    if (of == null) {
      return "";
    }
    At at = finding.primary().at();
    int row = of.row(at);
    Lines lines = new Lines();
    packet(lines, of, row);
    lines.add("UE", finding.ue() == null ? "" : finding.ue().toString());
    List<Handover> handovers = row < 0 ? List.of() : of.note(row).handovers();
    judged(lines, of, handovers, List.of(finding), finding.rule().clauses());
    return lines.toString();
  }

  /** A UE and its worst handover. */
  public String ticket(UeDetail ue) {
    CaptureSet of = open.get();
    if (of == null) {
      return "";
    }
    Lines lines = new Lines();
    int worst = ue.worst();
    if (worst < 0) {
      files(lines, of);
      lines.add("UE", ue.summary().id());
      lines.add("Verdict", "none: no handover of this UE was captured");
      return lines.toString();
    }
    HandoverCard card = ue.card(worst);
    List<At> evidence = card.handover().evidence();
    if (evidence.isEmpty()) {
      files(lines, of);
    } else {
      packet(lines, of, of.row(evidence.getLast()));
    }
    lines.add("UE", ue.summary().id());
    judged(lines, of, List.of(card.handover()), card.findings(), card.clauses());
    return lines.toString();
  }

  private static void files(Lines lines, CaptureSet of) {
    of.files().forEach(file -> lines.add("File", String.valueOf(file.getFileName())));
  }

  private void packet(Lines lines, CaptureSet of, int row) {
    if (row < 0) {
      files(lines, of);
      return;
    }
    lines.add("File", String.valueOf(of.files().get(of.capture(row)).getFileName()));
    lines.add("Packet", Integer.toString(of.frame(row)));
    long time = of.time(row);
    if (time != CaptureSet.NO_TIME) {
      lines.add("Time", TimeDisplay.UTC.text(time, time, time, NANOSECONDS, ZoneOffset.UTC));
    }
    lines.add(
        "Message",
        of.text(row, Column.INFO)
            + ", "
            + of.text(row, Column.SOURCE)
            + " → "
            + of.text(row, Column.DESTINATION));
  }

  private void judged(
      Lines lines,
      CaptureSet of,
      List<Handover> handovers,
      List<Finding> findings,
      List<Clause> clauses) {
    for (Handover handover : handovers) {
      lines.add("Verdict", handover.verdict() + ": " + handover.explanation());
    }
    for (Finding finding : findings) {
      lines.add(
          "Finding",
          finding.rule().id() + " (" + finding.severity().json() + "): " + finding.message());
    }
    lines.add("Clause", clauses.stream().map(Clause::toString).collect(Collectors.joining(", ")));
    evidence(lines, of, handovers, findings);
    Report known = report.get();
    if (known != null && !(handovers.isEmpty() && findings.isEmpty())) {
      lines.add("Judged by", "Roamscope, specification " + known.audit().profile().id());
    }
  }

  private static List<Clause> clauses(List<Handover> handovers, List<Finding> findings) {
    Set<Clause> clauses = new LinkedHashSet<>();
    handovers.forEach(handover -> clauses.addAll(VerdictClauses.of(handover.verdict())));
    findings.forEach(finding -> clauses.addAll(finding.rule().clauses()));
    return List.copyOf(clauses);
  }

  private static void evidence(
      Lines lines, CaptureSet of, List<Handover> handovers, List<Finding> findings) {
    Set<String> told = new LinkedHashSet<>();
    Set<At> noted = new LinkedHashSet<>();
    for (Finding finding : findings) {
      for (Evidence one :
          Stream.concat(Stream.of(finding.primary()), finding.related().stream()).toList()) {
        noted.add(one.at());
        told.add(frame(of, one.at()) + (one.note().isEmpty() ? "" : ": " + one.note()));
      }
    }
    handovers.stream()
        .flatMap(handover -> handover.evidence().stream())
        .filter(at -> !noted.contains(at))
        .forEach(at -> told.add(frame(of, at)));
    List<String> shown = new ArrayList<>(told);
    for (int i = 0; i < Math.min(MOST_EVIDENCE, shown.size()); i++) {
      lines.add(i == 0 ? "Evidence" : "", shown.get(i));
    }
    if (shown.size() > MOST_EVIDENCE) {
      lines.add("", "and " + (shown.size() - MOST_EVIDENCE) + " more");
    }
  }

  private static String frame(CaptureSet of, At at) {
    String number = "packet " + at.frame();
    return of.several() ? number + " of " + of.files().get(at.capture()).getFileName() : number;
  }

  // ---- filters -------------------------------------------------------------------------------

  /** Lets these frames pass; with several captures those of that number in each of them. */
  public static String frames(List<At> frames) {
    String numbers =
        frames.stream()
            .map(At::frame)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return frames.isEmpty() ? "" : "frame.number in {" + numbers + "}";
  }

  /** Lets the packets of a finding pass. */
  public static String frames(Finding finding) {
    return frames(
        Stream.concat(Stream.of(finding.primary()), finding.related().stream())
            .map(Evidence::at)
            .toList());
  }
}
