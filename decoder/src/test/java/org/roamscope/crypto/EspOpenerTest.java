package org.roamscope.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.crypto.Octets.hex;
import static org.roamscope.crypto.Octets.key;
import static org.roamscope.crypto.Octets.slice;

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

class EspOpenerTest {
  /** RFC 3602 section 4, case 5: a ping in transport mode, without a checksum. */
  private static final String RFC_3602_CASE_5 =
      """
      00004321 00000001
      e96e8c08ab465763fd098d45dd3ff893
      f663c25d325c18c6a9453e194e120849a4870b66cc6b9965330013b4898dc856
      a4699e523a55db080b59ec3a8e4b7e52775b07d1db34ed9c538ab50c551b874a
      a269add047ad2d5913ac19b7cfbad4a6
      """;

  private static final KeyMaterial RFC_3602_KEY = key("90d382b410eeba7ad938c46cec1a82bf");

  private static EspOpener opener(
      Encryption encryption, String key, Integrity integrity, String integrityKey) {
    return new EspOpener(new EspKeys(encryption, key(key), integrity, key(integrityKey)));
  }

  private static EspPlaintext good(Opened<EspPlaintext> opened) {
    assertThat(opened)
        .isInstanceOfSatisfying(
            Success.class, success -> assertThat(success.verdict()).isEqualTo(Verdict.GOOD));
    return ((Success<EspPlaintext>) opened).content();
  }

  @Test
  void opensWithThePaddingAsTheOnlyCheck() {
    EspOpener opener =
        new EspOpener(
            new EspKeys(Encryption.AES_CBC, RFC_3602_KEY, Integrity.NONE, KeyMaterial.none()));
    Slice packet = slice(RFC_3602_CASE_5);
    assertThat(opener.open(packet))
        .isInstanceOfSatisfying(
            Success.class,
            success -> {
              assertThat(success.verdict()).isEqualTo(Verdict.NOT_CHECKED);
              EspPlaintext inside = (EspPlaintext) success.content();
              assertThat(Hex.plain(inside.payload().bytes()))
                  .startsWith("08000ebda70a0000")
                  .endsWith("3031323334353637");
              assertThat(inside.payload().length()).isEqualTo(64);
              assertThat(inside.padLength()).isEqualTo(14);
              assertThat(inside.paddingCounts()).isTrue();
              assertThat(inside.nextHeader()).isEqualTo(1);
              assertThat(inside.envelope().iv().offset()).isEqualTo(8);
              assertThat(inside.envelope().icv().length()).isZero();
            });
    byte[] changed = packet.bytes();
    changed[changed.length - 20] ^= 1; // changes a padding octet
    assertThat(opener.open(Slice.of(changed))).isEqualTo(new WrongKey<>(Evidence.PADDING));
  }

  /** RFC 7634 appendix A: a whole packet of a tunnel. */
  @Test
  void opensChaCha20() {
    EspOpener opener =
        opener(
            Encryption.CHACHA20_POLY1305,
            "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f a0a1a2a3",
            Integrity.NONE,
            "");
    EspPlaintext inside =
        good(
            opener.open(
                slice(
                    """
                    01020304 00000005 1011121314151617
                    24039428b97f417e3c13753a4f05087b67c352e6a7fab1b982d466ef407ae5c6
                    14ee8099d52844eb61aa95dfab4c02f72aa71e7c4c4f64c9befe2facc638e8f3
                    cbec163fac469b502773f6fb94e664da9165b82829f641e0
                    76aaa8266b7fb0f7b11b369907e1ad43
                    """)));
    assertThat(inside.nextHeader()).isEqualTo(4);
    assertThat(inside.payload().length()).isEqualTo(84);
    assertThat(inside.padLength()).isEqualTo(2);
  }

  /** draft-mcgrew-gcm-test-01, case 1: extended sequence number 0x8765432100000000. */
  @Test
  void opensGcmWithExtendedSequenceNumbers() {
    EspOpener opener =
        opener(
            Encryption.AES_GCM_16, "4c80cdefbb5d10da906ac73c3613a634 2e443b68", Integrity.NONE, "");
    Slice packet =
        slice(
            """
            00004321 00000000 4956ed7e3b244cfe
            fecf537e729d5b07dc30df528dd22b768d1b98736696a6fd348509fa13ceac34
            cfa2436f14a3f3cf65925bf1f4a13c5d15b21e1884f5ff6247aeabb786b93bce
            61bc17d768fd9732 459018148f6cbe722fd04796562dfdb4
            """);
    EspPlaintext inside = good(opener.open(packet, 0x87654321));
    // The plaintext ends in 01 as next header, 02 as pad length and 01 02 as padding.
    assertThat(inside.nextHeader()).isEqualTo(1);
    assertThat(Hex.plain(inside.padding().bytes())).isEqualTo("0102");
    assertThat(opener.open(packet)).isEqualTo(new WrongKey<>(Evidence.CHECKSUM));
    assertThat(opener.open(packet, 0x87654322)).isEqualTo(new WrongKey<>(Evidence.CHECKSUM));
    assertThat(good(opener.open(packet, new EsnTracker(0x87654321))).nextHeader()).isEqualTo(1);
  }

  /** A Binding Update in the clear with HMAC-SHA1-96: vector V4 of the reference. */
  private static final String NULL_PACKET =
      """
      00001001 00000001
      3b03050060fd0007d00000640100031020010db8000100000000000000000001
      0102 02 87
      """;

  private static byte[] authenticated(String clear, Integrity integrity, byte[] key, byte[] high) {
    byte[] packet = hex(clear);
    byte[] code = MacFunction.of(integrity, key).of(packet, high);
    byte[] whole = Arrays.copyOf(packet, packet.length + integrity.icvOctets());
    System.arraycopy(code, 0, whole, packet.length, integrity.icvOctets());
    return whole;
  }

