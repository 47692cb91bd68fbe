package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Profile;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.dissect.Dissector;
import org.roamscope.report.Report;
import org.roamscope.samples.Samples.Sample;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;

/** What must not change what is said of a sample. */
class InvariantsTest {
  private static final long YEAR_NANOS = 365L * 86_400 * 1_000_000_000;
  private static final long MIRROR_NANOS = 9_000;

  @TestFactory
  Stream<DynamicTest> formatAndTransportDoNotMatter() throws IOException {
    return each(sample -> {
      List<Frame> frames = sample.frames();
      List<String> file = said(Samples.audit(sample.capture(), Profile.TS24303));
      byte[] pcapng = ScenarioMain.capture(frames);
      assertThat(said(Samples.audit(pcapng))).isEqualTo(file);
      assertThat(said(Samples.audit(pcap(frames)))).isEqualTo(file);
      assertThat(said(Samples.audit(gzip(pcapng)))).isEqualTo(file);
      assertThat(said(Samples.audit(gzip(pcap(frames))))).isEqualTo(file);
    });
  }

  @TestFactory
  Stream<DynamicTest> aYearLaterOnlyTimesDiffer() throws IOException {
    return each(sample -> {
      List<Frame> later = new ArrayList<>();
      for (Frame frame : sample.frames()) {
        later.add(Samples.at(frame, frame.number(), frame.timeNanos() + YEAR_NANOS));
      }
      Report now = Samples.audit(sample.capture(), Profile.TS24303);
      Report then = Samples.audit(ScenarioMain.capture(later));
      assertThat(said(then)).isEqualTo(said(now));
      assertThat(times(then, YEAR_NANOS)).isEqualTo(times(now, 0));
    });
  }

  @TestFactory
  Stream<DynamicTest> aMirrorPortDoesNotMatter() throws IOException {
    return each(sample -> {
      List<Frame> doubled = new ArrayList<>();
      for (Frame frame : sample.frames()) {
        doubled.add(Samples.at(frame, doubled.size() + 1, frame.timeNanos()));
        doubled.add(Samples.at(frame, doubled.size() + 1, frame.timeNanos() + MIRROR_NANOS));
      }
      Report once = Samples.audit(sample.capture(), Profile.TS24303);
      Report twice = Samples.audit(ScenarioMain.capture(doubled));
      assertThat(judged(twice)).isEqualTo(judged(once));
      assertThat(retransmissions(twice)).isEqualTo(retransmissions(once));
    });
  }

  /** Ring buffer files: one after the other, given in any order. */
  @TestFactory
  Stream<DynamicTest> aSplitCaptureIsOneStory() throws IOException {
    return each(sample -> {
      List<Frame> frames = sample.frames();
      List<String> whole = judged(Samples.audit(sample.capture(), Profile.TS24303));
      int half = frames.size() / 2;
      byte[] first = ScenarioMain.capture(numbered(frames.subList(0, half)));
      byte[] second = ScenarioMain.capture(numbered(frames.subList(half, frames.size())));
      if (!fragmentsAcross(frames, half)) {
        assertThat(judged(Samples.audit(List.of(first, second)))).isEqualTo(whole);
        assertThat(judged(Samples.audit(List.of(second, first)))).isEqualTo(whole);
      }
    });
  }

  /** A tap for each direction, a file for each tap. */
  @TestFactory
  Stream<DynamicTest> aFileForEachDirectionIsOneStory() throws IOException {
    return each(sample -> {
      List<Frame> up = new ArrayList<>();
      List<Frame> down = new ArrayList<>();
      for (Frame frame : sample.frames()) {
        // Made frames and recorded ones are Ethernet: the sender tells the direction.
        (up.isEmpty() || sameSender(up.getFirst(), frame) ? up : down).add(frame);
      }
      List<String> whole = judged(Samples.audit(sample.capture(), Profile.TS24303));
      byte[] one = ScenarioMain.capture(numbered(up));
      byte[] other = ScenarioMain.capture(numbered(down));
      assertThat(judged(Samples.audit(List.of(one, other)))).isEqualTo(whole);
      assertThat(judged(Samples.audit(List.of(other, one)))).isEqualTo(whole);
    });
  }

