package org.roamscope.dissect;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ipsec.AhHeader;
import org.roamscope.ipsec.EspHeader;
import org.roamscope.ipsec.NullEsp;

/**
 * What only keys and the frames before this one make possible: a forward pass keeps state and hands
 * it to the dissector through this. For the dissector the answers are part of its input.
 */
public interface Opener {
  /** Knows nothing. */
  Opener NONE =
      new Opener() {
        @Override
        public @Nullable Slice assembled(IkeMessage message, IpAddress source) {
          return null;
        }

        @Override
        public @Nullable OpenedIke ike(IkeMessage message, IpScope scope) {
          return null;
        }

        @Override
        public @Nullable OpenedEsp esp(
            EspHeader header, Slice packet, IpScope scope, NullEsp.@Nullable Inner clear) {
          return null;
        }

        @Override
        public ChecksumStatus authentic(
            AhHeader header, @Nullable Slice packet, int ahAt, IpScope scope) {
          return ChecksumStatus.UNVERIFIABLE;
        }
      };

  /**
   * The whole IKE message that a fragment completes.
   *
   * @param message a message that is a fragment, IKEv1 payload 132
   * @param source its sender
   * @return the octets of the whole message from its header, or null while others are missing
   */
  @Nullable Slice assembled(IkeMessage message, IpAddress source);

  /**
   * What an IKE message holds. Asked for every message, for one in the clear shows what others are
   * opened with.
   *
   * @param message the message
   * @param scope the IP header around it
   * @return what was decrypted, or null when it is not encrypted or stays closed
   */
  @Nullable OpenedIke ike(IkeMessage message, IpScope scope);

  /**
   * What an ESP packet holds.
   *
   * @param header the packet
   * @param packet its octets from the SPI to the end of the integrity check value
   * @param scope the IP header around it
   * @param clear what it would hold if nothing in it were encrypted, or null
   * @return what was decrypted, or null when it stays closed
   */
  @Nullable OpenedEsp esp(
      EspHeader header, Slice packet, IpScope scope, NullEsp.@Nullable Inner clear);

  /**
   * Whether the integrity check value of an AH packet fits its key.
   *
   * @param header the header
   * @param packet the IP packet around it from its first octet, or null when it is not there in one
   *     piece, as for a fragment
   * @param ahAt where in the packet the header begins
   * @param scope the IP header around it
   * @return bad when there are keys and none fits
   */
  ChecksumStatus authentic(AhHeader header, @Nullable Slice packet, int ahAt, IpScope scope);
}
