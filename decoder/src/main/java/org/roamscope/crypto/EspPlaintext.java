package org.roamscope.crypto;

import org.roamscope.bytes.Slice;

/**
 * The inside of an ESP packet, RFC 4303 section 2.
 *
 * @param envelope where initialization vector, ciphertext and checksum lie in the packet
 * @param plaintext all that was decrypted: payload, padding, pad length, next header; when nothing
 *     is encrypted, that part of the packet itself
 * @param payload what is carried; in tunnel mode with traffic flow confidentiality padding behind
 * @param padding the padding, without its length
 * @param nextHeader protocol of the payload
 */
public record EspPlaintext(
    Envelope envelope, Slice plaintext, Slice payload, Slice padding, int nextHeader) {
  /** Octets of padding. */
  public int padLength() {
    return padding.length();
  }

  /** True when the padding is 1, 2, 3 and so on, RFC 4303 section 2.4. */
  public boolean paddingCounts() {
    for (int i = 0; i < padding.length(); i++) {
      if (padding.u8(i) != i + 1) {
        return false;
      }
    }
    return true;
  }
}
