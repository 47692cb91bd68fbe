package org.roamscope.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.FieldValue;

/** Bytes of options and what their fields say, alone as {@code -T fields} prints them. */
class OptionValuesTest {
  private static final String V6 = "20010db8000100000000000000000001";
  private static final String V6_TEXT = "2001:db8:1::1";
  private static final String V4 = "c0000201";
  private static final String V4_TEXT = "192.0.2.1";

  private static void reads(String hex, String field, String... values) {
    Options read = Options.read(hex);
    assertThat(read.problems()).as(hex).isEmpty();
    assertThat(read.values(field)).as(hex + " " + field).containsExactly(values);
  }

  /**
   * The status names of IPv4 Address Acknowledgement and of IPv4 Home Address Reply are their own.
   */
  @Test
  void statusOfIpv4AddressesIsNotAnAccessTechnology() {
    String[] names = {
      "Failure, reason unspecified",
      "Administratively prohibited",
      "Incorrect IPv4 home address",
      "Invalid IPv4 address",
      "Dynamic IPv4 home address assignment not available",
      "Prefix allocation unauthorized"
    };
    for (int i = 0; i < names.length; i++) {
      int status = 128 + i;
      assertThat(Options.read(String.format("1e06%02x80", status) + V4).text("mip6.ipv4aa.sts"))
          .isEqualTo(names[i] + " (" + status + ")");
      assertThat(Options.read(String.format("2506%02x80", status) + V4).text("mip6.ipv4aa.sts"))
          .isEqualTo((i < 5 ? names[i] : "Unknown (133)") + " (" + status + ")");
    }
    reads("1e068080" + V4, "mip6.ipv4ha.preflen", "32");
    reads("25068080" + V4, "mip6.ipv4ha.ha", V4_TEXT);
  }

  @Test
  void option41IsTheAnchorAddress() {
    Options ipv4 = Options.read("29060200" + V4);
    assertThat(ipv4.option().title()).isEqualTo("Local Mobility Anchor Address");
    assertThat(ipv4.values("mip6.lmaa.ipv4")).containsExactly(V4_TEXT);
    reads("29120100" + V6, "mip6.lmaa.ipv6", V6_TEXT);
    assertThat(Options.read("2a0a0000" + "0102030405060708").option().title())
        .isEqualTo("Mobile Node Link-local Address Interface Identifier");
    reads("2a0a0000" + "0102030405060708", "roam.mip6.mnlliid.iid", "01:02:03:04:05:06:07:08");
  }

  @Test
  void identifiersOfEverySubtype() {
    String field = "mip6.mnid.identifier";
    reads("080f01" + "7565406578616d706c652e6f7267", field, "ue@example.org");
    reads("081102" + V6, field, V6_TEXT);
    reads("080903" + "00011032547698f0", field, "001001234567890");
    reads("080504" + "01020304", field, "01:02:03:04");
    reads("080705" + "aabbccddeeff", field, "aa:bb:cc:dd:ee:ff");
    reads("080906" + "aabbccddeeff0011", field, "aa:bb:cc:dd:ee:ff:00:11");
    reads("080b07" + "62f2208001010a0b0c0d", field, "62:f2:20:80:01:01:0a:0b:0c:0d");
    reads("080508" + "0001aabb", field, "00:01:aa:bb");
    reads("080201" + "61", field, "a");
    assertThat(Options.read("080903" + "00011032547698f0").text("mip6.mnid.subtype"))
        .isEqualTo("IMSI (3)");
    reads("400a0300" + "00011032547698f0", "roam.mip6.mag_id.identifier", "001001234567890");
  }

  /** Wireshark leaves out the last two octets of these. */
  @Test
  void octetsToTheEndOfTheOption() {
    reads(
        "090f01" + "00000005" + "aabbccddeeff00112233",
        "mip6.auth.auth_data",
        "aabbccddeeff00112233");
    reads("0c03" + "010203", "mip6.cgar.cga_par", "010203");
    reads("0d03" + "010203", "mip6.sign.sign", "010203");
    reads("0e03" + "010203", "mip6.phkt.phkt", "010203");
    reads("1008" + "0102030405060708", "mip6.mocot.co_keygen_tok", "0102030405060708");
    reads("1105" + "0080" + "616263", "mip6.dnsu.mn_id", "616263");
    reads("1204" + "01020304", "mip6.em.data", "01020304");
    reads("1309" + "00000009" + "07" + "01020304", "mip6.vsm.data", "01020304");
    reads("1504" + "00000001" + "aabbccdd", "mip6.badff.auth", "aabbccdd");
  }

