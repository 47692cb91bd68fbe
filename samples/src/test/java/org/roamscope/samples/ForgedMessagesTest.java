package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Profile;
import org.roamscope.capture.Frame;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Dissector;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.report.Report;
import org.roamscope.samples.Samples.Sample;
import org.roamscope.track.Correlation;
import org.roamscope.track.Registration;

/**
 * A binding message whose checksum is wrong is told of and believed by nobody: before every right
 * one comes a copy with the other K, and nothing is said otherwise of bindings and handovers.
 */
class ForgedMessagesTest {
  private static final long BEFORE_NANOS = 200_000;
  private static final int UPDATE = 5;
  private static final int ACKNOWLEDGEMENT = 6;

  @TestFactory
  Stream<DynamicTest> aWrongChecksumChangesNoVerdict() throws IOException {
    return Samples.all().stream()
        .map(sample -> dynamicTest(sample.page().name(), () -> check(sample)));
  }

  @Test
  void thereAreMessagesToForge() throws IOException {
    long forged = 0;
    for (Sample sample : Samples.all()) {
      forged += sample.frames().stream().filter(frame -> forged(frame, 1).isPresent()).count();
    }
    assertThat(forged).isGreaterThan(100);
  }

  private static void check(Sample sample) throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (Frame frame : sample.frames()) {
      forged(frame, frames.size() + 1).ifPresent(frames::add);
      frames.add(Samples.at(frame, frames.size() + 1, frame.timeNanos(), frame.data()));
    }
    assertThat(verdicts(Samples.audit(ScenarioMain.capture(frames))))
        .isEqualTo(verdicts(Samples.audit(sample.capture(), Profile.TS24303)));
  }

  private static Optional<Frame> forged(Frame frame, int number) {
    Dissection dissection = Dissector.dissect(frame.linkType(), frame.slice(), null);
    return dissection
        .first(MobilityHeader.class)
        .filter(header -> header.type() == UPDATE || header.type() == ACKNOWLEDGEMENT)
        .filter(header -> header.slice().sameSource(dissection.elements().getFirst().slice()))
        .map(header -> {
          byte[] octets = frame.data().clone();
          int message = header.slice().offset();
          octets[message + (header.type() == UPDATE ? 8 : 7)] ^=
              (byte) (header.type() == UPDATE ? 0x10 : 0x80);
          return Samples.at(frame, number, frame.timeNanos() - BEFORE_NANOS, octets);
        });
  }

  private static List<String> verdicts(Report report) {
    List<String> verdicts = new ArrayList<>();
    for (Handover handover : report.audit().handovers()) {
      verdicts.add("%s %s".formatted(handover.movement().to(), handover.verdict()));
    }
    for (Correlation.History history : report.audit().correlation().histories()) {
      for (Registration registration : history.ue().registrations()) {
        verdicts.add(
            "%s %s K=%s/%s"
                .formatted(
                    registration.careOfAddress(),
                    registration.outcome(),
                    registration.keyManagementRequested(),
                    registration.keyManagementGranted()));
      }
    }
    return verdicts;
  }
}
