package org.roamscope.samples.decrypt;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.roamscope.samples.decrypt.SealSuite.Peer;

/** An IKEv1 SA set up with Main Mode; initialization vectors as in RFC 2409 appendix B. */
public final class SealedIkeV1 {
  private static final int HEADER = 28;
  private static final int MAIN_MODE = 2;
  private static final int ENCRYPTED = 1;
  private static final int SA = 1;
  private static final int KEY_EXCHANGE = 4;
  private static final int NONCE = 10;

  /**
   * Algorithms of phase 1.
   *
   * @param cipher the platform's name
   * @param number value of the Encryption Algorithm attribute
   * @param key octets of key
   * @param block octets of a block
   * @param hash value of the Hash Algorithm attribute
   * @param digest the platform's name of it
   * @param peer who can open it
   */
  public record Suite(
      String cipher, int number, int key, int block, int hash, String digest, Peer peer) {
    /** Every cipher with every hash. */
    public static List<Suite> all() {
      record Hash(int number, String digest) {}
      List<Hash> hashes =
          List.of(
              new Hash(1, "MD5"),
              new Hash(2, "SHA-1"),
              new Hash(4, "SHA-256"),
              new Hash(5, "SHA-384"),
              new Hash(6, "SHA-512"));
      return hashes.stream()
          .flatMap(hash ->
              List.of(
                  new Suite("DES", 1, 8, 8, hash.number, hash.digest, Peer.BOTH),
                  new Suite("DESede", 5, 24, 8, hash.number, hash.digest, Peer.BOTH),
                  new Suite("AES", 7, 16, 16, hash.number, hash.digest, Peer.BOTH),
                  new Suite("AES", 7, 24, 16, hash.number, hash.digest, Peer.BOTH),
                  new Suite("AES", 7, 32, 16, hash.number, hash.digest, Peer.BOTH),
                  new Suite("Blowfish", 3, 16, 8, hash.number, hash.digest, Peer.OURS),
                  new Suite("CAST5", 6, 16, 8, hash.number, hash.digest, Peer.OURS),
                  new Suite("Camellia", 8, 32, 16, hash.number, hash.digest, Peer.OURS))
                  .stream())
          .toList();
    }
  }

  private final Suite suite;
  private final RandomGenerator random;
  private final long initiator;
  private final long responder;
  private final byte[] key;
  private final byte[] initiatorPublic;
  private final byte[] responderPublic;
  private final Map<Integer, byte[]> last = new HashMap<>();

  /** An SA with random cookies and keys. */
  public SealedIkeV1(Suite suite, RandomGenerator random) {
    this.suite = suite;
    this.random = random;
    initiator = random.nextLong() | 1;
    responder = random.nextLong() | 1;
    key = octets(suite.key);
    initiatorPublic = octets(128);
    responderPublic = octets(128);
    last.put(0, vector(initiatorPublic, responderPublic));
  }

  private byte[] octets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  private byte[] vector(byte[]... parts) {
    try {
      byte[] hash = MessageDigest.getInstance(suite.digest).digest(Sealer.join(parts));
      return Arrays.copyOf(hash, suite.block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first four messages of Main Mode, from the initiator and from the responder in turn. */
  public List<byte[]> opening() {
    byte[] association = payload(0, association());
    return List.of(
        header(0, SA, MAIN_MODE, 0, 0, association),
        header(responder, SA, MAIN_MODE, 0, 0, association),
        header(responder, KEY_EXCHANGE, MAIN_MODE, 0, 0, exchange(initiatorPublic)),
        header(responder, KEY_EXCHANGE, MAIN_MODE, 0, 0, exchange(responderPublic)));
  }

  /** RFC 2407 section 4.6.1 and RFC 2409 appendix A: one transform, a pre-shared key, group 2. */
  private byte[] association() {
    ByteBuffer attributes = ByteBuffer.allocate(28);
    attributes.putInt(0x8001_0000 | suite.number).putInt(0x8002_0000 | suite.hash);
    attributes.putInt(0x8003_0001).putInt(0x8004_0002).putInt(0x800b_0001).putInt(0x800c_0e10);
    if (!suite.cipher.startsWith("DES")) { // whose keys have one length
      attributes.putInt(0x800e_0000 | suite.key * 8);
    }
    byte[] list = Arrays.copyOf(attributes.array(), attributes.position());
    byte[] transform = payload(0, Sealer.join(new byte[] {1, 1, 0, 0}, list));
    byte[] proposal = payload(0, Sealer.join(new byte[] {1, 1, 0, 1}, transform));
    return Sealer.join(new byte[] {0, 0, 0, 1, 0, 0, 0, 1}, proposal);
  }

  private byte[] exchange(byte[] value) {
    return Sealer.join(payload(NONCE, value), payload(0, octets(20)));
  }

  private static byte[] payload(int next, byte[] body) {
    return ByteBuffer.allocate(4 + body.length)
        .put((byte) next)
        .put((byte) 0)
        .putShort((short) (4 + body.length))
        .put(body)
        .array();
  }

  /** The payloads in the clear. */
  public byte[] clear(int exchange, int id, int first, byte[] payloads) {
    return header(responder, first, exchange, 0, id, payloads);
  }

  /** The next encrypted message of an exchange; its id is 0 in phase 1. */
  public byte[] seal(int exchange, int id, int first, byte[] payloads) {
    byte[] id4 = ByteBuffer.allocate(4).putInt(id).array();
    byte[] iv = last.get(id);
    if (iv == null) {
      iv = vector(last.getOrDefault(0, new byte[0]), id4);
    }
    int whole = (payloads.length + suite.block - 1) / suite.block * suite.block;
    try {
      byte[] sealed = Sealer.cbc(suite.cipher, key, iv, Arrays.copyOf(payloads, whole));
      last.put(id, Arrays.copyOfRange(sealed, sealed.length - suite.block, sealed.length));
      return header(responder, first, exchange, ENCRYPTED, id, sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] header(long answerer, int next, int exchange, int flags, int id, byte[] body) {
    return ByteBuffer.allocate(HEADER + body.length)
        .putLong(initiator)
        .putLong(answerer)
        .put((byte) next)
        .put((byte) 0x10)
        .put((byte) exchange)
        .put((byte) flags)
        .putInt(id)
        .putInt(HEADER + body.length)
        .put(body)
        .array();
  }

  /** Its row in {@code ikev1_decryption_table}. */
  public String row() {
    return "%016x,%s".formatted(initiator, KeyTables.hex("", key));
  }
}