  /** NTP counts from 1900 with a 32-bit fraction, RFC 5213 from 1970 with one of 16 bits. */
  @Test
  void points() {
    reads(
        "0a08" + "e0000000" + "80000000",
        "mip6.mseg_id.timestamp",
        "Feb  2, 2019 11:39:44.500000000 UTC");
    assertThat(Options.read("0a08" + "e0000000" + "80000000").text("mip6.mseg_id.timestamp"))
        .isEqualTo("2019-02-02T11:39:44.500Z");
    reads(
        "1b08" + "0000503f0000" + "8000",
        "mip6.timestamp_tmp",
        "Aug 30, 2012 05:54:08.500000000 UTC");
    reads(
        "1b08" + "ffffffffffff" + "ffff",
        "mip6.timestamp_tmp",
        "Apr 11, 2262 23:47:16.854775807 UTC");
  }

  @Test
  void variantsByLengthAndFlag() {
    reads("2304" + "0007" + "0080", "mip6.bi.bid", "7");
    reads("2304" + "0007" + "0080", "mip6.bi.h_flag", "1");
    reads("2308" + "0007" + "0080" + V4, "mip6.bi.coa_ipv4", V4_TEXT);
    reads("2314" + "0007" + "0005" + V6, "mip6.bi.coa_ipv6", V6_TEXT);
    reads("2102" + "0000", "mip6.gre_key");
    reads("2106" + "0000" + "01020304", "mip6.gre_key", "16909060");
    reads("2f06" + "4000" + V4, "mip6.redir.addr_r2lma_ipv4", V4_TEXT);
    reads("2f12" + "8000" + V6, "mip6.redir.addr_r2lma_ipv6", V6_TEXT);
    reads("3706" + "8018" + V4, "mip6.dmnp.dmnp_ipv4", V4_TEXT);
    reads("3712" + "0040" + V6, "mip6.dmnp.dmnp_ipv6", V6_TEXT);
    reads("3b06" + "0000" + V4, "roam.mip6.lma_up.ipv4", V4_TEXT);
    reads("3b12" + "0000" + V6, "roam.mip6.lma_up.ipv6", V6_TEXT);
    reads("2212" + "0240" + V6, "mip6.mhipv6ap.ipv6_address_prefix", V6_TEXT);
    assertThat(Options.read("2212" + "0240" + V6).text("mip6.mhipv6ap.ipv6_address_prefix"))
        .isEqualTo(V6_TEXT + "/64");
  }

  /**
   * Types that Wireshark 4.0 shows without their data; only there it has {@code mip6.mobility_opt}.
   */
  @Test
  void typesThatWiresharkLacks() {
    reads("2b02" + "0105", "roam.mip6.transient.l_flag", "1");
    reads("2b02" + "0105", "mip6.mobility_opt", "43");
    reads("1702" + "0001", "mip6.mobility_opt");
    reads("2c04" + "00010002", "roam.mip6.flow.fid", "1", "2");
    reads("3604" + "00800001", "roam.mip6.multicast_selector.m_flag", "1");
    reads("3803" + "220102", "roam.mip6.igmp.type", "34");
    reads("3903" + "8f0102", "roam.mip6.mld.type", "143");
    reads("3c01" + "0100" + "11223344", "roam.mip6.multicast.payload", "11223344");
    reads("3d01" + "0103" + "11223344", "roam.mip6.multicast_ack.status", "3");
    reads("3f06" + "0d0105" + "c00000", "roam.mip6.multipath.o_flag", "1");
    reads("4112" + "0040" + V6, "roam.mip6.anchored.prefix", V6_TEXT);
    reads("4212" + "0040" + V6, "roam.mip6.local.prefix_len", "64");
    reads("4322" + "0040" + V6 + V6, "roam.mip6.p_maar.address", V6_TEXT);
    reads("4410" + V6, "roam.mip6.s_maar.address", V6_TEXT);
    reads("4510" + V6, "roam.mip6.dlif_lla.address", V6_TEXT);
    reads("4608" + "0000" + "aabbccddeeff", "roam.mip6.dlif_ll.address", "aa:bb:cc:dd:ee:ff");
    assertThat(Options.read("1802" + "000d").text("mip6.att")).isEqualTo("3GPP NB-IoT (13)");
    assertThat(Options.read("1702" + "0006").text("mip6.hi"))
        .isEqualTo("Attachment over a new interface sharing prefixes (6)");
  }