  /**
   * Receive queues hand packets over out of order; their times are right. A clock that was set back
   * looks the same: where nothing tells, it is said with less confidence.
   */
  @TestFactory
  Stream<DynamicTest> theOrderInTheFileDoesNotMatter() throws IOException {
    return each(sample -> {
      List<Frame> frames = new ArrayList<>(sample.frames());
      Set<Long> times = new HashSet<>();
      frames.forEach(frame -> times.add(frame.timeNanos()));
      boolean sorted =
          frames.equals(
              frames.stream().sorted(Comparator.comparingLong(Frame::timeNanos)).toList());
      if (times.size() < frames.size() || !sorted) {
        return; // the order in the file decides
      }
      List<String> inOrder = facts(Samples.audit(sample.capture(), Profile.TS24303));
      for (long seed = 0; seed < 3; seed++) {
        for (int i = 0; i < frames.size(); i += 4) {
          Collections.shuffle(frames.subList(i, Math.min(i + 4, frames.size())), new Random(seed));
        }
        assertThat(facts(Samples.audit(ScenarioMain.capture(numbered(frames))))).isEqualTo(inOrder);
      }
    });
  }

  /** DNS of others between all packets. */
  @TestFactory
  Stream<DynamicTest> trafficOfOthersDoesNotMatter() throws IOException {
    return each(sample -> {
      List<Frame> frames = sample.frames();
      List<Frame> busy = new ArrayList<>();
      List<Frame> quiet = new ArrayList<>(frames);
      for (Frame frame : frames) {
        busy.add(stranger(frame, -1000));
        busy.add(frame);
        busy.add(stranger(frame, 1000));
      }
      if (!frames.isEmpty()) {
        // That there is other traffic at all tells that nothing was filtered away.
        quiet.addFirst(stranger(frames.getFirst(), -1000));
        quiet.addLast(stranger(frames.getLast(), 1000));
      }
      assertThat(judged(Samples.audit(ScenarioMain.capture(numbered(busy)))))
          .isEqualTo(judged(Samples.audit(ScenarioMain.capture(numbered(quiet)))));
    });
  }

  /** The same scenario in another network. */
  @TestFactory
  Stream<DynamicTest> addressesDoNotMatter() throws IOException {
    return Samples.all().stream()
        .filter(Samples::made)
        .map(sample ->
            dynamicTest(
                sample.page().name(),
                () -> {
                  Page page = sample.page();
                  List<Page.Line> moved = new ArrayList<>();
                  for (Page.Line line : page.scenario()) {
                    moved.add(
                        new Page.Line(
                            line.number(),
                            line.words().stream().map(InvariantsTest::elsewhere).toList()));
                  }
                  Page other =
                      new Page(page.file(), page.name(), page.title(), moved, page.expect());
                  Report there =
                      Samples.audit(ScenarioMain.capture(ScenarioCompiler.compile(other)));
                  Report here = Samples.audit(sample.capture(), Profile.TS24303);
                  assertThat(judged(there).stream().filter(line -> !line.startsWith("sa ")))
                      .isEqualTo(
                          judged(here).stream()
                              .filter(line -> !line.startsWith("sa "))
                              .map(InvariantsTest::elsewhere)
                              .toList());
                }));
  }

  private static String elsewhere(String text) {
    return text.replace("2001:db8:", "2001:db8:7777:")
        .replace("198.51.100.", "100.64.7.")
        .replace("192.0.2.", "10.11.12.");
  }

  private static boolean sameSender(Frame one, Frame other) {
    return Arrays.equals(one.data(), 6, 12, other.data(), 6, 12);
  }

