package org.roamscope.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.crypto.Octets.counting;
import static org.roamscope.crypto.Octets.hex;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Opened.Evidence;
import org.roamscope.crypto.Opened.Malformed;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Unsupported;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.crypto.Opened.WrongKey;

/** RFC 4302 section 3.3.3: packets beside what their checksum covers. */
class AhVerifierTest {
  private static final byte[] KEY = counting(0, 20);
  private static final Integrity SHA1 = Integrity.HMAC_SHA1_96;

  /** Next header 59, 24 octets long, SPI 0x1001, sequence number 1; the checksum is 00 here. */
  private static final String AH = "3b04 0000 00001001 00000001 000000000000000000000000";

  private static final String PAYLOAD = "6869";

  private static final String HOME = "20010db8000100000000000000000001";
  private static final String CARE_OF = "20010db8000200000000000000000002";
  private static final String AGENT = "20010db8000a0000000000000000000a";

  /** The packet with the checksum of what it should look like. */
  private static byte[] packet(String wire, String covered, int ahAt, String implicit) {
    byte[] packet = hex(wire);
    byte[] code = MacFunction.of(SHA1, KEY).of(hex(covered), hex(implicit));
    System.arraycopy(code, 0, packet, ahAt + 12, 12);
    return packet;
  }

  private static Opened<AhContent> verify(byte[] packet, int ahAt) {
    return new AhVerifier(SHA1, KeyMaterial.copyOf(KEY)).verify(Slice.of(packet), ahAt);
  }

  private static AhContent good(Opened<AhContent> opened) {
    assertThat(opened)
        .isInstanceOfSatisfying(
            Success.class, success -> assertThat(success.verdict()).isEqualTo(Verdict.GOOD));
    return ((Success<AhContent>) opened).content();
  }

  @Test
  void ipv4() {
    byte[] packet =
        packet(
            "45b8002e 1234 4000 3f 33 abcd c000020a c0000201" + AH + PAYLOAD,
            "4500002e 1234 0000 00 33 0000 c000020a c0000201" + AH + PAYLOAD,
            20,
            "");
    AhContent content = good(verify(packet, 20));
    assertThat(content.nextHeader()).isEqualTo(59);
    assertThat(Hex.plain(content.payload().bytes())).isEqualTo(PAYLOAD);
    assertThat(content.icv().length()).isEqualTo(12);
    assertThat(content.icv().offset()).isEqualTo(32);
    // What routers may change: DSCP and ECN, DF, time to live, checksum.
    for (int mutable : new int[] {1, 8, 10, 11}) {
      byte[] changed = packet.clone();
      changed[mutable] ^= 0x55;
      good(verify(changed, 20));
    }
    for (int immutable : new int[] {4, 9, 12, 19, 22, 24, 31, 32, 44, 45}) {
      byte[] changed = packet.clone();
      changed[immutable] ^= 0x01;
      assertThat(verify(changed, 20))
          .as("octet %s", immutable)
          .isEqualTo(new WrongKey<>(Evidence.CHECKSUM));
    }
    // Octets behind the packet, as Ethernet pads it.
    good(verify(Arrays.copyOf(packet, 60), 20));
  }

  @Test
  void ipv4Options() {
    byte[] packet =
        packet(
            // Record route 7 (changes), router alert 148 (does not), no operation, end, padding.
            "4a00 0042 1234 0000 40 33 0000 c000020a c0000201"
                + "0707 04 c0000263 94040000 01 00 aabbccdd eeff99"
                + AH
                + PAYLOAD,
            "4a00 0042 1234 0000 00 33 0000 c000020a c0000201"
                + "0000 00 00000000 94040000 01 00 aabbccdd eeff99"
                + AH
                + PAYLOAD,
            40,
            "");
    good(verify(packet, 40));
  }

  @Test
  void ipv4SourceRouteArrivesAtItsLastAddress() {
    byte[] packet =
        packet(
            "4700 0036 1234 0000 40 33 0000 c000020a c0000263 8307 04 c0000201 00" + AH + PAYLOAD,
            "4700 0036 1234 0000 00 33 0000 c000020a c0000201 0000 00 00000000 00" + AH + PAYLOAD,
            28,
            "");
    good(verify(packet, 28));
  }

  @Test
  void ipv6() {
    byte[] packet =
        packet(
            "6b812345 001a 33 3f" + CARE_OF + AGENT + AH + PAYLOAD,
            "60000000 001a 33 00" + CARE_OF + AGENT + AH + PAYLOAD,
            40,
            "");
    AhContent content = good(verify(packet, 40));
    assertThat(Hex.plain(content.payload().bytes())).isEqualTo(PAYLOAD);
    for (int mutable : new int[] {1, 2, 3, 7}) {
      byte[] changed = packet.clone();
      changed[mutable] ^= 0x0f;
      good(verify(changed, 40));
    }
    for (int immutable : new int[] {8, 23, 24, 39, 44, 65}) {
      byte[] changed = packet.clone();
      changed[immutable] ^= 0x01;
      assertThat(verify(changed, 40)).isEqualTo(new WrongKey<>(Evidence.CHECKSUM));
    }
  }