  @Test
  void accessNetworkIdentifier() {
    String hex =
        "3423"
            + ("010a80" + "04" + "776c616e" + "03" + "617031") // UTF-8, wlan, ap1
            + ("0206" + "123456" + "fedcba") // 36.408875, -2.275574
            + ("0305" + "01" + "00002710") // enterprise 10000
            + ("0502" + "0007")
            + ("0602" + "000f"); // 60 seconds
    reads(hex, "mip6.acc_net_id.ani", "1", "2", "3", "5", "6");
    reads(hex, "mip6.acc_net_id.net_name", "wlan");
    reads(hex, "mip6.acc_net_id.ap_name", "ap1");
    reads(hex, "mip6.acc_net_id.geo.latitude_degrees", "1193046");
    reads(hex, "mip6.acc_net_id.geo.longitude_degrees", "-74566");
    reads(hex, "mip6.acc_net_id.op_id", "00002710");
    reads(hex, "roam.mip6.acc_net_id.update_timer", "15");
    assertThat(Options.read(hex).text("mip6.acc_net_id.geo.longitude_degrees"))
        .isEqualTo("-2.275574");
    reads(
        "3409" + "0107" + "00" + "03" + "616263" + "01" + "ff",
        "mip6.acc_net_id.net_name_data",
        "616263");
  }

