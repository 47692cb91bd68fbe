package org.roamscope.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Severity;

/** Every UE, trouble first: a table of all, then a section for each of the worst. */
final class HtmlUes {
  /** UEs that get a section. */
  static final int MAX_SECTIONS = 200;

  /** UEs in the table. */
  static final int MAX_LISTED = 5_000;

  /** From this many UEs on there is a table before the sections. */
  private static final int ENOUGH_FOR_A_TABLE = 2;

  /** Up to this many UEs a ladder is unfolded. */
  private static final int FEW = 3;

  /** Rows of a ladder, alone and among many. */
  private static final int MAX_ROWS = 240;

  private static final int MAX_ROWS_OF_MANY = 80;

  /** Lanes of SAs in a timeline, alone and among many. */
  private static final int MAX_LANES = 200;

  private static final int MAX_LANES_OF_MANY = 40;

  /** Handovers of one UE that get a card. */
  private static final int MAX_CARDS = 40;

  private final ReportIndex index;
  private final HtmlAnchors anchors;
  private final Html html;

  HtmlUes(ReportIndex index, HtmlAnchors anchors, Html html) {
    this.index = index;
    this.anchors = anchors;
    this.html = html;
  }

  void add() {
    List<Person> people = index.people();
    if (people.isEmpty()) {
      return;
    }
    html.open("div", "", "ues");
    if (people.size() >= ENOUGH_FOR_A_TABLE) {
      html.leaf("h2", "", "The UEs, trouble first");
      table(people);
    }
    html.close();
    people.stream().limit(MAX_SECTIONS).forEach(this::section);
  }

  private void table(List<Person> people) {
    html.table("UE", "worst verdict", "worst finding", "handovers", "findings", "IKE SAs");
    int number = 0;
    for (Person person : people.subList(0, Math.min(MAX_LISTED, people.size()))) {
      html.open("tr", "").open("td", "mono");
      String name = index.id(person.history().ue());
      if (number++ < MAX_SECTIONS) {
        html.link(anchors.ue(person), name);
      } else {
        html.text(name);
      }
      html.close().open("td", "");
      person.handovers().stream()
          .map(Handover::verdict)
          .min(Comparator.comparingInt(verdict -> VerdictWords.of(verdict).rank()))
          .ifPresent(worst -> html.chip(VerdictWords.of(worst).style(), worst.name()));
      html.close().open("td", "");
      if (!person.findings().isEmpty()) {
        Severity worst = person.severity();
        html.chip(VerdictWords.style(worst), worst.json());
      }
      html.close();
      html.leaf("td", "", Integer.toString(person.handovers().size()));
      html.leaf("td", "", Integer.toString(person.findings().size()));
      html.leaf("td", "", Integer.toString(person.history().ikeSas().size()));
      html.close();
    }
    html.tableEnd();
    if (people.size() > MAX_SECTIONS) {
      html.leaf(
          "p",
          "soft",
          "The worst "
              + MAX_SECTIONS
              + " have a section of their own below; the table lists "
              + Math.min(MAX_LISTED, people.size())
              + " of "
              + people.size()
              + ". The JSON report has them all.");
    }
  }

  private void section(Person person) {
    html.open("section", "ue", anchors.ue(person));
    html.leaf("h2", "", "UE " + index.id(person.history().ue()));
    facts(person);
    TextFigures.of(index, person.history())
        .forEach(sentence -> html.leaf("p", "soft", Lines.plain(sentence)));
    boolean few = index.people().size() <= FEW;
    LadderBuilder builder = new LadderBuilder(index, person);
    Ladder ladder = builder.ladder();
    places(ladder);
    html.open("figure", "timeline").leaf("figcaption", "", "Timeline");
    hint();
    html.drawing(TimelineSvg.inline(builder.timeline(), few ? MAX_LANES : MAX_LANES_OF_MANY))
        .close();
    handovers(person);
    others(person);
    ladder(ladder, few);
    html.close();
  }

  /** What the short names in both drawings stand for. */
  private void places(Ladder ladder) {
    html.open("p", "places");
    for (LadderColumn column : ladder.columns()) {
      html.open("span", "").leaf("b", "", column.name());
      html.leaf("span", "mono", String.join(", ", column.addresses())).close();
    }
    html.close();
  }

  /** For screens on which a drawing does not fit; elsewhere the style hides it. */
  private void hint() {
    html.leaf("p", "hint", "Scroll sideways for the rest.");
  }

  private void facts(Person person) {
    String facts = Ladder.facts(person);
    html.leaf("p", "", facts.substring(0, 1).toUpperCase(Locale.ROOT) + facts.substring(1) + ".");
    html.leaf(
        "p",
        "soft",
        "Seconds are from the first frame, at "
            + Times.utc(index.frames().firstNanos())
            + (index.frames().several() ? "; frames are capture:frame." : "."));
    if (person.history().lateStart()) {
      html.leaf("p", "soft", "It had registered before the capture starts.");
    }
    if (person.history().ue().forgotten() > 0) {
      html.leaf(
          "p",
          "soft",
          person.history().ue().forgotten() + " older registrations of it were not kept.");
    }
  }

  private void handovers(Person person) {
    List<Handover> handovers = person.handovers();
    HtmlHandover cards = new HtmlHandover(index, anchors, html);
    for (int i = 0; i < Math.min(MAX_CARDS, handovers.size()); i++) {
      cards.add(person, i);
    }
    if (handovers.size() > MAX_CARDS) {
      html.leaf(
          "p",
          "soft",
          "There are "
              + (handovers.size() - MAX_CARDS)
              + " more handovers of this UE; the JSON report has them all.");
    }
    if (handovers.isEmpty()) {
      html.leaf("p", "soft", "No handover of this UE was captured.");
    }
  }

  private void others(Person person) {
    Set<Finding> told = new HashSet<>();
    person.handovers().stream()
        .limit(MAX_CARDS)
        .forEach(handover -> told.addAll(HandoverCard.findings(person, handover)));
    List<Finding> others =
        person.findings().stream().filter(finding -> !told.contains(finding)).toList();
    if (others.isEmpty()) {
      return;
    }
    html.open("p", "").text(told.isEmpty() ? "Findings: " : "Other findings: ");
    boolean next = false;
    for (Finding finding : others.stream().limit(MAX_CARDS).toList()) {
      html.text(next ? ", " : "");
      anchors.link(html, finding, finding.severity().json() + " ");
      next = true;
    }
    int more = others.size() - MAX_CARDS;
    html.text(more > 0 ? " and " + more + " more." : ".").close();
  }

  private void ladder(Ladder ladder, boolean few) {
    if (few) {
      html.unfolded("ladder");
    } else {
      html.open("details", "ladder");
    }
    html.leaf("summary", "", "Ladder: every message between this UE and its home agent");
    html.open("figure", "");
    hint();
    html.drawing(LadderSvg.inline(ladder.limited(few ? MAX_ROWS : MAX_ROWS_OF_MANY)));
    html.close().close();
  }
}
