package org.roamscope.crypto;

import org.roamscope.bytes.Slice;

/**
 * Whether octets can be a chain of IKE payloads: a look at their generic headers only, to tell a
 * right key from a wrong one where no checksum does.
 *
 * <pre>
 * 0: Next Payload (8)  Reserved (8)  Payload Length (16)
 * </pre>
 */
final class PayloadChain {
  private static final int HEADER = 4;
  private static final int MAX_PAYLOADS = 256;
  private static final int CRITICAL = 0x80;

  private PayloadChain() {}

  /**
   * The octets of the chain that begins the slice; -1 when it is none.
   *
   * @param text decrypted octets, in which a payload begins
   */
  static int length(Slice text) {
    int at = 0;
    for (int i = 0; i < MAX_PAYLOADS && text.holds(at, HEADER); i++) {
      int length = text.u16(at + 2);
      if ((text.u8(at + 1) & ~CRITICAL) != 0 || length < HEADER || !text.holds(at, length)) {
        return -1;
      }
      int next = text.u8(at);
      at += length;
      if (next == 0) {
        return at;
      }
    }
    return -1;
  }
}