  @Test
  void flowIdentification() {
    String selector =
        "88c00000" // A, E, I, J
            + V4
            + "00001001"
            + "01f4"
            + "1194";
    String hex =
        "2d20"
            + "0001"
            + "0002"
            + "00"
            + "00" // FID 1, priority 2
            + ("0204" + "00070008") // binding identifiers 7 and 8
            + ("0312" + "0100" + selector);
    reads(hex, "roam.mip6.flow.bid", "7", "8");
    reads(hex, "roam.mip6.ts.src_start_ipv4", V4_TEXT);
    reads(hex, "roam.mip6.ts.spi_start", "0x00001001");
    reads(hex, "roam.mip6.ts.dst_port_start", "500");
    reads(hex, "roam.mip6.ts.dst_port_end", "4500");
    reads("2d0a" + "00010002" + "0000" + "0402" + "000b", "roam.mip6.flow.sub.action", "11");
    reads(
        "2d0e" + "00010002" + "0000" + "0506" + "0000" + V4,
        "roam.mip6.flow.sub.target_ipv4",
        V4_TEXT);
    String ipv6 = "a0010000" + V6 + V6 + "3a"; // A, C, P: end of next header range without start
    Options read = Options.read("2d2f" + "00010002" + "0000" + "0327" + "0200" + ipv6);
    assertThat(read.values("roam.mip6.ts.src_start_ipv6")).containsExactly(V6_TEXT);
    assertThat(read.values("roam.mip6.ts.protocol_end")).containsExactly("58");
    assertThat(read.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.field()).isEqualTo("roam.mip6.ts.p_flag"));
  }

  /**
   * RFC 6089 gives PadN two meanings of its length; the one that leaves a readable rest is right.
   */
  @Test
  void paddingBetweenFlowSubOptions() {
    String action = "0402" + "000b";
    for (String padding : new String[] {"0102" + "0000", "0104" + "0000", "00", "0100", "0102"}) {
      String data = "00010002" + "0000" + padding + action;
      reads(
          "2d" + String.format("%02x", data.length() / 2) + data,
          "roam.mip6.flow.sub.action",
          "11");
    }
  }

  @Test
  void qualityOfService() {
    String hex =
        "3a26"
            + "01"
            + "b8"
            + "02"
            + "000000"
            + ("0106" + "0000" + "000f4240") // 1 Mbit/s
            + ("0306" + "4000" + "00000064") // E
            + ("0502" + "00" + "1d") // priority 1, capability 3, vulnerability 1
            + ("0a0a" + "0001" + "80000000" + V4);
    reads(hex, "roam.mip6.qos.operation", "2");
    reads(hex, "roam.mip6.qos.attr.rate", "1000000", "100");
    reads(hex, "roam.mip6.qos.attr.e_flag", "1");
    reads(hex, "roam.mip6.qos.attr.priority_level", "1");
    reads(hex, "roam.mip6.qos.attr.preemption_capability", "3");
    reads(hex, "roam.mip6.ts.src_start_ipv4", V4_TEXT);
  }

  @Test
  void parametersAndRequests() {
    String hex = "3e10" + ("0106" + "000f00020010") + ("0206" + "003c00050003");
    reads(hex, "roam.mip6.lcmp.reregistration_start", "15");
    reads(hex, "roam.mip6.lcmp.hb_max", "3");
    String asked = "2808" + "0000" + "0600" + "0802" + "0102";
    reads(asked, "mip6.cr.req_type", "6", "8");
    reads(asked, "mip6.vsm.req_data", "0102");
    String offload = "3510" + "80000000" + ("030a" + "0100" + "20000000" + V4);
    reads(offload, "roam.mip6.ts.dst_start_ipv4", V4_TEXT);
  }

  @Test
  void vendorSpecificOf3gpp() {
    String vendor = "000028af";
    reads("1307" + vendor + "02" + "00" + "10", "mip6.3gpp.spec_pmipv6_err_code", "16");
    reads("130a" + vendor + "03" + "00" + V4, "mip6.3gpp.pdn_gw_ipv4_addr", V4_TEXT);
    reads("1316" + vendor + "03" + "00" + V6, "mip6.3gpp.pdn_gw_ipv6_addr", V6_TEXT);
    reads("1308" + vendor + "06" + "00" + "0110", "mip6.3gpp.pdn_ind_cause", "16");
    reads("1308" + vendor + "0a" + "00" + "0800", "mip6.3gpp.charging_characteristic", "0x0800");
    reads("130e" + vendor + "0b" + "00" + "53123456789012f4", "mip6.3gpp.mei", "352143658709214");
    reads(
        "130e" + vendor + "0c" + "00" + "91947112345678f9", "mip6.3gpp.msisdn", "194917214365879");
    reads("130e" + vendor + "10" + "00" + "00011032547698f0", "mip6.3gpp.imsi", "001001234567890");
    reads("1309" + vendor + "0d" + "00" + "62f220", "roam.mip6.3gpp.serving_network", "262-02");
    reads("1307" + vendor + "11" + "00" + "05", "mip6.3gpp.pdn_conn_id", "5");
    reads("1307" + vendor + "13" + "00" + "01", "mip6.3gpp.lapi", "1");
    reads("1307" + vendor + "11" + "01" + "05", "roam.mip6.3gpp.data", "05"); // M: more follows
    reads("1307" + vendor + "11" + "01" + "05", "mip6.3gpp.flag.m", "1");
  }

  @Test
  void unknownOptionHasItsOwnLength() {
    reads("6304" + "01020304", "mip6.mobility_opt.len", "4");
    reads("6304" + "01020304", "mip6.mobility_opt", "99");
    reads("6304" + "01020304", "roam.mip6.option.data", "01020304");
  }

  /** TS 29.282: M says that the value goes on in the next option of the subtype. */
  @Test
  void valuesOfThreeGppInSeveralOptions() {
    String first = "1308" + "000028af" + "01" + "01" + "aabb";
    String middle = "1307" + "000028af" + "01" + "01" + "cc";
    String last = "1308" + "000028af" + "01" + "00" + "ddee";
    String other = "1308" + "000028af" + "05" + "00" + "0011";
    assertThat(joined(first + "0100" + middle + last + other)).containsExactly("aabbccddee");
    assertThat(joined(first + other + last)).isEmpty();
    assertThat(joined(last + other)).isEmpty();
    assertThat(joined(first + middle)).isEmpty();
  }

  private static List<String> joined(String options) {
    List<MobilityOption> read =
        OptionReader.read(Slice.of(Hex.parse(options)), 0, new ArrayList<>());
    List<String> found = new ArrayList<>();
    for (MobilityOption option : read) {
      option.layout().derived().stream()
          .filter(field -> option.derived(field) instanceof FieldValue.Octets)
          .map(field -> field.info().plain(Objects.requireNonNull(option.derived(field))))
          .forEach(found::add);
    }
    return found;
  }
}
