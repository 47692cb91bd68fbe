package org.roamscope.keys;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.crypto.PseudoRandom;

/**
 * Keys of an IKEv2 SA, RFC 7296 section 2.14.
 *
 * @param spiI the initiator's SPI
 * @param spiR the responder's SPI
 * @param encryption how messages are encrypted
 * @param ei SK_ei with its salt
 * @param er SK_er with its salt
 * @param integrity how messages are authenticated; NONE with an AEAD
 * @param ai SK_ai; empty with an AEAD and where it is not checked
 * @param ar SK_ar; likewise
 * @param derivation what child SAs and AUTH come from; null when the file does not hold it
 * @param origin where it stands
 */
public record IkeV2Keys(
    long spiI,
    long spiR,
    Encryption encryption,
    KeyMaterial ei,
    KeyMaterial er,
    Integrity integrity,
    KeyMaterial ai,
    KeyMaterial ar,
    @Nullable Derivation derivation,
    KeyOrigin origin) {
  /**
   * Keys of an IKEv2 SA that protect no message.
   *
   * @param prf the pseudo-random function; null when the file does not say
   * @param d SK_d; null when the file does not hold it
   * @param pi SK_pi; likewise
   * @param pr SK_pr; likewise
   */
  public record Derivation(
      @Nullable PseudoRandom prf,
      @Nullable KeyMaterial d,
      @Nullable KeyMaterial pi,
      @Nullable KeyMaterial pr) {
    void wipe() {
      KeyRing.wipe(d);
      KeyRing.wipe(pi);
      KeyRing.wipe(pr);
    }
  }

  void wipe() {
    ei.wipe();
    er.wipe();
    ai.wipe();
    ar.wipe();
    if (derivation != null) {
      derivation.wipe();
    }
  }

  /** SPIs, algorithms and place; no key. */
  @Override
  public String toString() {
    return "IKEv2 "
        + Hex.spi64(spiI)
        + " "
        + Hex.spi64(spiR)
        + " "
        + encryption
        + " "
        + integrity
        + " ("
        + origin
        + ")";
  }
}
