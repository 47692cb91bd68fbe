package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedUesTest {
  private static final String A = "2001:db8:a::a1";
  private static final String B = "2001:db8:b::a1";
  private static final long SPI = 0x1111111111111111L;

  private static Trace moved(Trace trace, String home, int host, boolean again) {
    String from = A + host;
    String to = B + host;
    Trace bound =
        trace
            .run(from, SPI + host * 256L)
            .update(home, from, 1, 150, true)
            .answer(home, from, 1, 0, 150, true)
            .update(home, to, 2, 150, true)
            .answer(home, to, 2, 0, 150, true);
    return again ? bound.run(to, SPI + host * 256L + 16) : bound;
  }

  private static Report report() {
    Trace trace = new Trace();
    moved(trace, "2001:db8:100::1:1", 1, false);
    moved(trace, "2001:db8:100::1:2", 2, true);
    moved(trace, "2001:db8:100::1:3", 3, false);
    return trace.report();
  }

  @Test
  void troubleComesFirst() {
    WatchedUes all = WatchedUes.of(report(), 10, "");
    assertThat(all.all()).isEqualTo(3);
    WatchedUe worst = all.ues().getFirst();
    assertThat(worst.name()).isEqualTo("2001:db8:100::1:2");
    assertThat(worst.state()).isEqualTo("NEEDLESS_RERUN");
    assertThat(worst.tone()).isEqualTo(Tone.BAD);
    assertThat(worst.careOfAddress()).isEqualTo(B + 2);
    assertThat(worst.keyManagement()).isEqualTo("1/1");
    assertThat(worst.details()).anyMatch(line -> line.contains("K001"));
    assertThat(all.ues().getLast().tone()).isEqualTo(Tone.GOOD);
  }

  @Test
  void isBoundedAndStillFindsWhatIsSearched() {
    assertThat(WatchedUes.of(report(), 1, "").ues()).hasSize(1);
    List<WatchedUe> found = WatchedUes.of(report(), 1, "1:3").ues();
    assertThat(found)
        .extracting(WatchedUe::name)
        .containsExactly("2001:db8:100::1:2", "2001:db8:100::1:3");
    assertThat(WatchedUes.of(report(), 1, "2001:DB8:100").ues()).hasSize(2);
  }
}
