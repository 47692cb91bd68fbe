package org.roamscope.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;

/** No octets and no key make anything throw, and no result shows a key. */
class CryptoTotalityTest {
  private static final int ROUNDS = 60;

  private final Random random = new Random(4303);

  private byte[] octets(int most) {
    byte[] octets = new byte[random.nextInt(most + 1)];
    random.nextBytes(octets);
    return octets;
  }

  /** Half of the time of a length that the algorithm can have. */
  private KeyMaterial key(Encryption encryption) {
    for (int attempt = 0; attempt < 200 && random.nextBoolean(); attempt++) {
      KeyMaterial key = KeyMaterial.copyOf(octets(60));
      if (encryption.accepts(key.length())) {
        return key;
      }
    }
    int octets = random.nextInt(61);
    while (random.nextInt(8) != 0 && !encryption.accepts(octets)) {
      octets = random.nextInt(61);
    }
    byte[] key = new byte[octets];
    random.nextBytes(key);
    return KeyMaterial.copyOf(key);
  }

  private Slice packet() {
    byte[] octets = octets(100);
    return random.nextInt(8) == 0 ? Slice.of(octets, octets.length + 10L) : Slice.of(octets);
  }

  @Test
  void espAndIkeV2() {
    for (Encryption encryption : Encryption.values()) {
      for (Integrity integrity : Integrity.values()) {
        for (int round = 0; round < ROUNDS; round++) {
          KeyMaterial key = key(encryption);
          KeyMaterial integrityKey =
              KeyMaterial.copyOf(random.nextBoolean() ? new byte[16] : octets(70));
          EspOpener esp = new EspOpener(new EspKeys(encryption, key, integrity, integrityKey));
          Slice packet = packet();
          check(esp.open(packet), key);
          check(esp.open(packet, random.nextInt()), key);
          check(esp.open(packet, new EsnTracker(random.nextInt())), key);
          IkeV2Cipher ike = new IkeV2Cipher(encryption, key, integrity, integrityKey);
          check(ike.open(packet, random.nextInt(40) - 2), key);
          check(ike.openFragment(packet, random.nextInt(40) - 2), key);
        }
      }
    }
  }

  @Test
  void ikeV1() {
    for (Encryption encryption : Encryption.values()) {
      for (HashFunction hash : HashFunction.values()) {
        for (int round = 0; round < ROUNDS; round++) {
          KeyMaterial key = key(encryption);
          IkeV1Cipher ike =
              new IkeV1Cipher(encryption, hash, key, Slice.of(octets(20)), Slice.of(octets(20)));
          for (int message = 0; message < 5; message++) {
            check(ike.open(random.nextInt(3), Slice.of(octets(6).clone())), key);
            byte[] body = new byte[16 * random.nextInt(4)];
            random.nextBytes(body);
            check(ike.open(random.nextInt(3), Slice.of(body)), key);
          }
        }
      }
    }
  }

  @Test
  void ikeV1RemembersNoMoreThanItMust() {
    KeyMaterial key = KeyMaterial.copyOf(new byte[16]);
    IkeV1Cipher ike =
        new IkeV1Cipher(
            Encryption.AES_CBC,
            HashFunction.SHA1,
            key,
            Slice.of(new byte[8]),
            Slice.of(new byte[8]));
    for (int message = 0; message < 2000; message++) {
      byte[] body = new byte[32];
      random.nextBytes(body);
      check(ike.open(message % 2 == 0 ? 0 : message, Slice.of(body)), key);
    }
  }

  @Test
  void ah() {
    byte[] ipv6 =
        Hex.parse(
            "60000000 0042 3c 40"
                + "20".repeat(32)
                + "2b02 01020000 c910"
                + "30".repeat(16)
                + "3302 0201 00000000"
                + "40".repeat(16)
                + "3b04 0000 00001001 00000001 000000000000000000000000");
    byte[] ipv4 =
        Hex.parse(
            "4a00 0040 1234 0000 40 33 0000 c000020a c0000201"
                + "8307 04 c0000263 94040000 01 00 aabb cccc dd 000000"
                + "3b04 0000 00001001 00000001 000000000000000000000000");
    AhVerifier verifier = new AhVerifier(Integrity.HMAC_SHA1_96, KeyMaterial.copyOf(new byte[20]));
    for (byte[] packet : new byte[][] {ipv6, ipv4}) {
      for (int round = 0; round < 20_000; round++) {
        byte[] changed = Arrays.copyOf(packet, packet.length - random.nextInt(4));
        for (int change = random.nextInt(6); change > 0; change--) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        int ahAt = random.nextInt(3) == 0 ? random.nextInt(120) - 5 : packet[0] == 0x60 ? 88 : 40;
        assertThat(verifier.verify(Slice.of(changed), ahAt)).isNotNull();
      }
    }
  }

  /** AH with every algorithm and a key of any length. */
  @Test
  void ahWithEveryAlgorithm() {
    byte[] packet =
        Hex.parse(
            "60000000 0018 33 40"
                + "20".repeat(32)
                + "3b04 0000 00001001 00000001 000000000000000000000000");
    for (Integrity integrity : Integrity.values()) {
      for (int round = 0; round < ROUNDS; round++) {
        KeyMaterial key = KeyMaterial.copyOf(octets(round == 0 ? 100_000 : 70));
        AhVerifier verifier = new AhVerifier(integrity, key);
        check(verifier.verify(Slice.of(packet), 40), key);
        check(verifier.verify(Slice.of(packet), 40, random.nextInt()), key);
      }
    }
  }

  /** A packet as long as any, and a key as long as a file may hold, are no harder. */
  @Test
  void hugePacketsAndKeys() {
    for (Encryption encryption : Encryption.values()) {
      KeyMaterial key = key(encryption);
      KeyMaterial huge = KeyMaterial.copyOf(new byte[1 << 20]);
      byte[] packet = new byte[1 << 20];
      random.nextBytes(packet);
      EspKeys keys = new EspKeys(encryption, key, Integrity.HMAC_SHA1_96, huge);
      check(new EspOpener(keys).open(Slice.of(packet)), key);
      check(
          new IkeV2Cipher(encryption, key, Integrity.ANY_96, huge).open(Slice.of(packet), 32), key);
      check(
          new EspOpener(new EspKeys(encryption, huge, Integrity.NONE, huge)).open(Slice.of(packet)),
          key);
    }
  }

  private static void check(Opened<?> opened, KeyMaterial key) {
    assertThat(opened).isNotNull();
    if (key.length() >= 4) {
      assertThat(opened.toString()).doesNotContain(Hex.plain(key.octets()));
    }
  }
}
