package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roamscope.field.PlainText;
import org.roamscope.track.Ue;

/**
 * What one UE and its home agent said to each other: lifelines, arrows in time order, and the
 * states of binding and IKE SAs beside them. A pure function of the report.
 *
 * @param ue name of the UE
 * @param title about whom it is, in one line
 * @param columns lifelines from left to right
 * @param rows in time order
 * @param bands states, bindings first, each kind in time order
 * @param legend IKE SAs by their letters, and limits that were hit, a line each
 * @param frames how frames and times are told
 */
public record Ladder(
    String ue,
    String title,
    List<LadderColumn> columns,
    List<LadderRow> rows,
    List<LadderBand> bands,
    List<String> legend,
    Frames frames) {
  /** Rows of a ladder; of more the first and the last are kept. */
  public static final int MAX_ROWS = 2_000;

  /** The ladder of a UE of the report. */
  public static Ladder of(Report report, Ue ue) {
    ReportIndex index = new ReportIndex(report);
    return index.people().stream()
        .filter(person -> person.history().ue().equals(ue))
        .findFirst()
        .map(person -> of(index, person))
        .orElseGet(() ->
            new Ladder(
                ue.homeAddress().toString(),
                "UE " + ue.homeAddress() + " is not in this report",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                index.frames()));
  }

  static Ladder of(ReportIndex index, Person person) {
    return new LadderBuilder(index, person).ladder().limited(MAX_ROWS);
  }

  /** The UEs of a report, trouble first, each with the name that reports give it. */
  public static List<Choice> choices(Report report) {
    ReportIndex index = new ReportIndex(report);
    return index.people().stream()
        .map(person -> new Choice(index.id(person.history().ue()), person.history().ue()))
        .toList();
  }

  /**
   * A UE that a ladder can be drawn of.
   *
   * @param id its name in reports
   * @param ue the UE
   */
  public record Choice(String id, Ue ue) {
    /** True when somebody who asks for {@code name} means this UE. */
    public boolean called(String name) {
      return id.equals(name)
          || ue.homeAddress().toString().equals(name)
          || ue.identities().contains(name);
    }
  }

  /** The same with that many rows at most: the first two thirds and the last third. */
  public Ladder limited(int most) {
    if (rows.size() <= most) {
      return this;
    }
    int tail = most / 3;
    int head = Math.max(0, most - tail - 1);
    List<LadderRow> kept = new ArrayList<>(rows.subList(0, head));
    List<LadderRow> gone = rows.subList(head, rows.size() - tail);
    kept.add(new LadderRow.LeftOut(gone.getLast().at(), gone.size()));
    kept.addAll(rows.subList(rows.size() - tail, rows.size()));
    return new Ladder(ue, title, columns, List.copyOf(kept), bands, legend, frames);
  }

  /** The place where the binding stands at that time, or a dash. */
  public String bound(long nanos) {
    return bands.stream()
        .filter(band -> band.of() == LadderBand.Of.BINDING && band.covers(nanos))
        .reduce((first, second) -> second)
        .map(LadderBand::label)
        .orElse("-");
  }

  /** Letters of the IKE SAs that stand at that time, the newest first, three at most, or a dash. */
  public String sas(long nanos) {
    List<String> letters =
        bands.stream()
            .filter(band -> band.of() == LadderBand.Of.IKE_SA && band.covers(nanos))
            .map(LadderBand::label)
            .toList()
            .reversed();
    return letters.isEmpty()
        ? "-"
        : String.join("", letters.subList(0, Math.min(3, letters.size())));
  }

  /** Frame of a row: {@code 17}, or {@code 2:17}; empty when no frame shows it. */
  public String frame(LadderRow row) {
    return row.at().frame() == LadderRow.NO_FRAME ? "" : frames.number(row.at());
  }

  /** Seconds of a row since the first frame. */
  public String seconds(LadderRow row) {
    return frames.seconds(row.at().timeNanos());
  }

  /** The words of a row that is no arrow. */
  public String words(LadderRow row) {
    return switch (row) {
      case LadderRow.Arrow arrow -> arrow.words();
      case LadderRow.Again again ->
          (again.rows() == 1 ? "the same " : "these " + again.rows() + " again ")
              + (again.times() == 1 ? "once more" : again.times() + " times more")
              + ", the last at "
              + seconds(again)
              + " in frame "
              + frame(again);
      case LadderRow.LeftOut gone ->
          gone.rows() + " rows are left out here, the last at " + seconds(gone);
      case LadderRow.Remark remark -> remark.text();
    };
  }

  /** The title of a UE. */
  static String title(ReportIndex index, Person person) {
    return "UE " + index.id(person.history().ue()) + ", " + facts(person);
  }

  /** Home agent, IPv4 home address and identities of a UE. */
  static String facts(Person person) {
    Ue ue = person.history().ue();
    String known =
        ue.identities().isEmpty()
            ? ""
            : ", known as " + PlainText.of(String.join(", ", ue.identities()));
    return "home agent "
        + ue.homeAgent()
        + Optional.ofNullable(person.ipv4Home()).map(v4 -> ", IPv4 home address " + v4).orElse("")
        + known;
  }
}