  /** The third bit of the option type: data may change on the way. */
  @Test
  void ipv6Options() {
    byte[] packet =
        packet(
            "60000000 0022 00 40" + CARE_OF + AGENT + "3300 3e02 a1a2 0100" + AH + PAYLOAD,
            "60000000 0022 00 00" + CARE_OF + AGENT + "3300 3e02 0000 0100" + AH + PAYLOAD,
            48,
            "");
    good(verify(packet, 48));
    byte[] fixed =
        packet(
            "60000000 0022 00 40" + CARE_OF + AGENT + "3300 1e02 a1a2 0100" + AH + PAYLOAD,
            "60000000 0022 00 00" + CARE_OF + AGENT + "3300 1e02 a1a2 0100" + AH + PAYLOAD,
            48,
            "");
    good(verify(fixed, 48));
  }

  /**
   * RFC 6275: covered as it is received, home address as the source, care-of address in the option.
   */
  @Test
  void homeAddressOption() {
    byte[] packet =
        packet(
            "60000000 0032 3c 40" + CARE_OF + AGENT + "3302 01020000 c910" + HOME + AH + PAYLOAD,
            "60000000 0032 3c 00" + HOME + AGENT + "3302 01020000 c910" + CARE_OF + AH + PAYLOAD,
            64,
            "");
    good(verify(packet, 64));
  }

  /** RFC 6275: covered as it is received, home address as the destination, no segments left. */
  @Test
  void routingHeaderOfType2() {
    byte[] packet =
        packet(
            "60000000 0032 2b 40" + AGENT + CARE_OF + "3302 0201 00000000" + HOME + AH + PAYLOAD,
            "60000000 0032 2b 00" + AGENT + HOME + "3302 0200 00000000" + CARE_OF + AH + PAYLOAD,
            64,
            "");
    good(verify(packet, 64));
  }

  /** RFC 4302 appendix A2: the addresses still to visit each move one place on. */
  @Test
  void routingHeaderOfType0() {
    String one = "20010db8000000000000000000000011";
    String two = "20010db8000000000000000000000022";
    String three = "20010db8000000000000000000000033";
    byte[] packet =
        packet(
            "60000000 0052 2b 40"
                + AGENT
                + two
                + "3306 0002 00000000"
                + one
                + HOME
                + three
                + AH
                + PAYLOAD,
            "60000000 0052 2b 00"
                + AGENT
                + three
                + "3306 0000 00000000"
                + one
                + two
                + HOME
                + AH
                + PAYLOAD,
            96,
            "");
    good(verify(packet, 96));
    byte[] odd = packet.clone();
    odd[43] = 4;
    assertThat(verify(odd, 96)).isInstanceOf(Malformed.class);
  }

  @Test
  void extendedSequenceNumbers() {
    byte[] packet =
        packet(
            "60000000 001a 33 40" + CARE_OF + AGENT + AH + PAYLOAD,
            "60000000 001a 33 00" + CARE_OF + AGENT + AH + PAYLOAD,
            40,
            "00000007");
    AhVerifier verifier = new AhVerifier(SHA1, KeyMaterial.copyOf(KEY));
    good(verifier.verify(Slice.of(packet), 40, 7));
    assertThat(verifier.verify(Slice.of(packet), 40)).isEqualTo(new WrongKey<>(Evidence.CHECKSUM));
  }

  /** SHA2-256-128 in IPv6: 28 octets would not be a multiple of 8, so 4 octets of padding count. */
  @Test
  void paddingBehindTheChecksumCounts() {
    String header = "3b06 0000 00001001 00000001" + "00".repeat(16) + "deadbeef";
    byte[] packet = hex("60000000 0022 33 40" + CARE_OF + AGENT + header + PAYLOAD);
    byte[] covered = packet.clone();
    covered[7] = 0;
    byte[] key = counting(0, 32);
    byte[] code = MacFunction.of(Integrity.HMAC_SHA2_256_128, key).of(covered);
    System.arraycopy(code, 0, packet, 52, 16);
    AhVerifier verifier = new AhVerifier(Integrity.HMAC_SHA2_256_128, KeyMaterial.copyOf(key));
    good(verifier.verify(Slice.of(packet), 40));
    packet[71] ^= 1;
    assertThat(verifier.verify(Slice.of(packet), 40)).isEqualTo(new WrongKey<>(Evidence.CHECKSUM));
  }

  @Test
  void saysWhatCannotBe() {
    byte[] packet = hex("60000000 001a 33 40" + CARE_OF + AGENT + AH + PAYLOAD);
    assertThat(new AhVerifier(Integrity.ANY_96, KeyMaterial.none()).verify(Slice.of(packet), 40))
        .isInstanceOfSatisfying(
            Success.class, success -> assertThat(success.verdict()).isEqualTo(Verdict.NOT_CHECKED));
    assertThat(
            new AhVerifier(Integrity.AES_XCBC_96, KeyMaterial.none()).verify(Slice.of(packet), 40))
        .isInstanceOf(Unsupported.class);
    assertThat(verify(Arrays.copyOf(packet, 60), 40)).isInstanceOf(Malformed.class);
    assertThat(verify(packet, 48)).isInstanceOf(Malformed.class);
    assertThat(verify(packet, -1)).isInstanceOf(Malformed.class);
    byte[] fragment =
        hex("45000032 1234 2000 40 33 0000 c000020a c0000201" + AH + PAYLOAD + "00000000");
    assertThat(verify(fragment, 20))
        .isEqualTo(new Malformed<>("A fragment: AH covers the whole packet."));
    assertThat(
            new AhVerifier(Integrity.HMAC_SHA2_512_256, KeyMaterial.copyOf(KEY))
                .verify(Slice.of(packet), 40))
        .isEqualTo(new Malformed<>("The checksum field has 12 octets and needs 32."));
  }
}
