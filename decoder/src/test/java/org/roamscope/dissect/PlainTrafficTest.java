package org.roamscope.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.bytes.Hex;

/** A look at a few octets: what it calls plain needs no dissection, and only that. */
class PlainTrafficTest {
  private static final String ETHERNET = "020000000001020000000002";
  private static final String V4 = "4500003000004000400600000a0000010a000002";
  private static final String V6 =
      "6000000000100640" + "20010db8000100000000000000000001" + "20010db8000200000000000000000002";
  private static final String PORTS = "c35001bb00100000";

  private static byte[] octets(String text) {
    return Hex.parse(
        text.replace("ETH", ETHERNET)
            .replace("V4", V4)
            .replace("V6", V6)
            .replace("PORTS", PORTS)
            .replace(" ", ""));
  }

  private static boolean plain(int linkType, byte[] octets) {
    byte[] among = new byte[octets.length + 7];
    Arrays.fill(among, (byte) 0x86);
    System.arraycopy(octets, 0, among, 3, octets.length);
    return PlainTraffic.is(linkType, among, 3, octets.length);
  }

  @ParameterizedTest
  @CsvSource({
    "1, ETH 0800 V4 PORTS",
    "1, ETH 86dd V6 PORTS",
    "1, ETH 81000064 0800 V4 PORTS",
    "1, ETH 88a80064 81000064 86dd V6 PORTS",
    "113, 0000000100060200000000010000 0800 V4 PORTS",
    "101, V4 PORTS",
    "229, V6 PORTS"
  })
  void trafficOfOthersIsPlain(int linkType, String text) {
    byte[] octets = octets(text);
    assertThat(plain(linkType, octets)).isTrue();
    for (int length = 0; length < octets.length; length++) {
      assertThat(plain(linkType, Arrays.copyOf(octets, length))).as("cut to %s", length).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "more fragments, ETH 0800 450000300000 2000 40060000 0a0000010a000002 PORTS",
    "a later fragment, ETH 0800 450000300000 0001 40060000 0a0000010a000002 PORTS",
    "IPv4 options, ETH 0800 46000030000040004006 0000 0a0000010a000002 01010101 PORTS",
    "another version, ETH 0800 V6 PORTS",
    "no IP, ETH 0806 V4 PORTS",
    "a length, ETH 0040 V4 PORTS",
    "five tags, ETH 81000001 81000001 81000001 81000001 81000001 0800 V4 PORTS",
    "a Mobility Header, ETH 0800 450000300000400040870000 0a0000010a000002 PORTS",
    "ESP, ETH 0800 450000300000400040320000 0a0000010a000002 PORTS",
    "IP in IP, ETH 0800 450000300000400040290000 0a0000010a000002 PORTS",
    "IKE, ETH 0800 450000300000400040110000 0a0000010a000002 01f401f400100000",
    "NAT traversal, ETH 0800 450000300000400040110000 0a0000010a000002 c350119400100000",
    "DSMIPv6, ETH 0800 450000300000400040110000 0a0000010a000002 105fc35000100000",
    "GTP-U, ETH 0800 450000300000400040110000 0a0000010a000002 0868086800100000",
    "MPLS in UDP, ETH 0800 450000300000400040110000 0a0000010a000002 c35019eb00100000",
    "GRE in UDP, ETH 0800 450000300000400040110000 0a0000010a000002 c350129200100000"
  })
  void whateverElseIsNot(String what, String text) {
    assertThat(plain(1, octets(text))).as(what).isFalse();
  }

  /** An error of ICMP is plain to the trackers, and yet a tree of what it quotes stands in it. */
  @ParameterizedTest
  @CsvSource({"06, true", "11, true", "84, true", "01, false", "3a, false", "32, false"})
  void errorsQuoteOtherPackets(String protocol, boolean nothing) {
    byte[] octets = octets("4500003000004000 40" + protocol + "0000 0a0000010a000002 PORTS");
    assertThat(PlainTraffic.quotesNothing(101, octets, 0, octets.length)).isEqualTo(nothing);
  }

  @Test
  void otherLinksAreLeftToTheDissector() {
    for (int linkType : new int[] {0, 9, 50, 51, 105, 108, 127, 276, 65_535}) {
      assertThat(plain(linkType, octets("V4 PORTS"))).as("link type %s", linkType).isFalse();
    }
  }
}
