package org.roamscope.crypto;

import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Opened.Evidence;
import org.roamscope.crypto.Opened.Malformed;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Unsupported;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.crypto.Opened.WrongKey;

/**
 * Opens the Encrypted payloads (SK, RFC 7296 section 3.14; SKF, RFC 7383 section 2.5) that one end
 * of an IKEv2 SA sends: keys are SK_ei and SK_ai for what the initiator of the SA sends, SK_er and
 * SK_ar for what the responder sends. Keep one for each end. Not for two threads.
 *
 * <p>The checksum comes first. Where none can be checked, the payloads inside must add up.
 */
public final class IkeV2Cipher {
  private static final byte[] NOTHING = {};

  private final Opener opener;

  /**
   * An opener of what one end sends.
   *
   * @param encryption algorithm of SK_e
   * @param encryptionKey SK_ei or SK_er, with the salt behind it when the algorithm has one
   * @param integrity algorithm of SK_a; without meaning when the encryption authenticates
   * @param integrityKey SK_ai or SK_ar
   */
  public IkeV2Cipher(
      Encryption encryption,
      KeyMaterial encryptionKey,
      Integrity integrity,
      KeyMaterial integrityKey) {
    this.opener = new Opener(encryption, encryptionKey, integrity, integrityKey);
  }

  /**
   * Opens an SK payload.
   *
   * @param message from the first octet of the IKE header to the end of the SK payload, which is
   *     the last; without a non-ESP marker
   * @param bodyAt where the body of the payload begins: behind its generic header
   */
  public Opened<IkePlaintext> open(Slice message, int bodyAt) {
    return switch (plain(message, bodyAt)) {
      case Success<IkePlaintext> success when success.verdict() == Verdict.NOT_CHECKED ->
          chained(success.content().payloads()) ? success : new WrongKey<>(Evidence.PAYLOADS);
      case Success<IkePlaintext> success -> success;
      case WrongKey<IkePlaintext> wrong -> wrong;
      case Unsupported<IkePlaintext> unsupported -> unsupported;
      case Malformed<IkePlaintext> malformed -> malformed;
    };
  }

  /**
   * Opens an SKF payload: a part of the payloads, which may begin and end anywhere, so that without
   * a checksum only the pad length is checked.
   *
   * @param message from the first octet of the IKE header to the end of the SKF payload
   * @param bodyAt where the initialization vector begins: behind Fragment Number and Total
   *     Fragments
   */
  public Opened<IkePlaintext> openFragment(Slice message, int bodyAt) {
    return plain(message, bodyAt);
  }

  private static boolean chained(Slice payloads) {
    return payloads.length() == 0 || PayloadChain.length(payloads) == payloads.length();
  }

  /** RFC 5282 section 5.1, RFC 7383 section 2.5: all before the IV is associated data. */
  private Opened<IkePlaintext> plain(Slice message, int bodyAt) {
    byte[] associated = message.holds(0, bodyAt) ? message.bytes(0, bodyAt) : NOTHING;
    return switch (opener.open(message, bodyAt, associated, NOTHING)) {
      case Success<Opener.Plain>(Opener.Plain plain, Verdict verdict) -> padding(plain, verdict);
      case WrongKey<Opener.Plain>(Evidence evidence) -> new WrongKey<>(evidence);
      case Unsupported<Opener.Plain>(String name) -> new Unsupported<>(name);
      case Malformed<Opener.Plain>(String what) -> new Malformed<>(what);
    };
  }

  private static Opened<IkePlaintext> padding(Opener.Plain plain, Verdict verdict) {
    Slice plaintext = plain.plaintext();
    int end = plaintext.length() - 1;
    if (end < 0) {
      return new Malformed<>("No room for the Pad Length.");
    }
    int pad = plaintext.u8(end);
    if (pad > end) {
      return verdict == Verdict.GOOD
          ? new Malformed<>("Pad Length is " + pad + ", and " + end + " octets are before it.")
          : new WrongKey<>(Evidence.PADDING);
    }
    return new Success<>(
        new IkePlaintext(
            plain.envelope(),
            plaintext,
            plaintext.part(0, end - pad),
            plaintext.part(end - pad, pad)),
        verdict);
  }
}
