package org.roamscope.keys;

import org.roamscope.crypto.EspKeys;
import org.roamscope.field.IpAddress;

/**
 * Keys of an ESP or AH SA, one direction.
 *
 * @param protocol ESP or AH
 * @param family version of IP in which it is looked for
 * @param source which source addresses
 * @param destination which destination addresses
 * @param spi which SPIs
 * @param keys algorithms and keys, the salt or nonce behind its key; NULL encrypts AH, NONE vouches
 *     for an AEAD; a key that is not used is empty
 * @param sequenceNumbers size of the sequence numbers
 * @param highSequence upper half of the first extended sequence number
 * @param origin where it stands
 */
public record IpsecKeys(
    IpsecProtocol protocol,
    AddressFamily family,
    AddressPattern source,
    AddressPattern destination,
    SpiPattern spi,
    EspKeys keys,
    SequenceNumbers sequenceNumbers,
    long highSequence,
    KeyOrigin origin) {
  /** True when a packet with these addresses and this SPI may belong to the SA. */
  public boolean matches(IpAddress from, IpAddress to, long packetSpi) {
    return spi.matches(packetSpi)
        && family.holds(from)
        && family.holds(to)
        && source.matches(from)
        && destination.matches(to);
  }

  void wipe() {
    keys.encryptionKey().wipe();
    keys.integrityKey().wipe();
  }

  /** Addresses, SPI, algorithms and place; no key. */
  @Override
  public String toString() {
    return protocol
        + " "
        + source.text()
        + " "
        + destination.text()
        + " "
        + spi
        + " "
        + keys.encryption()
        + " "
        + keys.integrity()
        + " ("
        + origin
        + ")";
  }
}
