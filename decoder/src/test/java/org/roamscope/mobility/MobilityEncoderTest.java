package org.roamscope.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roamscope.mobility.MobilityEncoder.UpdateFlag.A;
import static org.roamscope.mobility.MobilityEncoder.UpdateFlag.H;
import static org.roamscope.mobility.MobilityEncoder.UpdateFlag.K;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;
import org.roamscope.mobility.MobilityEncoder.AcknowledgementFlag;
import org.roamscope.mobility.MobilityEncoder.UpdateFlag;

class MobilityEncoderTest {
  private static final IpAddress CARE_OF = IpAddress.parse("2001:db8:1::1");
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:2::2");
  private static final IpAddress HOME = IpAddress.parse("2001:db8:aa::1");

  @Test
  void bindingUpdateWithAlternateCareOfAddress() {
    byte[] octets =
        MobilityEncoder.bindingUpdate(7, EnumSet.of(A, H, K), 400)
            .with(MobilityEncoder.alternateCareOfAddress(CARE_OF))
            .encode(HOME, AGENT);
    assertThat(Hex.plain(octets))
        .isEqualTo("3b03050060fd0007d00000640100031020010db8000100000000000000000001");
  }

  @Test
  void bindingAcknowledgement() {
    byte[] octets =
        MobilityEncoder.bindingAcknowledgement(0, EnumSet.of(AcknowledgementFlag.K), 7, 400)
            .encode(AGENT, HOME);
    assertThat(Hex.plain(octets)).isEqualTo("3b010600605900800007006401020000");
  }

  @Test
  void everyMessageReadsBack() {
    MobilityEncoder.Option identity =
        MobilityEncoder.mobileNodeIdentifier(1, "ue@example.org".getBytes(StandardCharsets.UTF_8));
    for (MobilityEncoder message :
        List.of(
            MobilityEncoder.bindingRefreshRequest(),
            MobilityEncoder.homeTestInit(0x1122334455667788L),
            MobilityEncoder.careOfTestInit(2),
            MobilityEncoder.homeTest(3, 4, 5),
            MobilityEncoder.careOfTest(6, 7, 8),
            MobilityEncoder.bindingUpdate(65535, EnumSet.allOf(UpdateFlag.class), 65535 * 4),
            MobilityEncoder.bindingAcknowledgement(
                255, EnumSet.allOf(AcknowledgementFlag.class), 65535, 0),
            MobilityEncoder.bindingError(1, HOME))) {
      MobilityHeader header =
          read(
              message
                  .with(identity)
                  .with(MobilityEncoder.bindingRefreshAdvice(40))
                  .with(MobilityEncoder.nonceIndices(1, 2))
                  .with(MobilityEncoder.mobileNetworkPrefix(IpAddress.parse("2001:db8:f::"), 48))
                  .with(MobilityEncoder.ipv4HomeAddress(IpAddress.parse("0.0.0.0"), 32))
                  .with(
                      MobilityEncoder.ipv4AddressAcknowledgement(
                          0, IpAddress.parse("192.0.2.1"), 32))
                  .with(MobilityEncoder.natDetectionForced(110))
                  .with(MobilityEncoder.ipv4CareOfAddress(IpAddress.parse("192.0.2.2")))
                  .with(MobilityEncoder.alternateCareOfAddress(CARE_OF))
                  .with(MobilityEncoder.bindingAuthorizationData(new byte[12])));
      assertThat(header.checksum()).isEqualTo(ChecksumStatus.GOOD);
      List<Integer> types =
          header.message().options().stream()
              .map(MobilityOption::type)
              .filter(type -> type > 1)
              .toList();
      assertThat(types).containsExactly(8, 2, 4, 6, 29, 30, 31, 32, 3, 5);
      for (MobilityOption option : header.message().options()) {
        int at = option.slice().offset();
        switch (option.type()) {
          case 3 -> assertThat(at % 8).isEqualTo(6);
          case 5 -> assertThat(at % 8).isEqualTo(2);
          case 6 -> assertThat(at % 8).isEqualTo(4);
          case 29, 30, 31, 32 -> assertThat(at % 4).isZero();
          default -> {}
        }
      }
    }
  }

  @Test
  void lifetimesCountFourSeconds() {
    assertThatThrownBy(() -> MobilityEncoder.bindingUpdate(1, Set.of(), 5))
        .hasMessageContaining("units of 4 seconds");
  }

  private static MobilityHeader read(MobilityEncoder message) {
    List<Problem> problems = new ArrayList<>();
    byte[] octets = message.encode(HOME, AGENT);
    assertThat(octets.length % 8).isZero();
    MobilityHeader header = MobilityDissector.dissect(Slice.of(octets), HOME, AGENT, problems);
    // every option in every message: only where and how often they stand is wrong
    assertThat(problems)
        .extracting(Problem::kind)
        .isSubsetOf(ProblemKind.ORDER, ProblemKind.DUPLICATE);
    if (header == null) {
      throw new AssertionError("not read back");
    }
    return header;
  }
}
