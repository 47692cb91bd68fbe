package org.roamscope.keys;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.crypto.KeyMaterial;

/**
 * Key of an IKEv1 phase 1 SA, RFC 2409 appendix B. Its algorithm is in the proposal on the wire.
 *
 * @param initiatorCookie the initiator's cookie
 * @param responderCookie the responder's cookie; null when the file does not hold it
 * @param key the encryption key
 * @param derivation what phase 2 comes from; null when the file does not hold it
 * @param origin where it stands
 */
public record IkeV1Keys(
    long initiatorCookie,
    @Nullable Long responderCookie,
    KeyMaterial key,
    @Nullable Derivation derivation,
    KeyOrigin origin) {
  /**
   * RFC 2409 section 5.
   *
   * @param d SKEYID_d; null when the file does not hold it
   * @param a SKEYID_a; likewise
   * @param e SKEYID_e; likewise
   */
  public record Derivation(
      @Nullable KeyMaterial d, @Nullable KeyMaterial a, @Nullable KeyMaterial e) {
    /** What a log tells; null when it does not. */
    static @Nullable Derivation of(@Nullable KeyMaterial d) {
      return d == null ? null : new Derivation(d, null, null);
    }

    void wipe() {
      KeyRing.wipe(d);
      KeyRing.wipe(a);
      KeyRing.wipe(e);
    }
  }

  void wipe() {
    key.wipe();
    if (derivation != null) {
      derivation.wipe();
    }
  }

  /** Cookie and place; no key. */
  @Override
  public String toString() {
    return "IKEv1 " + Hex.spi64(initiatorCookie) + " (" + origin + ")";
  }
}
