package org.roamscope.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roamscope.audit.Handover;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;
import org.roamscope.track.At;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/** The story of every UE, trouble first. */
final class TextStories {
  /** UEs of which is told together. */
  private static final int GROUP = 16;

  /** Groups of which is told before the first is written; what waits long is collected late. */
  private static final int GROUPS = 8;

  private final ReportIndex index;
  private final Lines lines;
  private final Appendable out;

  /**
   * Stories.
   *
   * @param lines holds what is not written yet
   * @param out where it goes: all stories together may be longer than memory has room for
   */
  TextStories(ReportIndex index, Lines lines, Appendable out) {
    this.index = index;
    this.lines = lines;
    this.out = out;
  }

  void write() throws IOException {
    List<Person> people = index.people();
    if (people.isEmpty()) {
      return;
    }
    lines.section(people.size() == 1 ? "THE STORY" : "THE STORY OF EACH UE, TROUBLE FIRST");
    lines.add(
        2,
        "Seconds from the first frame, which is at "
            + Times.utc(index.correlation().observation().firstNanos())
            + (index.frames().several() ? "; " + Lines.glued("frames are capture:frame.") : "."));
    boolean many = people.size() >= TextReport.MANY_UES;
    boolean crowd = people.size() >= TextReport.CROWD;
    Map<Boolean, List<Person>> byQuiet =
        people.stream()
            .collect(
                Collectors.partitioningBy(
                    person -> many && person.handovers().isEmpty() && person.findings().isEmpty()));
    each(byQuiet.getOrDefault(false, List.of()), (stories, person) -> stories.tell(person, crowd));
    List<Person> quiet = byQuiet.getOrDefault(true, List.of());
    if (!quiet.isEmpty()) {
      lines.blank();
      lines.add(
          2,
          Frames.count(quiet.size(), "UE", "UEs") + " without a handover and without a finding:");
      each(quiet, TextStories::quietLine);
    }
  }

  /** Tells of one after the other, with all processors at work on those that come next. */
  private void each(List<Person> people, BiConsumer<TextStories, Person> how) throws IOException {
    for (int begin = 0; begin < people.size(); begin += GROUP * GROUPS) {
      List<Person> next = people.subList(begin, Math.min(people.size(), begin + GROUP * GROUPS));
      IntStream.range(0, Math.ceilDiv(next.size(), GROUP))
          .parallel()
          .mapToObj(
              group -> next.subList(group * GROUP, Math.min(next.size(), (group + 1) * GROUP)))
          .map(group -> told(group, how))
          .toList()
          .forEach(lines::append);
      lines.drain(out);
    }
  }

  private Lines told(List<Person> group, BiConsumer<TextStories, Person> how) {
    var stories = new TextStories(index, lines.another(), out);
    group.forEach(person -> how.accept(stories, person));
    return stories.lines;
  }

  private void tell(Person person, boolean crowd) {
    lines.blank();
    header(person);
    if (!person.trouble() && crowd) {
      person.handovers().forEach(this::handoverLine);
    } else {
      story(person);
    }
  }

  private void header(Person person) {
    Ue ue = person.history().ue();
    List<String> parts = new ArrayList<>();
    parts.add(Lines.glued("home agent " + ue.homeAgent()));
    IpAddress ipv4 = person.ipv4Home();
    if (ipv4 != null) {
      parts.add(Lines.glued("IPv4 home address " + ipv4));
    }
    if (!ue.identities().isEmpty()) {
      parts.add(
          "known as "
              + PlainText.of(String.join(", ", ue.identities().stream().sorted().toList())));
    }
    if (person.history().lateStart()) {
      parts.add("registered before the capture starts");
    }
    if (ue.forgotten() > 0) {
      parts.add(
          Frames.count(ue.forgotten(), "older registration", "older registrations") + " not kept");
    }
    lines.hang(
        "  ",
        Lines.styled(Lines.Style.HEADING, "UE" + Lines.GLUE + index.id(ue))
            + "  "
            + String.join(", ", parts));
    TextFigures.of(index, person.history()).forEach(sentence -> lines.add(4, sentence));
  }

  private void quietLine(Person person) {
    Ue ue = person.history().ue();
    List<Registration> registrations = ue.registrations();
    String end =
        registrations.isEmpty()
            ? ""
            : ", at "
                + registrations.getLast().careOfAddress()
                + ", "
                + Frames.count(registrations.size(), "registration", "registrations")
                + ", "
                + Frames.count(person.history().ikeSas().size(), "IKE SA", "IKE SAs");
    lines.hang("    ", index.id(ue) + end);
  }

  private void handoverLine(Handover handover) {
    Registration from = handover.movement().from();
    entry(
        new Story.Entry(
            handover.movement().begin().timeNanos(),
            handover.movement().begin(),
            "HANDOVER",
            List.of(
                (from == null ? "" : from.careOfAddress() + " ")
                    + "-> "
                    + handover.movement().to()
                    + " "
                    + VerdictWords.name(handover.verdict())),
            false));
  }

  private void story(Person person) {
    Story.of(
            index.correlation(),
            person.history(),
            person.handovers(),
            person.findings(),
            index.frames())
        .forEach(this::entry);
  }

  private void entry(Story.Entry entry) {
    At at = entry.at();
    String time = index.frames().seconds(entry.timeNanos());
    String frame = at == null ? "" : index.frames().number(at);
    if (lines.columns() < TextReport.NARROW) {
      lines.hang(
          "  ", time + (at == null ? "" : "  frame" + Lines.GLUE + frame) + "  " + entry.label());
      entry.lines().forEach(line -> lines.hang("    ", line));
      return;
    }
    long span = index.correlation().observation().lastNanos() - index.frames().firstNanos();
    int timeWidth =
        index.frames().seconds(index.frames().firstNanos() + Math.max(0, span)).length();
    String lead =
        "  "
            + Lines.right(time, Math.max(8, timeWidth))
            + " "
            + Lines.right(frame, index.frames().several() ? 8 : 6)
            + "  "
            + Lines.left(entry.label(), 9)
            + " ";
    String blanks = " ".repeat(Lines.width(lead));
    boolean first = true;
    for (String line : entry.lines()) {
      lines.hang(first ? lead : blanks, line);
      first = false;
    }
  }
}
