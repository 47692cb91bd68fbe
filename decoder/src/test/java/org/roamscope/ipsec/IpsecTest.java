package org.roamscope.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

class IpsecTest {
  private static final byte[] AH =
      Hex.parse(
          """
          87 04 0000        next header MH, 4 + 2 words
          00001001          SPI
          00000007          sequence
          a0a1a2a3a4a5a6a7a8a9aaab
          3b01              what it protects
          """
              .replaceAll("(?m)  +.*$", ""));

  @Test
  void readsEsp() {
    List<Problem> problems = new ArrayList<>();
    EspHeader esp = EspHeader.read(Slice.of(Hex.parse("80001001 00000002 a0a1a2a3")), problems);
    assertThat(problems).isEmpty();
    assertThat(esp).isNotNull();
    if (esp != null) {
      assertThat(esp.spi()).isEqualTo(0x80001001L);
      assertThat(esp.sequence()).isEqualTo(2);
      assertThat(esp.protectedData().length()).isEqualTo(4);
      assertThat(esp.info()).isEqualTo("ESP (SPI=0x80001001)");
      assertThat(esp.layout().fields())
          .extracting(Field::filterName)
          .containsExactly("esp.spi", "esp.sequence", "roam.esp.protected_data");
    }
  }

  @Test
  void readsAh() {
    List<Problem> problems = new ArrayList<>();
    AhHeader ah = AhHeader.read(Slice.of(AH), problems);
    assertThat(problems).isEmpty();
    assertThat(ah).isNotNull();
    if (ah != null) {
      assertThat(ah.nextHeader()).isEqualTo(135);
      assertThat(ah.octets()).isEqualTo(24);
      assertThat(ah.slice().length()).isEqualTo(24);
      assertThat(ah.spi()).isEqualTo(0x1001);
      assertThat(ah.sequence()).isEqualTo(7);
      assertThat(ah.icv().length()).isEqualTo(12);
    }
  }

  @Test
  void saysWhatIsWrongWithShortHeaders() {
    List<Problem> problems = new ArrayList<>();
    assertThat(EspHeader.read(Slice.of(new byte[7]), problems)).isNull();
    assertThat(EspHeader.read(Slice.of(new byte[7], 60), problems)).isNull();
    assertThat(AhHeader.read(Slice.of(new byte[20]), problems)).isNull();
    assertThat(AhHeader.read(Slice.of(Arrays.copyOf(AH, 20)), problems)).isNull();
    assertThat(AhHeader.read(Slice.of(Arrays.copyOf(AH, 20), 60), problems)).isNotNull();
    assertThat(problems)
        .extracting(Problem::kind)
        .containsExactly(
            ProblemKind.LENGTH,
            ProblemKind.CUT_BY_CAPTURE,
            ProblemKind.LENGTH,
            ProblemKind.LENGTH,
            ProblemKind.CUT_BY_CAPTURE);
  }

  @Test
  void survivesEveryTruncationAndFlippedBit() {
    for (int length = 0; length <= AH.length; length++) {
      for (int bit = 0; bit < length * 8; bit++) {
        byte[] octets = Arrays.copyOf(AH, length);
        octets[bit >>> 3] ^= (byte) (0x80 >>> (bit & 7));
        List<Problem> problems = new ArrayList<>();
        Slice cut = Slice.of(octets, AH.length);
        show(AhHeader.read(cut, problems));
        show(AhHeader.read(Slice.of(octets), problems));
        show(EspHeader.read(cut, problems));
        UdpEncapsulation.of(cut);
        for (Problem problem : problems) {
          assertThat(problem.span().endByte()).isLessThanOrEqualTo(length);
        }
      }
    }
  }

  private static void show(@org.jspecify.annotations.Nullable Element element) {
    if (element != null) {
      for (Field field : element.layout().fields()) {
        if (field.in(element.slice())) {
          assertThat(field.span(element.slice()).endByte())
              .isLessThanOrEqualTo(element.slice().length());
          field.text(element.slice());
        }
      }
    }
  }

  @Test
  void tellsWhatPort4500Carries() {
    assertThat(of("ff")).isEqualTo(UdpEncapsulation.KEEPALIVE);
    assertThat(of("")).isEqualTo(UdpEncapsulation.EMPTY);
    assertThat(of("fe")).isEqualTo(UdpEncapsulation.UNKNOWN);
    assertThat(of("000000")).isEqualTo(UdpEncapsulation.UNKNOWN);
    assertThat(of("00000000")).isEqualTo(UdpEncapsulation.IKE);
    assertThat(of("00000001")).isEqualTo(UdpEncapsulation.ESP);
    assertThat(of("ffffffff")).isEqualTo(UdpEncapsulation.ESP);
    // One octet of a longer datagram is no keepalive.
    assertThat(UdpEncapsulation.of(Slice.of(Hex.parse("ff"), 100)))
        .isEqualTo(UdpEncapsulation.UNKNOWN);
  }

  private static UdpEncapsulation of(String payload) {
    return UdpEncapsulation.of(Slice.of(Hex.parse(payload)));
  }
}
