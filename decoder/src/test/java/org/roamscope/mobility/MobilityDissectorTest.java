package org.roamscope.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

class MobilityDissectorTest {
  private static final IpAddress HOME = IpAddress.parse("2001:db8:aa::1");
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:2::2");

  private final List<Problem> problems = new ArrayList<>();

  private MobilityHeader read(String hex) {
    return Objects.requireNonNull(
        MobilityDissector.dissect(Slice.of(Hex.parse(hex)), HOME, AGENT, problems));
  }

  /** Payload Proto 59, a type, checksum 0, sequence 1, flags, lifetime 1, then options. */
  private static String update(int headerLength, String options) {
    return String.format("3b%02x05000000" + "0001" + "d000" + "0001", headerLength) + options;
  }

  @Test
  void optionPastTheEndIsNamedAndTheRestKept() {
    MobilityHeader header = read(update(1, "0102" + "0000"));
    assertThat(header.message().options()).hasSize(1);
    problems.clear();
    MobilityHeader overrun = read(update(1, "03100000"));
    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.kind()).isEqualTo(ProblemKind.LENGTH);
          assertThat(problem.needed()).isEqualTo(18);
          assertThat(problem.available()).isEqualTo(4);
        });
    assertThat(overrun.message().options())
        .singleElement()
        .isInstanceOf(UnknownMobilityOption.class);
  }

  /** A bad option does not lose the ones after it. */
  @Test
  void walkGoesOnAfterAnOptionThatIsTooShort() {
    MobilityHeader header = read(update(2, "0202" + "00" + "00" + "2004c0000201" + "0000"));
    assertThat(header.message().options())
        .extracting(MobilityOption::type)
        .containsExactly(2, 32, 0, 0);
    assertThat(header.message().options().get(1)).isInstanceOf(UnknownMobilityOption.class);
    assertThat(problems).anyMatch(problem -> problem.field().equals("mip6.opt.len.invalid"));
  }

  /** Option 21 does not count its SPI, 60 counts 32-bit words. */
  @Test
  void oddLengthsDoNotMisalignTheWalk() {
    MobilityHeader header =
        read(update(3, "1504" + "00000001" + "aabbccdd" + "3c01" + "0000" + "11223344" + "0000"));
    assertThat(header.message().options())
        .extracting(MobilityOption::type)
        .containsExactly(21, 60, 0, 0);
  }

  @Test
  void optionsAreCapped() {
    MobilityHeader header = read(update(255, "00".repeat(2048 - 12)));
    assertThat(header.message().options()).hasSize(MobilityDissector.MAX_OPTIONS);
    assertThat(problems).anyMatch(problem -> problem.kind() == ProblemKind.LIMIT);
  }

  @Test
  void lengthThatThePacketLacks() {
    MobilityHeader header = read(update(40, "01020000"));
    assertThat(header.checksum()).isEqualTo(ChecksumStatus.UNVERIFIABLE);
    assertThat(header.lengthFits()).isFalse();
    assertThat(problems)
        .anyMatch(
            problem -> problem.kind() == ProblemKind.LENGTH && problem.field().equals("mip6.hlen"));
  }

  @Test
  void unknownTypesAreShown() {
    MobilityHeader header = read("3b00c800" + "00000000");
    assertThat(header.message().title()).isEqualTo("Unknown Mobility Header (200)");
    assertThat(read("3b000c00" + "00000000").message().title()).isEqualTo("Home Agent Switch");
  }

  @Test
  void identifiersReadAsWhatTheyAre() {
    MobileNodeIdentifier nai =
        new MobileNodeIdentifier(Slice.of(Hex.parse("0806" + "01" + "7540622e63")));
    assertThat(nai.identifier()).isEqualTo("u@b.c");
    MobileNodeIdentifier imsi =
        new MobileNodeIdentifier(Slice.of(Hex.parse("0809" + "03" + "00011032547698f0")));
    assertThat(imsi.identifier()).isEqualTo("001001234567890");
  }

  @Test
  void udpPayloadIsToldByItsFirstNibble() {
    assertThat(Dsmip.of(Slice.of(Hex.parse("60000000")))).isEqualTo(Dsmip.IPV6);
    assertThat(Dsmip.of(Slice.of(Hex.parse("45000000")))).isEqualTo(Dsmip.IPV4);
    assertThat(Dsmip.of(Slice.of(Hex.parse("00290028")))).isEqualTo(Dsmip.TLV);
    assertThat(Dsmip.of(Slice.of(Hex.parse("ff")))).isEqualTo(Dsmip.KEEPALIVE);
    assertThat(Dsmip.of(Slice.of(new byte[0]))).isEqualTo(Dsmip.KEEPALIVE);
    assertThat(Dsmip.of(Slice.of(Hex.parse("a5a5a5a5")))).isEqualTo(Dsmip.UNKNOWN);
  }
}
