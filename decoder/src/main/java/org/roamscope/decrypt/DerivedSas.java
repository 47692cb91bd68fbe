package org.roamscope.decrypt;

import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.EspKeys;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.keys.KeyOrigin;
import org.roamscope.keys.SequenceNumbers;

/** Where SAs go whose keys were derived from an IKE exchange: all is known but their addresses. */
final class DerivedSas {
  private static final int AH = 2;
  private static final int ESP = 3;
  private static final int SPI_OCTETS = 4;

  private final EspSas esp;
  private final AhSas ah;

  DerivedSas(EspSas esp, AhSas ah) {
    this.esp = esp;
    this.ah = ah;
  }

  /**
   * What an exchange agreed on, for both directions.
   *
   * @param protocol 2 AH, 3 ESP
   * @param encryption of ESP; NULL for AH
   * @param integrity none where encryption authenticates
   * @param numbers size of the sequence numbers
   */
  record Suite(
      int protocol, Encryption.Sized encryption, Integrity integrity, SequenceNumbers numbers) {
    /** Octets of key for encryption, with salt. */
    int encryptionOctets() {
      return encryption.materialOctets();
    }

    /** Octets of key for integrity. */
    int integrityOctets() {
      return encryption.encryption().aead() ? 0 : integrity.keyOctets();
    }

    /** True when the protocol is one of the two, and AH has what it lives of. */
    boolean usable() {
      return protocol == ESP || protocol == AH && integrity.checks();
    }
  }

  /** True for the SPI of an AH or ESP SA. */
  static boolean spi(Slice octets) {
    return octets.length() == SPI_OCTETS && !octets.truncated();
  }

  /**
   * The keys of one direction.
   *
   * @param encryptionKey empty for AH
   * @param integrityKey empty where encryption authenticates
   * @param from where what they were derived from stands
   */
  record Keys(KeyMaterial encryptionKey, KeyMaterial integrityKey, KeyOrigin from) {}

  /** Adds one direction. */
  void add(Suite suite, long spi, Keys keys) {
    if (suite.protocol() == AH) {
      ah.add(
          spi, AhSa.derived(suite.integrity(), keys.integrityKey(), suite.numbers(), keys.from()));
    } else {
      esp.add(
          spi,
          EspSa.derived(
              new EspKeys(
                  suite.encryption().encryption(),
                  keys.encryptionKey(),
                  suite.integrity(),
                  keys.integrityKey()),
              suite.numbers(),
              keys.from()));
    }
  }
}
