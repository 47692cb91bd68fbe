package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
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
        later.add(at(frame, frame.number(), frame.timeNanos() + YEAR_NANOS));
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
        doubled.add(at(frame, doubled.size() + 1, frame.timeNanos()));
        doubled.add(at(frame, doubled.size() + 1, frame.timeNanos() + MIRROR_NANOS));
      }
      Report once = Samples.audit(sample.capture(), Profile.TS24303);
      Report twice = Samples.audit(ScenarioMain.capture(doubled));
      assertThat(judged(twice)).isEqualTo(judged(once));
      assertThat(retransmissions(twice)).isEqualTo(retransmissions(once));
    });
  }

  private interface Check {
    void accept(Sample sample) throws IOException;
  }

  private static Stream<DynamicTest> each(Check check) throws IOException {
    return Samples.all().stream()
        .map(sample -> dynamicTest(sample.page().name(), () -> check.accept(sample)));
  }

  private static Frame at(Frame frame, int number, long timeNanos) {
    return new Frame(
        number,
        timeNanos,
        frame.linkType(),
        frame.interfaceId(),
        frame.originalLength(),
        frame.data(),
        frame.options());
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

  /** Verdicts and rules without frame numbers. */
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
    report
        .audit()
        .findings()
        .forEach(finding -> judged.add(finding.rule().id() + " " + finding.confidence()));
    judged.addAll(state(report));
    return judged;
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
