package org.roamscope.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.keys.Samples.KEY16;
import static org.roamscope.keys.Samples.KEY20;
import static org.roamscope.keys.Samples.KEY32;
import static org.roamscope.keys.Samples.OTHER16;
import static org.roamscope.keys.Samples.OTHER20;
import static org.roamscope.keys.Samples.OTHER32;
import static org.roamscope.keys.TablesTest.secret;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.PseudoRandom;

/** What daemons, the kernel and JSON say. */
class LogsTest {
  private static void sameIkeSa(IkeV2Keys keys) {
    assertThat(keys.spiI()).isEqualTo(0x0adebe9fc370bfc2L);
    assertThat(keys.spiR()).isEqualTo(0xa4652a6530ddfcfeL);
    assertThat(keys.encryption()).isEqualTo(Encryption.AES_CBC);
    assertThat(keys.integrity()).isEqualTo(Integrity.HMAC_SHA1_96);
    assertThat(keys.ei()).isEqualTo(secret(KEY16));
    assertThat(keys.er()).isEqualTo(secret(OTHER16));
    assertThat(keys.ai()).isEqualTo(secret(KEY20));
    assertThat(keys.ar()).isEqualTo(secret(OTHER20));
    IkeV2Keys.Derivation derivation = Objects.requireNonNull(keys.derivation());
    assertThat(derivation.prf()).isEqualTo(PseudoRandom.HMAC_SHA1);
    assertThat(derivation.d()).isEqualTo(secret(KEY20));
  }