  @Test
  void givesThePacketItselfWhenNothingIsEncrypted() {
    byte[] packet =
        authenticated(NULL_PACKET, Integrity.HMAC_SHA2_256_128, new byte[32], new byte[0]);
    EspOpener opener = opener(Encryption.NULL, "", Integrity.HMAC_SHA2_256_128, "00".repeat(32));
    Slice slice = Slice.of(packet);
    EspPlaintext inside = good(opener.open(slice));
    assertThat(inside.payload().sameSource(slice)).isTrue();
    assertThat(inside.payload().offset()).isEqualTo(8);
    assertThat(inside.payload().length()).isEqualTo(32);
    assertThat(inside.nextHeader()).isEqualTo(135);
    assertThat(inside.envelope().icv().offset()).isEqualTo(44);
  }

  /** RFC 4303 section 2.8: the upper half is behind the packet for the checksum, and not sent. */
  @Test
  void separateIntegrityCoversTheUpperHalf() {
    byte[] packet =
        authenticated(NULL_PACKET, Integrity.HMAC_SHA1_96, new byte[20], hex("00000007"));
    EspOpener opener = opener(Encryption.NULL, "", Integrity.HMAC_SHA1_96, "00".repeat(20));
    good(opener.open(Slice.of(packet), 7));
    assertThat(opener.open(Slice.of(packet))).isEqualTo(new WrongKey<>(Evidence.CHECKSUM));
    EsnTracker tracker = new EsnTracker(7);
    good(opener.open(Slice.of(packet), tracker));
    assertThat(tracker.guess(5)).isEqualTo(7);
  }

  @Test
  void everyIntegrityAlgorithmSeesEveryBit() {
    for (Integrity integrity : Integrity.values()) {
      if (!integrity.checks()) {
        continue;
      }
      byte[] key = new byte[integrity.keyOctets()];
      byte[] packet = authenticated(NULL_PACKET, integrity, key, new byte[0]);
      EspOpener opener =
          new EspOpener(
              new EspKeys(Encryption.NULL, KeyMaterial.none(), integrity, KeyMaterial.copyOf(key)));
      good(opener.open(Slice.of(packet)));
      for (int bit = 0; bit < packet.length * 8; bit++) {
        byte[] changed = packet.clone();
        changed[bit >>> 3] ^= (byte) (1 << (bit & 7));
        assertThat(opener.open(Slice.of(changed))).isEqualTo(new WrongKey<>(Evidence.CHECKSUM));
      }
    }
  }

  @Test
  void passesOverAChecksumOfUnknownAlgorithm() {
    byte[] packet = authenticated(NULL_PACKET, Integrity.HMAC_SHA1_96, new byte[20], new byte[0]);
    assertThat(opener(Encryption.NULL, "", Integrity.ANY_96, "").open(Slice.of(packet)))
        .isInstanceOfSatisfying(
            Success.class, success -> assertThat(success.verdict()).isEqualTo(Verdict.NOT_CHECKED));
    assertThat(opener(Encryption.NULL, "", Integrity.ANY_64, "").open(Slice.of(packet)))
        .isEqualTo(new WrongKey<>(Evidence.PADDING));
  }

  /** A good checksum vouches for odd padding too; it shows, and the payload stays readable. */
  @Test
  void oddPaddingUnderAGoodChecksum() {
    String odd = "00001001 00000001 aabbccdd 0000 02 3b";
    byte[] packet = authenticated(odd, Integrity.HMAC_MD5_96, new byte[16], new byte[0]);
    EspOpener opener = opener(Encryption.NULL, "", Integrity.HMAC_MD5_96, "00".repeat(16));
    EspPlaintext inside = good(opener.open(Slice.of(packet)));
    assertThat(inside.paddingCounts()).isFalse();
    assertThat(inside.nextHeader()).isEqualTo(59);
    byte[] tooMuch =
        authenticated(
            "00001001 00000001 aabbccdd 0000 07 3b",
            Integrity.HMAC_MD5_96,
            new byte[16],
            new byte[0]);
    assertThat(opener.open(Slice.of(tooMuch)))
        .isEqualTo(new Malformed<>("Pad Length is 7, and 6 octets are before it."));
  }

  @Test
  void saysWhatCannotBe() {
    Slice packet = slice(RFC_3602_CASE_5);
    assertThat(opener(Encryption.AES_CBC, "0011", Integrity.NONE, "").open(packet))
        .isEqualTo(new Unsupported<>("AES-CBC with a key of 2 octets"));
    assertThat(opener(Encryption.NULL, "", Integrity.AES_CMAC_96, "00").open(packet))
        .isEqualTo(new Unsupported<>("AES-CMAC-96 with a key of 1 octets"));
    assertThat(opener(Encryption.CAMELLIA_CTR, "00".repeat(20), Integrity.NONE, "").open(packet))
        .isEqualTo(new Unsupported<>("CAMELLIA-CTR"));
    EspOpener opener =
        new EspOpener(
            new EspKeys(Encryption.AES_CBC, RFC_3602_KEY, Integrity.NONE, KeyMaterial.none()));
    assertThat(opener.open(packet.part(0, 27))).isInstanceOf(Malformed.class);
    assertThat(opener.open(packet.part(0, 20))).isInstanceOf(Malformed.class);
    assertThat(opener.open(packet.part(0, 5))).isInstanceOf(Malformed.class);
    assertThat(opener.open(Slice.of(packet.bytes(), 200)))
        .isEqualTo(new Malformed<>("The capture holds only the beginning of the packet."));
  }
}
