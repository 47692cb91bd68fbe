package org.roamscope.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.roamscope.bytes.Slice;

/** Hash algorithms of IKEv1, RFC 2409 appendix A and the IANA registry after it. */
public enum HashFunction {
  /** MD5. */
  MD5(1, "MD5", PseudoRandom.HMAC_MD5),
  /** SHA-1. */
  SHA1(2, "SHA-1", PseudoRandom.HMAC_SHA1),
  /** SHA-256. */
  SHA2_256(4, "SHA-256", PseudoRandom.HMAC_SHA2_256),
  /** SHA-384. */
  SHA2_384(5, "SHA-384", PseudoRandom.HMAC_SHA2_384),
  /** SHA-512. */
  SHA2_512(6, "SHA-512", PseudoRandom.HMAC_SHA2_512);

  private final int number;
  private final String digest;
  private final PseudoRandom prf;

  HashFunction(int number, String digest, PseudoRandom prf) {
    this.number = number;
    this.digest = digest;
    this.prf = prf;
  }

  /** Looks the value of a Hash Algorithm attribute up. */
  public static Optional<HashFunction> ofIkeV1(int number) {
    return Arrays.stream(values()).filter(hash -> hash.number == number).findFirst();
  }

  /** The function that IKEv1 makes keys with: HMAC of the hash, RFC 2409 section 4. */
  public PseudoRandom prf() {
    return prf;
  }

  /** The hash of the parts, one after the other. */
  byte[] of(Slice... parts) {
    MessageDigest hash;
    try {
      hash = MessageDigest.getInstance(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every platform has " + digest, e);
    }
    for (Slice part : parts) {
      hash.update(part.bytes());
    }
    return hash.digest();
  }
}
