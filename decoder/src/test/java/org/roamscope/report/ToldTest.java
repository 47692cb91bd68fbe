package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.Analysis;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Profile;
import org.roamscope.keys.KeyRing;
import org.roamscope.track.EventWindow;

/** A watch that looks back to less than it takes a verdict to settle. */
class ToldTest {
  private static final int UES = 40;
  private static final int ROUNDS = 8;

  /** Binding Updates and acknowledgements of UEs that move in turn, ten a second. */
  private static Analysis.Source moves() {
    Trace trace = new Trace();
    for (int round = 0; round < ROUNDS; round++) {
      for (int ue = 0; ue < UES; ue++) {
        String home = "2001:db8:100::" + Integer.toHexString(0x1000 + ue);
        String careOf = "2001:db8:a" + round + "::" + Integer.toHexString(0x1000 + ue);
        trace
            .update(home, careOf, round + 1, 30, true)
            .answer(home, careOf, round + 1, 0, 30, true);
      }
    }
    return trace.source("moves");
  }

  /** Tells all changes of a watch that is due after so many packets. */
  private static Report watch(int every, EventWindow window, Told told, Consumer<Told.Change> to) {
    return Analysis.watch(
        moves(),
        KeyRing.EMPTY,
        Profile.TS24303,
        "",
        window,
        new Analysis.Watch() {
          private int packets;

          @Override
          public boolean due() {
            return ++packets % every == 0;
          }

          @Override
          public void soFar(Report report, boolean shortened) {
            if (shortened) {
              told.shortened(report).forEach(to);
            }
            told.changes(report, false).forEach(to);
          }
        },
        () -> false);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 37, 80})
  void everyHandoverIsToldOnceBeforeItIsGivenUp(int every) {
    List<String> handovers = new ArrayList<>();
    Told told = new Told();
    Consumer<Told.Change> to =
        change -> {
          if (change instanceof Told.OfHandover(Told.Kind kind, Handover handover)) {
            assertThat(kind).isEqualTo(Told.Kind.NEW);
            handovers.add(handover.movement().to() + " " + handover.verdict());
          }
        };
    EventWindow window = new EventWindow(2 * UES);
    told.changes(watch(every, window, told, to), true).forEach(to);
    assertThat(window.size()).isLessThan(6 * UES);
    assertThat(handovers).hasSize(UES * (ROUNDS - 1)).doesNotHaveDuplicates();
    assertThat(handovers).allMatch(said -> said.endsWith(" K_AGREED"));
  }
}
