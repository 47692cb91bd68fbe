package org.roamscope.decrypt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.roamscope.decrypt.Coverage.Ah;
import org.roamscope.decrypt.Coverage.Esp;
import org.roamscope.decrypt.Coverage.Ike;
import org.roamscope.decrypt.Coverage.Subject;
import org.roamscope.field.IpAddress;

class MissingTest {
  private static final IpAddress PHONE = IpAddress.parse("2001:db8:1::1");
  private static final IpAddress HOME = IpAddress.parse("2001:db8::1");
  private static final IkeSpis PARENT = new IkeSpis(0x0123_4567_89ab_cdefL, 2);
  private static final Ike IKE2 = new Ike(2, 0x0123_4567_89ab_cdefL, 2);
  private static final Esp ESP = new Esp(0x1001, PHONE, HOME);
  private static final Ah AH = new Ah(0x2001, PHONE, HOME);

  @Test
  void ikeNeedsTheKeysOfItsVersion() {
    assertThat(Missing.of(IKE2, Outcome.NO_KEY, null))
        .hasValue(
            "IKEv2 SA 0123456789abcdef 0000000000000002: its SK keys (a row of"
                + " ikev2_decryption_table, or charon's log at level 4)");
    assertThat(Missing.of(new Ike(1, 1, 2), Outcome.NO_KEY, null))
        .hasValue(
            "IKEv1 SA 0000000000000001 0000000000000002: its encryption key (a row of"
                + " ikev1_decryption_table, or charon's log at level 4)");
  }

  @Test
  void espNeedsItsRowOrWhatItsParentDerivesItFrom() {
    assertThat(Missing.of(ESP, Outcome.NO_KEY, PARENT))
        .hasValue(
            "ESP SPI 0x00001001 (2001:db8:1::1 > 2001:db8::1): its row of esp_sa or the output of"
                + " ip xfrm state, or SK_d of IKE SA 0123456789abcdef 0000000000000002");
    assertThat(Missing.of(ESP, Outcome.NO_KEY, null).orElseThrow())
        .endsWith("or the keys of the IKE SA that negotiated it")
        .doesNotContain("SK_d");
  }

  @Test
  void ahHasNoTableOfWireshark() {
    assertThat(Missing.of(AH, Outcome.WRONG_KEY, PARENT).orElseThrow())
        .startsWith("AH SPI 0x00002001 (2001:db8:1::1 > 2001:db8::1): other keys, for none")
        .contains("ip xfrm state", "SK_d of IKE SA 0123456789abcdef 0000000000000002")
        .doesNotContain("esp_sa");
  }

  @Test
  void exactlyWhatIsNotReadableAsksForSomething() {
    for (Subject subject : List.of(IKE2, ESP, AH)) {
      EnumSet<Outcome> asked = EnumSet.noneOf(Outcome.class);
      for (Outcome outcome : Outcome.values()) {
        if (Missing.of(subject, outcome, null).isPresent()) {
          asked.add(outcome);
        }
      }
      assertThat(asked).as(subject.protocol()).allMatch(outcome -> !outcome.readable()).hasSize(5);
    }
  }

  @Test
  void sentencesAreLinesThatDiffer() {
    for (Subject subject : List.of(IKE2, ESP, AH)) {
      List<String> all =
          EnumSet.allOf(Outcome.class).stream()
              .flatMap(outcome -> Missing.of(subject, outcome, null).stream())
              .toList();
      assertThat(all).doesNotHaveDuplicates().noneMatch(line -> line.contains("\n"));
    }
  }

  @Test
  void aRowAsksOnceForEachWayItStayedClosed() {
    Map<Outcome, Long> packets =
        new TreeMap<>(Map.of(Outcome.OPENED, 3L, Outcome.NO_KEY, 7L, Outcome.CUT, 1L));
    assertThat(Missing.of(row(ESP, packets)))
        .hasSize(2)
        .satisfies(lines -> {
          assertThat(lines.get(0)).contains("esp_sa");
          assertThat(lines.get(1)).contains("whole packets");
        });
    assertThat(Missing.of(row(IKE2, Map.of(Outcome.OPENED, 3L)))).isEmpty();
  }

  private static Coverage.Row row(Coverage.Subject subject, Map<Outcome, Long> packets) {
    return new Coverage.Row(subject, packets, null, new Coverage.Seen(0, 1, 0, 0));
  }
}
