package org.roamscope.samples.decrypt;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** An IKEv2 SA, of which both ends send SK and SKF payloads (RFC 7296 3.14, RFC 7383 2.5). */
public final class SealedIkeV2 {
  private static final int HEADER = 28;
  private static final int SK = 46;
  private static final int SKF = 53;
  private static final int BY_INITIATOR = 0x08;

  /**
   * What stands in the header.
   *
   * @param exchange exchange type
   * @param flags flags
   * @param id message id
   */
  public record Head(int exchange, int flags, int id) {}

  private final long initiator;
  private final long responder;
  private final SealSuite encryption;
  private final CodeSuite integrity;
  private final RandomGenerator random;
  private final byte[] ei;
  private final byte[] er;
  private final byte[] ai;
  private final byte[] ar;

  /** An SA with random SPIs and keys. */
  public SealedIkeV2(SealSuite encryption, CodeSuite integrity, RandomGenerator random) {
    this.encryption = encryption;
    this.integrity = integrity;
    this.random = random;
    initiator = random.nextLong() | 1;
    responder = random.nextLong() | 1;
    ei = octets(encryption.material());
    er = octets(encryption.material());
    ai = octets(encryption.aead() ? 0 : integrity.key());
    ar = octets(encryption.aead() ? 0 : integrity.key());
  }

  private byte[] octets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  /** The payloads in the clear, as nobody may send them. */
  public byte[] clear(Head head, int first, byte[] payloads) {
    return Sealer.join(header(head, first, payloads.length), payloads);
  }

  /** A message with an SK payload. */
  public byte[] seal(Head head, int first, byte[] payloads) {
    return sealed(head, SK, first, new byte[0], payloads);
  }

  /** The same in so many messages with SKF payloads; the first payload is named in the first. */
  public List<byte[]> fragments(Head head, int first, byte[] payloads, int count) {
    List<byte[]> all = new ArrayList<>();
    int size = (payloads.length + count - 1) / count;
    for (int i = 0; i < count; i++) {
      byte[] part =
          Arrays.copyOfRange(
              payloads,
              Math.min(payloads.length, i * size),
              Math.min(payloads.length, (i + 1) * size));
      byte[] numbers =
          ByteBuffer.allocate(4).putShort((short) (i + 1)).putShort((short) count).array();
      all.add(sealed(head, SKF, i == 0 ? first : 0, numbers, part));
    }
    return all;
  }

  private byte[] sealed(Head head, int type, int first, byte[] numbers, byte[] payloads) {
    boolean byInitiator = (head.flags & BY_INITIATOR) != 0;
    byte[] iv = octets(encryption.iv());
    int pad = Math.floorMod(-(payloads.length + 1), encryption.block());
    byte[] plaintext = Sealer.join(payloads, new byte[pad], new byte[] {(byte) pad});
    int icv = encryption.aead() ? encryption.icv() : integrity.icv();
    int length = 4 + numbers.length + iv.length + plaintext.length + icv;
    byte[] generic =
        ByteBuffer.allocate(4).put((byte) first).put((byte) 0).putShort((short) length).array();
    byte[] associated = Sealer.join(header(head, type, length), generic, numbers);
    byte[] sealed = Sealer.seal(encryption, byInitiator ? ei : er, iv, associated, plaintext);
    byte[] covered = Sealer.join(associated, iv, sealed);
    if (encryption.aead()) {
      return covered;
    }
    byte[] code =
        integrity.checks()
            ? integrity.code(byInitiator ? ai : ar, covered)
            : octets(integrity.icv());
    return Sealer.join(covered, code);
  }

  private byte[] header(Head head, int next, int length) {
    return ByteBuffer.allocate(HEADER)
        .putLong(initiator)
        .putLong(responder)
        .put((byte) next)
        .put((byte) 0x20)
        .put((byte) head.exchange)
        .put((byte) head.flags)
        .putInt(head.id)
        .putInt(HEADER + length)
        .array();
  }

  /** Its row in {@code ikev2_decryption_table}. */
  public String row() {
    return "%016x,%016x,%s,%s,\"%s\",%s,%s,\"%s\""
        .formatted(
            initiator,
            responder,
            KeyTables.hex("", ei),
            KeyTables.hex("", er),
            encryption.name(),
            KeyTables.hex("", ai),
            KeyTables.hex("", ar),
            encryption.aead() ? "NONE [RFC4306]" : integrity.name());
  }
}
