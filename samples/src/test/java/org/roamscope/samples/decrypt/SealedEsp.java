package org.roamscope.samples.decrypt;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** One direction of an ESP SA, which sends (RFC 4303). */
public final class SealedEsp {
  /** How much of a sequence number is sent, RFC 4303 section 2.2.1. */
  public enum Sequence {
    /** All of it. */
    PLAIN,
    /** The lower half. */
    EXTENDED
  }

  private final long spi;
  private final SealSuite encryption;
  private final CodeSuite integrity;
  private final byte[] material;
  private final byte[] codeKey;
  private final Sequence kind;
  private final RandomGenerator random;
  private long sequence;

  /**
   * An SA with random keys.
   *
   * @param integrity without meaning when the encryption authenticates
   * @param first its first sequence number; all 64 bits
   */
  public SealedEsp(
      long spi,
      SealSuite encryption,
      CodeSuite integrity,
      Sequence kind,
      long first,
      RandomGenerator random) {
    this.spi = spi;
    this.encryption = encryption;
    this.integrity = integrity;
    this.kind = kind;
    this.random = random;
    this.sequence = first;
    material = octets(encryption.material());
    codeKey = octets(encryption.aead() ? 0 : integrity.key());
  }

  private byte[] octets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  /** The next packet, from its SPI to the end of its checksum. */
  public byte[] seal(int nextHeader, byte[] payload) {
    byte[] header = ByteBuffer.allocate(8).putInt((int) spi).putInt((int) sequence).array();
    byte[] high = ByteBuffer.allocate(4).putInt((int) (sequence >>> 32)).array();
    boolean extended = kind == Sequence.EXTENDED;
    byte[] associated =
        extended
            ? ByteBuffer.allocate(12).putInt((int) spi).putLong(sequence).array()
            : header.clone();
    sequence++;
    byte[] iv = octets(encryption.iv());
    byte[] plaintext = trailed(payload, nextHeader);
    byte[] sealed = Sealer.seal(encryption, material, iv, associated, plaintext);
    byte[] covered = Sealer.join(header, iv, sealed);
    if (encryption.aead()) {
      return covered;
    }
    byte[] code =
        integrity.checks()
            ? integrity.code(codeKey, extended ? Sealer.join(covered, high) : covered)
            : octets(integrity.icv());
    return Sealer.join(covered, code);
  }

  /** Padding 1, 2, 3 to whole blocks, and 4 octets at least; now and then more of it. */
  private byte[] trailed(byte[] payload, int nextHeader) {
    int block = Math.max(4, encryption.block());
    int pad = Math.floorMod(-(payload.length + 2), block);
    if (random.nextInt(8) == 0) {
      pad += block * random.nextInt(4);
    }
    ByteBuffer out = ByteBuffer.allocate(payload.length + pad + 2).put(payload);
    for (int i = 1; i <= pad; i++) {
      out.put((byte) i);
    }
    return out.put((byte) pad).put((byte) nextHeader).array();
  }

  /** Its row in {@code esp_sa}. */
  public String row(String family, String source, String destination) {
    return "\"%s\",\"%s\",\"%s\",\"0x%08x\",\"%s\",\"%s\",\"%s\",\"%s\""
        .formatted(
            family,
            source,
            destination,
            spi,
            encryption.name(),
            KeyTables.hex("0x", material),
            encryption.aead() ? "NULL" : integrity.name(),
            KeyTables.hex("0x", codeKey));
  }
}
