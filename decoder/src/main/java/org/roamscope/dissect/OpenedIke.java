package org.roamscope.dissect;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.ike.Decryption;
import org.roamscope.ike.FragmentAssembler;

/** What came out of an encrypted IKE message. */
public sealed interface OpenedIke {
  /** How it was opened. */
  Decryption decryption();

  /**
   * Payloads.
   *
   * @param majorVersion 1 or 2
   * @param firstPayload type of the first of them
   * @param plaintext all that was decrypted
   * @param payloads the payloads, without padding
   * @param decryption how it was opened
   */
  record Whole(
      int majorVersion, int firstPayload, Slice plaintext, Slice payloads, Decryption decryption)
      implements OpenedIke {}

  /**
   * A part of the payloads, RFC 7383.
   *
   * @param plaintext all that was decrypted
   * @param decryption how it was opened
   * @param whole all payloads, when this was the last part that was missing
   */
  record Piece(Slice plaintext, Decryption decryption, FragmentAssembler.@Nullable Assembled whole)
      implements OpenedIke {}
}
