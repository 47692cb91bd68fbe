package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.TimelineLane.Span;

/** AH and ESP in the timeline of recordings, with and without their keys. */
class TimelineIpsecTest {
  private static Timeline timeline(String name, boolean withKeys) {
    Path recorded =
        Path.of(Objects.requireNonNull(System.getProperty("roamscope.root")))
            .resolve("samples/recorded");
    KeyRing keys =
        withKeys ? KeyFiles.read(List.of(recorded.resolve(name + ".keys"))) : KeyRing.EMPTY;
    Report report =
        Analysis.run(
            List.of(new Analysis.Source.File(recorded.resolve(name + ".pcap"), name)),
            keys,
            Profile.TS24303,
            "test",
            (file, bytes, frames) -> {},
            () -> false);
    var reports = new UeReports(report);
    return reports.timeline(reports.summaries().getFirst().ue());
  }

  /** The SPIs are those of esp_sa beside the recording. */
  @Test
  void childSasStandUnderTheIkeSaThatMadeThemAndEndWithIt() {
    Timeline timeline = timeline("reauthentication", true);
    assertThat(timeline.lanes()).extracting(TimelineLane::name).endsWith("SA A", "SA B");
    Span first = timeline.lanes().get(1).below().getFirst().spans().getFirst();
    assertThat(first.label()).isEqualTo("ESP 0xcfb3d706 / 0xcdb5fb0b");
    assertThat(first.from().frame()).isEqualTo(8);
    assertThat(first.detail())
        .isEqualTo(
            "child SA of SA A, SPI to the UE 0xcfb3d706, to the home agent 0xcdb5fb0b,"
                + " ended with its IKE SA in frame 15, 0 packets seen");
    Span second = timeline.lanes().get(2).below().getFirst().spans().getFirst();
    assertThat(second.label()).isEqualTo("ESP 0xc4e39004 / 0xce909501");
    assertThat(second.untilNanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(timeline.ipsec()).isEmpty();
  }

  @Test
  void packetsAreCountedWithTheirChildSa() {
    Timeline timeline = timeline("protected-signalling", true);
    assertThat(timeline.lanes().get(1).below())
        .singleElement()
        .satisfies(lane -> {
          assertThat(lane.name()).isEqualTo("child SAs");
          assertThat(lane.spans())
              .singleElement()
              .satisfies(span -> assertThat(span.detail()).endsWith(", 4 packets seen"));
        });
    assertThat(timeline.ipsec()).isEmpty();
  }

  /** Without keys nothing tells which IKE SA made them. */
  @Test
  void withoutKeysThereAreOnlySpis() {
    Timeline timeline = timeline("protected-signalling", false);
    assertThat(timeline.lanes().get(1).below()).isEmpty();
    assertThat(timeline.ipsec())
        .singleElement()
        .satisfies(lane -> {
          assertThat(lane.name()).isEqualTo("SPIs seen");
          assertThat(lane.spans())
              .extracting(Span::label)
              .containsExactly(
                  "ESP to HA 0xce7fc870",
                  "ESP to UE 0xc3b14232",
                  "ESP to HA 0xce7fc870",
                  "ESP to UE 0xc3b14232");
          assertThat(lane.spans())
              .extracting(span -> span.from().frame())
              .containsExactly(9, 10, 11, 12);
          assertThat(lane.spans().get(2).detail())
              .isEqualTo(
                  "2001:db8:b::a1 > 2001:db8:100::1, 1 packet, the last at 1.517511 s;"
                      + " which IKE SA made it is not shown");
        });
  }
}