  /** True when a fragmented datagram lies on both sides: each capture is put together alone. */
  private static boolean fragmentsAcross(List<Frame> frames, int half) {
    if (half == 0 || half >= frames.size()) {
      return false;
    }
    return Stream.of(frames.get(half - 1), frames.get(half))
        .map(frame -> Slice.of(frame.data(), frame.originalLength()))
        .anyMatch(octets -> Dissector.dissect(1, octets, null).fragment() != null);
  }

  /** A DNS query between two hosts that have nothing to do with mobility. */
  private static Frame stranger(Frame beside, long offsetNanos) {
    byte[] octets =
        Hex.parse(
            "020000000001020000000002080045000020000100004011664a0a00000a0a00000b"
                + "d4310035000c00004142434400000000");
    return new Frame(
        1,
        beside.timeNanos() + offsetNanos,
        1,
        beside.interfaceId(),
        octets.length,
        octets,
        beside.options());
  }

  private static List<Frame> numbered(List<Frame> frames) {
    List<Frame> numbered = new ArrayList<>();
    for (Frame frame : frames) {
      numbered.add(Samples.at(frame, numbered.size() + 1, frame.timeNanos()));
    }
    return numbered;
  }

  private interface Check {
    void accept(Sample sample) throws IOException;
  }

  private static Stream<DynamicTest> each(Check check) throws IOException {
    return Samples.all().stream()
        .map(sample -> dynamicTest(sample.page().name(), () -> check.accept(sample)));
  }

  private static byte[] pcap(List<Frame> frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int linkType = frames.isEmpty() ? 1 : frames.getFirst().linkType();
    try (CaptureWriter writer = CaptureWriter.pcapNanos(out, linkType)) {
      for (Frame frame : frames) {
        writer.write(frame);
      }
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  /** Handovers and findings with frames, and every binding and IKE SA. */
  private static List<String> said(Report report) {
    List<String> said = new ArrayList<>();
    Expectation.actual(report).forEach(line -> said.add(line.toString()));
    said.addAll(state(report));
    return said;
  }

  private static List<String> state(Report report) {
    List<String> state = new ArrayList<>();
    Correlation correlation = report.audit().correlation();
    for (Correlation.History history : correlation.histories()) {
      history
          .ue()
          .registrations()
          .forEach(registration ->
              state.add(
                  "binding %s %s %s"
                      .formatted(
                          registration.careOfAddress(),
                          registration.outcome(),
                          registration.updates().size())));
    }
    for (IkeSa sa : correlation.ikeSas()) {
      state.add("sa %s %s %d".formatted(sa, sa.state(), sa.messages()));
    }
    return state;
  }

  /** Verdicts and rules without frame numbers; CAP rules are about the captures as such. */
  private static List<String> judged(Report report) {
    List<String> judged = new ArrayList<>();
    for (Handover handover : report.audit().handovers()) {
      judged.add(
          "%s %s %s %s %s"
              .formatted(
                  handover.movement().to(),
                  handover.verdict(),
                  handover.cause(),
                  handover.reason(),
                  handover.ike()));
    }
    report.audit().findings().stream()
        .filter(finding -> !finding.rule().family().equals("CAP"))
        .forEach(finding -> judged.add(finding.rule().id() + " " + finding.confidence()));
    judged.addAll(state(report));
    return judged;
  }

  /** The same without confidence. */
  private static List<String> facts(Report report) {
    return judged(report).stream().map(line -> line.replaceAll(" (HIGH|MEDIUM|LOW)$", "")).toList();
  }

  private static int retransmissions(Report report) {
    return report.audit().correlation().ikeSas().stream().mapToInt(IkeSa::retransmissions).sum();
  }

  private static List<Long> times(Report report, long shift) {
    List<Long> times = new ArrayList<>();
    report.captures().forEach(capture -> times.add(capture.firstNanos() - shift));
    report
        .audit()
        .handovers()
        .forEach(handover -> times.add(handover.movement().begin().timeNanos() - shift));
    report
        .audit()
        .findings()
        .forEach(finding -> times.add(finding.primary().at().timeNanos() - shift));
    return times;
  }
}
