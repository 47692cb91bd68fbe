package org.roamscope.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

/** What every type of message holds: octets after the checksum beside the values. */
class MobilityMessageTest {
  private final List<Problem> problems = new ArrayList<>();

  private MobilityHeader read(int type, String data) {
    return Messages.read(type, data, problems);
  }

  private List<ProblemKind> kinds() {
    return problems.stream().map(Problem::kind).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | 0000                               | mip6.binding_refresh_request=0000
          1  | 00001122334455667788               | mip6.hoti.cookie=0x1122334455667788
          2  | 00001122334455667788               | mip6.coti.cookie=0x1122334455667788
          3  | 000311223344556677880000000000000009 | mip6.hot.nindex=3 mip6.hot.cookie=0x1122334455667788 mip6.hot.token=0x0000000000000009
          4  | 000411223344556677880000000000000009 | mip6.cot.nindex=4 mip6.cot.cookie=0x1122334455667788 mip6.hot.token=0x0000000000000009 roam.mip6.cot.token=0x0000000000000009
          5  | 0005a8500064                       | mip6.bu.seqnr=5 mip6.bu.a_flag=1 mip6.bu.h_flag=0 mip6.bu.l_flag=1 mip6.bu.k_flag=0 mip6.bu.m_flag=1 mip6.bu.b_flag=1 roam.mip6.bu.s_flag=0 roam.mip6.bu.d_flag=1 mip6.bu.lifetime=100
          5  | 000517a00064                       | mip6.bu.k_flag=1 mip6.nemo.bu.r_flag=1 mip6.bu.p_flag=1 mip6.bu.f_flag=1 mip6.bu.t_flag=1 mip6.bu.b_flag=0 roam.mip6.bu.s_flag=1 roam.mip6.bu.d_flag=0
          6  | 87aa00050064                       | mip6.ba.status=135 mip6.ba.k_flag=1 mip6.nemo.ba.r_flag=0 mip6.ba.p_flag=1 mip6.ba.t_flag=0 mip6.ba.b_flag=1 roam.mip6.ba.s_flag=0 roam.mip6.ba.d_flag=1 mip6.ba.seqnr=5 mip6.ba.lifetime=100
          7  | 010020010db8000a0000000000000000000a | mip6.be.status=1 mip6.be.haddr=2001:db8:a::a
          8  | 0008a0000064                       | mip6.fbu.seqnr=8 mip6.fbu.a_flag=1 mip6.fbu.h_flag=0 mip6.fbu.l_flag=1 mip6.fbu.k_flag=0 mip6.fbu.lifetime=100
          9  | 018000090064                       | mip6.fback.status=1 mip6.fback.k_flag=1 mip6.fback.seqnr=9 mip6.fback.lifetime=100
          10 | 0000                               | mip6.fast_neighbor_advertisement=0000
          11 | aabbccddeeff00000000               | mip6.em.data=aabbccddeeff00000000
          12 | 010020010db8000a0000000000000000000a | mip6.has.num_addrs=1 mip6.has.reserved=0x00 mip6.has.address=2001:db8:a::a
          13 | 0001000000070000                   | mip6.hb.u_flag=0 mip6.hb.r_flag=1 mip6.hb.seqnr=7
          13 | 0002ffffffff0000                   | mip6.hb.u_flag=1 mip6.hb.r_flag=0 mip6.hb.seqnr=4294967295
          14 | 0009a002                           | mip6.hi.seqnr=9 mip6.hi.s_flag=1 mip6.hi.u_flag=0 roam.mip6.hi.p_flag=1 roam.mip6.hi.f_flag=0 mip6.hi.code=2
          14 | 00095003                           | mip6.hi.s_flag=0 mip6.hi.u_flag=1 roam.mip6.hi.p_flag=0 roam.mip6.hi.f_flag=1 mip6.hi.code=3
          15 | 0009a005                           | mip6.hack.seqnr=9 roam.mip6.hack.u_flag=1 roam.mip6.hack.p_flag=0 roam.mip6.hack.f_flag=1 mip6.hack.code=5
          16 | 01800007a000                       | mip6.bri_br.type=1 mip6.bri_r.trigger=128 mip6.bri_seqnr=7 mip6.bri_ip=1 mip6.bri_iv=0 mip6.bri_ig=1 mip6.bri_res=0x0000
          16 | 028500074000                       | mip6.bri_br.type=2 mip6.bri_status=133 mip6.bri_seqnr=7 mip6.bri_ap=0 mip6.bri_av=1 mip6.bri_ag=0 mip6.bri_res=0x0000
          16 | 09ff0007ffff                       | mip6.bri_br.type=9 roam.mip6.bri.code=255 mip6.bri_seqnr=7 roam.mip6.bri.flags=0xffff
          17 | 00010000012c                       | mip6.lri.sequence=1 mip6.lri.reserved=0x0000 mip6.lri.lifetime=0x012c
          18 | 00018081012c                       | mip6.lra.sequence=1 mip6.lri.unsolicited=1 mip6.lra.reserved=0x00 mip6.lra.status=129 mip6.lra.lifetime=0x012c
          19 | 000100058000                       | roam.mip6.upn.sequence=1 roam.mip6.upn.reason=5 roam.mip6.upn.a_flag=1 roam.mip6.upn.d_flag=0
          20 | 000182000000                       | roam.mip6.upa.sequence=1 roam.mip6.upa.status=130
          21 | 000100020380                       | roam.mip6.fb.type=1 roam.mip6.fb.sequence=2 roam.mip6.fb.trigger=3 roam.mip6.fb.a_flag=1
          21 | 000200028100                       | roam.mip6.fb.type=2 roam.mip6.fb.sequence=2 roam.mip6.fb.status=129
          21 | 0007000281ff                       | roam.mip6.fb.type=7 roam.mip6.fb.sequence=2 roam.mip6.fb.code=129 roam.mip6.fb.flags=0xff
          22 | 0900                               | roam.mip6.subscription_query.sequence=9
          23 | 0980                               | roam.mip6.subscription_response.sequence=9 roam.mip6.subscription_response.i_flag=1
          200 | 1122                              | mip6.unknown_type_data=1122
          """)
  void fieldsOfEveryType(int type, String data, String values) {
    MobilityHeader header = read(type, data);
    for (String value : values.split(" ", -1)) {
      String[] parts = value.split("=", 2);
      assertThat(Messages.values(header, parts[0])).as(parts[0]).containsExactly(parts[1]);
    }
    assertThat(Messages.values(header, "mip6.mhtype")).containsExactly(Integer.toString(type));
    assertThat(Messages.values(header, "mip6.csum.status")).containsExactly("1");
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "11, 0000, Experimental Mobility Header",
    "16, 010000010000, Binding Revocation Indication",
    "16, 020000010000, Binding Revocation Acknowledgement",
    "16, 030000010000, Binding Revocation",
    "21, 000100020380, Flow Binding Indication",
    "21, 000200028100, Flow Binding Acknowledgement",
    "23, 0980, Subscription Response",
    "24, 0000, Unknown Mobility Header (24)"
  })
  void titles(int type, String data, String title) {
    assertThat(read(type, data).message().title()).isEqualTo(title);
  }

  /** V1: sequence 1 and 300 seconds stand at octets 6 and 10, not at the header's beginning. */
  @Test
  void v1LocalizedRoutingInitiationIsReadAfterTheHeader() {
    MobilityHeader header = read(17, "0001" + "0000" + "012c" + "01020000");
    assertThat(Messages.values(header, "mip6.lri.sequence")).containsExactly("1");
    assertThat(Messages.text(header.message(), "mip6.lri.lifetime")).isEqualTo("300 seconds");
    assertThat(header.message().options()).extracting(MobilityOption::type).containsExactly(1);
    assertThat(problems).isEmpty();
    MobilityHeader answer = read(18, "0001" + "00" + "00" + "ffff");
    assertThat(Messages.text(answer.message(), "mip6.lra.lifetime")).isEqualTo("65535 (infinity)");
  }

  @ParameterizedTest
  @CsvSource({
    "134, Duplicate Address Detection failed",
    "143, Forwarding Setup failed",
    "144, MIPV6-ID-MISMATCH",
    "145, MIPV6-MESG-ID-REQD",
    "146, MIPV6-AUTH-FAIL",
    "147, Permanent home keygen token unavailable",
    "148, CGA and signature verification failed",
    "179, CANNOT_MEET_QOS_SERVICE_REQUEST",
    "180, CANNOT_SUPPORT_MULTIPATH_BINDING",
    "200, Unknown (200)"
  })
  void v3AndV4BindingAcknowledgementStatusHasTheNameOfTheRegistry(int status, String name) {
    MobilityHeader header = read(6, String.format("%02x", status) + "00" + "0001" + "0000");
    assertThat(Messages.text(header.message(), "mip6.ba.status"))
        .isEqualTo(name + " (" + status + ")");
  }

  /** The same numbers mean other things in other messages. */
  @Test
  void statusIsNamedByTheTypeOfMessage() {
    assertThat(Messages.text(read(9, "8300" + "0001" + "0000").message(), "mip6.fback.status"))
        .isEqualTo("Incorrect interface identifier length (131)");
    assertThat(Messages.text(read(18, "0001" + "0081" + "0000").message(), "mip6.lra.status"))
        .isEqualTo("MN Not Attached (129)");
    assertThat(Messages.text(read(16, "0281" + "0001" + "0000").message(), "mip6.bri_status"))
        .isEqualTo("IPv4 Home Address Option Required (129)");
    assertThat(Messages.text(read(16, "0181" + "0001" + "0000").message(), "mip6.bri_r.trigger"))
        .isEqualTo("Revoking Mobility Node Local Policy (129)");
  }

  /** V6: RFC 5142 section 4: without an address the mobile node looks for a home agent. */
  @Test
  void v6HomeAgentSwitchWithoutAddressIsValid() {
    MobilityHeader header = read(12, "0000");
    assertThat(header.message())
        .isInstanceOfSatisfying(
            HomeAgentSwitch.class, message -> assertThat(message.addresses()).isEmpty());
    assertThat(header.message().options()).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void homeAgentSwitchHasOptionsAfterItsAddresses() {
    MobilityHeader header =
        read(
            12,
            "0200"
                + "20010db8000a0000000000000000000a"
                + "20010db8000b0000000000000000000b"
                + "02020010"
                + "01020000");
    assertThat(Messages.values(header, "mip6.has.address"))
        .containsExactly("2001:db8:a::a", "2001:db8:b::b");
    assertThat(header.message().options()).extracting(MobilityOption::type).containsExactly(2, 1);
    assertThat(problems).isEmpty();
  }

  @Test
  void homeAgentSwitchKeepsTheAddressesThatAreThere() {
    MobilityHeader header = read(12, "ff00" + "20010db8000a0000000000000000000a" + "20010db8");
    assertThat(Messages.values(header, "mip6.has.address")).containsExactly("2001:db8:a::a");
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(ProblemKind.LENGTH);
          assertThat(problem.field()).isEqualTo("mip6.has.num_addrs");
          assertThat(problem.needed()).isEqualTo(8 + 255 * 16);
        });
  }

  /** V8: the header says whether its checksum fits. */
  @Test
  void v8WrongChecksumIsBad() {
    byte[] octets = Messages.message(5, "0001" + "c000" + "0001");
    octets[5] ^= 1;
    MobilityHeader header = Messages.read(octets, problems);
    assertThat(Messages.values(header, "mip6.csum.status")).containsExactly("0");
    assertThat(kinds()).containsExactly(ProblemKind.CHECKSUM);
  }

  @Test
  void v8ChecksumOfACutMessageIsUnverified() {
    byte[] octets = Messages.message(5, "0001" + "c000" + "0001");
    Slice cut = Slice.of(Arrays.copyOf(octets, 14), octets.length);
    MobilityHeader header =
        Objects.requireNonNull(
            MobilityDissector.dissect(cut, Messages.HOME, Messages.AGENT, problems));
    assertThat(Messages.values(header, "mip6.csum.status")).containsExactly("2");
    assertThat(kinds()).containsOnly(ProblemKind.CUT_BY_CAPTURE);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 0001c0000000, mip6.bu.lifetime, 0 (deregistration)",
    "5, 0001c000ffff, mip6.bu.lifetime, 65535 (infinity)",
    "5, 0001c0000064, mip6.bu.lifetime, 100 (400 seconds)",
    "6, 000000010000, mip6.ba.lifetime, 0 (deregistration or rejection)",
    "6, 00000001ffff, mip6.ba.lifetime, 65535 (infinity)",
    "8, 0001c0000000, mip6.fbu.lifetime, 0 (deregistration)"
  })
  void v9ZeroAndAllOnesAreNoLifetimes(int type, String data, String field, String text) {
    assertThat(Messages.text(read(type, data).message(), field)).isEqualTo(text);
  }

  /** V10: the header must be the last one; what follows is a problem of its own. */
  @Test
  void v10AnotherPayloadProtocolIsNamed() {
    byte[] octets = Messages.message(0, "0000");
    octets[0] = 6;
    Messages.read(Messages.summed(octets), problems);
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(ProblemKind.VALUE);
          assertThat(problem.field()).isEqualTo("mip6.proto");
          assertThat(problem.span().bit()).isZero();
        });
  }

  @Test
  void octetsAfterTheHeaderAreNamed() {
    byte[] longer = Arrays.copyOf(Messages.message(0, "0000"), 12);
    Messages.read(longer, problems);
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(ProblemKind.LENGTH);
          assertThat(problem.span().firstByte()).isEqualTo(8);
          assertThat(problem.span().endByte()).isEqualTo(12);
        });
  }

  /** V10: type, data with a reserved bit set, the field, its first bit and its width. */
  @ParameterizedTest
  @CsvSource({
    "0, 0001, mip6.binding_refresh_request, 48, 16",
    "1, 00011122334455667788, roam.mip6.hoti.reserved, 48, 16",
    "2, 80001122334455667788, roam.mip6.coti.reserved, 48, 16",
    "5, 0001c0080000, roam.mip6.bu.reserved, 76, 4",
    "6, 000100010000, roam.mip6.ba.reserved, 63, 1",
    "7, 010100000000000000000000000000000000, roam.mip6.be.reserved, 56, 8",
    "8, 0001c0010000, roam.mip6.fbu.reserved, 68, 12",
    "9, 000100010000, roam.mip6.fback.reserved, 57, 7",
    "10, 0100, mip6.fast_neighbor_advertisement, 48, 16",
    "12, 0001, mip6.has.reserved, 56, 8",
    "13, 000400000007, roam.mip6.hb.reserved, 48, 14",
    "14, 00010100, roam.mip6.hi.reserved, 68, 4",
    "15, 00011000, roam.mip6.hack.reserved, 67, 5",
    "16, 010000010001, mip6.bri_res, 83, 13",
    "16, 020000011000, mip6.bri_res, 83, 13",
    "17, 000100010001, mip6.lri.reserved, 64, 16",
    "18, 000101000001, mip6.lra.reserved, 65, 7",
    "19, 000100012000, roam.mip6.upn.reserved, 82, 14",
    "20, 000100000001, roam.mip6.upa.reserved, 72, 24",
    "21, 000100010101, roam.mip6.fb.reserved, 89, 7",
    "21, 000200010080, roam.mip6.fb.reserved, 88, 8",
    "22, 0101, roam.mip6.subscription_query.reserved, 56, 8",
    "23, 0101, roam.mip6.subscription_response.reserved, 57, 7"
  })
  void v10ReservedBitsAreNamed(int type, String data, String field, long bit, long width) {
    read(type, data);
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(ProblemKind.RESERVED);
          assertThat(problem.field()).isEqualTo(field);
          assertThat(problem.span().bit()).isEqualTo(bit);
          assertThat(problem.span().bits()).isEqualTo(width);
        });
  }

  @Test
  void v10ReservedOctetOfTheHeaderIsNamed() {
    byte[] octets = Messages.message(5, "0001" + "c000" + "0001");
    octets[3] = (byte) 0xa5;
    Messages.read(Messages.summed(octets), problems);
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(ProblemKind.RESERVED);
          assertThat(problem.field()).isEqualTo("mip6.reserved");
          assertThat(problem.text()).contains("0xa5");
        });
  }

  /** RFC 5648 section 4.2 draws O where RFC 6602 has B. */
  @Test
  void overwriteIsTheBitOfBulkBesideABindingIdentifier() {
    String option = "2304" + "0001" + "0000" + "00000000";
    assertThat(Messages.values(read(5, "0001c0400001" + option), "roam.mip6.bu.o_flag"))
        .containsExactly("1");
    assertThat(Messages.values(read(5, "0001c0000001" + option), "roam.mip6.bu.o_flag"))
        .containsExactly("0");
    assertThat(Messages.values(read(5, "0001c0400001"), "roam.mip6.bu.o_flag")).isEmpty();
    assertThat(Messages.values(read(5, "0001c2400001" + option), "roam.mip6.bu.o_flag")).isEmpty();
  }

  /** The octets that are there still have names: the sequence number of a cut Binding Update. */
  @Test
  void aMessageThatIsTooShortShowsTheFieldsItHas() {
    MobilityHeader header = read(5, "0007");
    assertThat(header.message()).isInstanceOf(UnknownMobilityMessage.class);
    assertThat(header.message().title()).isEqualTo("Binding Update");
    assertThat(Messages.values(header, "mip6.bu.seqnr")).containsExactly("7");
    assertThat(Messages.values(header, "mip6.bu.lifetime")).isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(ProblemKind.LENGTH);
          assertThat(problem.needed()).isEqualTo(12);
          assertThat(problem.available()).isEqualTo(8);
        });
  }
}