  @Test
  void strongSwan() {
    KeyRing ring = Samples.read(Samples.STRONGSWAN);
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.ikeV2()).hasSize(1);
    sameIkeSa(ring.ikeV2().getFirst());
    assertThat(ring.esp()).hasSize(2);
    // The daemon is the responder: what comes in is the initiator's.
    IpsecKeys inbound = ring.esp(0xcc3f46b8L).getFirst();
    assertThat(inbound.keys().encryptionKey()).isEqualTo(secret(KEY16));
    assertThat(inbound.keys().integrityKey()).isEqualTo(secret(KEY32));
    assertThat(inbound.source().text()).isEqualTo("2001:db8::a");
    IpsecKeys outbound = ring.esp(0x59f34fe2L).getFirst();
    assertThat(outbound.keys().encryptionKey()).isEqualTo(secret(OTHER16));
    assertThat(outbound.keys().integrity()).isEqualTo(Integrity.HMAC_SHA2_256_128);
    assertThat(outbound.keys().integrityKey()).isEqualTo(secret(OTHER32));
    assertThat(outbound.sequenceNumbers()).isEqualTo(SequenceNumbers.PLAIN);
  }

  @Test
  void strongSwanAsInitiator() {
    KeyRing ring =
        Samples.read(
            Samples.STRONGSWAN.replace("parsed IKE_AUTH request", "parsed IKE_AUTH response"));
    assertThat(ring.esp(0xcc3f46b8L).getFirst().keys().encryptionKey()).isEqualTo(secret(OTHER16));
    assertThat(ring.esp(0x59f34fe2L).getFirst().keys().encryptionKey()).isEqualTo(secret(KEY16));
  }

  @Test
  void strongSwanThatDoesNotSayWhoseKeys() {
    String noSpis = Samples.STRONGSWAN.replaceAll("(?m)^.*\\[MGR\\].*\n", "");
    assertThat(Samples.read(noSpis).ikeV2()).isEmpty();
    assertThat(Samples.read(noSpis).problems().toString()).contains("the SPIs of the IKE SA");
    String noProposal = Samples.STRONGSWAN.replaceAll("(?m)^.*selected proposal: IKE.*\n", "");
    assertThat(Samples.read(noProposal).problems().toString()).contains("the algorithms");
    String rekeyed = Samples.STRONGSWAN.replace("parsed IKE_SA_INIT", "parsed CREATE_CHILD_SA");
    assertThat(Samples.read(rekeyed).ikeV2()).isEmpty();
    assertThat(Samples.read(rekeyed).problems().toString()).contains("rekeyed");
    String noRole = Samples.STRONGSWAN.replaceAll("(?m)^.*parsed IKE_AUTH.*\n", "");
    assertThat(Samples.read(noRole).esp()).isEmpty();
    assertThat(Samples.read(noRole).problems().toString()).contains("who is the initiator");
  }

  @Test
  void strongSwanHeaderDumps() {
    String header =
        """
        11[ENC]   parsing rule 0 IKE_SPI
        11[ENC]    => 8 bytes @ 0x7f
        11[ENC]    0: 0A DE BE 9F C3 70 BF C2                          .....p..
        11[ENC]   parsing rule 1 IKE_SPI
        11[ENC]    => 8 bytes @ 0x7f
        11[ENC]    0: A4 65 2A 65 30 DD FC FE                          .e*e0...
        """;
    String noSpis = Samples.STRONGSWAN.replaceAll("(?m)^.*\\[MGR\\].*\n", "");
    KeyRing ring = Samples.read(header + noSpis);
    assertThat(ring.problems()).isEmpty();
    sameIkeSa(ring.ikeV2().getFirst());
  }

  @Test
  void threadsOfStrongSwanDoNotMix() {
    String other =
        Samples.STRONGSWAN
            .replace(" 11[", " 12[")
            .replace(Samples.SPI_I, "1111111111111111")
            .replace(Samples.SPI_R, "2222222222222222")
            .replace("0xcc3f46b8", "0x00000001")
            .replace("0x59f34fe2", "0x00000002");
    String[] first = Samples.STRONGSWAN.split("\n", -1);
    String[] second = other.split("\n", -1);
    StringBuilder mixed = new StringBuilder();
    for (int i = 0; i < first.length; i++) {
      mixed.append(first[i]).append('\n').append(second[i]).append('\n');
    }
    KeyRing ring = Samples.read(mixed.toString());
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.ikeV2()).hasSize(2);
    sameIkeSa(ring.ikeV2(0x0adebe9fc370bfc2L, 0xa4652a6530ddfcfeL).getFirst());
    assertThat(ring.ikeV2(0x1111111111111111L, 0x2222222222222222L)).hasSize(1);
    assertThat(ring.esp()).hasSize(4);
  }

  @Test
  void strongSwanPhaseOne() {
    KeyRing ring =
        Samples.read(
            """
            05[MGR] checkout IKEv1 SA by message with SPIs 620270aca82ca7ad_i 34b4d1a4a1c5a50c_r
            05[IKE] encryption key Ka => 16 bytes @ 0x7f
            05[IKE]    0: 9F 3C 71 D2 A8 5E 4B 06 C7 E8 1F 5A 2D 94 60 B3  .<q..^K....Z-.`.
            """);
    assertThat(ring.problems()).isEmpty();
    IkeV1Keys keys = ring.ikeV1(0x620270aca82ca7adL).getFirst();
    assertThat(keys.key()).isEqualTo(secret(KEY16));
    assertThat(keys.responderCookie()).isEqualTo(0x34b4d1a4a1c5a50cL);
  }

  /** SKEYID_d stands before the key, and is that of no other SA. */
  @Test
  void strongSwanWhatPhaseTwoComesFrom() {
    KeyRing ring =
        Samples.read(
            """
            05[MGR] checkout IKEv1 SA by message with SPIs 620270aca82ca7ad_i 34b4d1a4a1c5a50c_r
            05[IKE] SKEYID_d => 4 bytes @ 0x7e
            05[IKE]    0: 01 02 03 04  ....
            05[IKE] encryption key Ka => 16 bytes @ 0x7f
            05[IKE]    0: 9F 3C 71 D2 A8 5E 4B 06 C7 E8 1F 5A 2D 94 60 B3  .<q..^K....Z-.`.
            05[IKE] SKEYID_d => 4 bytes @ 0x7e
            05[IKE]    0: 05 06 07 08  ....
            05[MGR] checkout IKEv1 SA by message with SPIs 720270aca82ca7ad_i 44b4d1a4a1c5a50c_r
            05[IKE] encryption key Ka => 16 bytes @ 0x7f
            05[IKE]    0: 9F 3C 71 D2 A8 5E 4B 06 C7 E8 1F 5A 2D 94 60 B3  .<q..^K....Z-.`.
            """);
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.ikeV1(0x620270aca82ca7adL).getFirst().derivation())
        .isEqualTo(new IkeV1Keys.Derivation(secret("01020304"), null, null));
    assertThat(ring.ikeV1(0x720270aca82ca7adL).getFirst().derivation()).isNull();
  }

  @Test
  void plutoPhaseOne() {
    KeyRing ring =
        Samples.read(
            """
            |    initiator cookie:
            |   62 02 70 ac  a8 2c a7 ad
            |    responder cookie:
            |   34 b4 d1 a4  a1 c5 a5 0c
            | Skeyid_d:  01 02 03 04
            | enc key:  9f 3c 71 d2  a8 5e 4b 06  c7 e8 1f 5a  2d 94 60 b3
            """);
    assertThat(ring.problems()).isEmpty();
    IkeV1Keys keys = ring.ikeV1(0x620270aca82ca7adL).getFirst();
    assertThat(keys.key()).isEqualTo(secret(KEY16));
    assertThat(keys.responderCookie()).isEqualTo(0x34b4d1a4a1c5a50cL);
    assertThat(keys.derivation())
        .isEqualTo(new IkeV1Keys.Derivation(secret("01020304"), null, null));
  }

  @Test
  void aDumpThatEndsTooEarly() {
    String cut = Samples.STRONGSWAN.substring(0, Samples.STRONGSWAN.indexOf("Sk_ei secret"));
    assertThat(Samples.read(cut + "Sk_ei secret => 16 bytes @ 0x1\n").problems().toString())
        .contains("ends too early");
  }

  @Test
  void pluto() {
    KeyRing ring = Samples.read(Samples.LIBRESWAN);
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.ikeV2()).hasSize(1);
    sameIkeSa(ring.ikeV2().getFirst());
    IpsecKeys inbound = ring.esp(0x9a1e0b9eL).getFirst();
    assertThat(inbound.keys().encryptionKey()).isEqualTo(secret(KEY16));
    assertThat(inbound.keys().integrityKey()).isEqualTo(secret(KEY32));
    assertThat(ring.esp(0x4a2a8c96L).getFirst().keys().encryptionKey()).isEqualTo(secret(OTHER16));
  }

  @Test
  void plutoWithAnAead() {
    KeyRing ring =
        Samples.read(
            """
            | our  keymat
            |   9f 3c 71 d2  a8 5e 4b 06  c7 e8 1f 5a  2d 94 60 b3
            |   01 02 03 04
            | peer keymat
            |   5a d0 e7 13  6b 9c 82 f4  41 7e 0d a3  c6 b5 8f 29
            |   05 06 07 08
            "c" #2: IPsec SA established tunnel mode {ESP=>0x1 <0x2 xfrm=AES_GCM_16_128-NONE DPD=off}
            """);
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.esp(2).getFirst().keys().encryptionKey()).isEqualTo(secret(KEY16 + "01020304"));
    assertThat(ring.esp(1).getFirst().keys().encryption()).isEqualTo(Encryption.AES_GCM_16);
  }

  @Test
  void xfrm() {
    KeyRing ring = Samples.read(Samples.XFRM);
    assertThat(ring.problems()).isEmpty();
    assertThat(ring.esp()).hasSize(3);
    IpsecKeys gcm = ring.esp(0xc88b7652L).getFirst();
    assertThat(gcm.keys().encryption()).isEqualTo(Encryption.AES_GCM_16);
    assertThat(gcm.keys().encryptionKey()).isEqualTo(secret(KEY16 + "deadc0de"));
    assertThat(gcm.sequenceNumbers()).isEqualTo(SequenceNumbers.EXTENDED);
    assertThat(gcm.source().text()).isEqualTo("192.0.2.1");
    IpsecKeys cbc = ring.esp(0xc030b061L).getFirst();
    assertThat(cbc.keys().encryption()).isEqualTo(Encryption.AES_CBC);
    assertThat(cbc.keys().integrity()).isEqualTo(Integrity.HMAC_SHA2_256_128);
    assertThat(cbc.family()).isEqualTo(AddressFamily.IPV6);
    assertThat(ring.esp(0xc3).getFirst().protocol()).isEqualTo(IpsecProtocol.AH);
  }

  @Test
  void xfrmWithHiddenKeys() {
    KeyRing ring =
        Samples.read(
            """
            src 192.0.2.1 dst 192.0.2.2
            \tproto esp spi 0x00000001 reqid 1 mode tunnel
            \tauth-trunc hmac(sha1) <<Keys hidden>> 96
            \tenc cbc(aes) <<Keys hidden>>
            """);
    assertThat(ring.esp()).isEmpty();
    assertThat(ring.problems().getFirst().toString())
        .isEqualTo("sample:3:24: the key is hidden: run the command without nokeys");
  }

  @Test
  void json() {
    KeyRing ring = Samples.read(Samples.JSON);
    assertThat(ring.problems()).isEmpty();
    sameIkeSa(ring.ikeV2().getFirst());
    assertThat(ring.ikeV1(0x59d00a51c1159546L).getFirst().key()).isEqualTo(secret(KEY16));
    IpsecKeys esp = ring.esp(0xcb6cac60L).getFirst();
    assertThat(esp.keys().integrityKey()).isEqualTo(secret(KEY20));
    // The addresses are of the other family: it is carried in IPv4.
    assertThat(esp.family()).isEqualTo(AddressFamily.IPV4);
    assertThat(esp.source()).isEqualTo(AddressPattern.ANY);
  }

  @Test
  void jsonThatIsWrong() {
    assertThat(
            Samples.read("{\"ikev2\": [{\"spi_i\": \"00\"}]}", "keys.json").problems().toString())
        .contains("keys.json:1:22: spi_i: 16 hexadecimal digits needed, found 2")
        .contains("no text member SK_ei");
    assertThat(Samples.read(Samples.JSON.substring(0, 300)).problems().toString())
        .contains("not JSON from here on");
  }
}
