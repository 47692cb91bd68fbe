package org.roamscope.keys;

import org.roamscope.field.IpAddress;

/**
 * Keys of an ESP or AH SA, one direction.
 *
 * @param protocol ESP or AH
 * @param family version of IP in which it is looked for
 * @param source which source addresses
 * @param destination which destination addresses
 * @param spi which SPIs
 * @param encryption how it is encrypted; NULL for AH
 * @param encryptionKey the key with salt or nonce behind it
 * @param integrity how it is authenticated; NONE with an AEAD
 * @param integrityKey its key; empty where it is not checked
 * @param sequenceNumbers size of the sequence numbers
 * @param highSequence upper half of the first extended sequence number
 * @param origin where it stands
 */
public record EspKeys(
    IpsecProtocol protocol,
    AddressFamily family,
    AddressPattern source,
    AddressPattern destination,
    SpiPattern spi,
    EncryptionName encryption,
    Secret encryptionKey,
    IntegrityName integrity,
    Secret integrityKey,
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
    encryptionKey.wipe();
    integrityKey.wipe();
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
        + encryption
        + " "
        + integrity
        + " ("
        + origin
        + ")";
  }
}
