package org.roamscope.share;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.NatHash;
import org.roamscope.net.UdpHeader;

/**
 * The digest of SPIs, address and port with which IKE finds a NAT: RFC 7296 section 2.23, RFC 3947
 * section 3.2.
 */
final class NatDigest {
  private NatDigest() {}

  /**
   * A digest that fits the replaced SPIs and addresses as the original fitted the original ones.
   *
   * @param message the message that carries it
   * @param udp the header around the message, or null where it is not known
   * @param digest the original
   */
  static byte[] of(Pseudonyms names, IkeMessage message, @Nullable UdpHeader udp, byte[] digest) {
    if (udp != null) {
      for (boolean source : new boolean[] {true, false}) {
        IpAddress address = source ? udp.source() : udp.destination();
        int port = source ? udp.sourcePort() : udp.destinationPort();
        if (address != null && fits(message, address, port, digest)) {
          return NatHash.of(
                  digest.length,
                  names.ikeSpi(message.initiatorSpi()),
                  names.ikeSpi(message.responderSpi()),
                  names.address(address),
                  port)
              .orElseThrow();
        }
      }
    }
    return names.opaque(digest);
  }

  private static boolean fits(IkeMessage message, IpAddress address, int port, byte[] digest) {
    Optional<byte[]> made =
        NatHash.of(digest.length, message.initiatorSpi(), message.responderSpi(), address, port);
    return made.isPresent() && Arrays.equals(made.get(), digest);
  }
}
