package org.roamscope.crypto;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;

/**
 * An IP packet as the checksum of AH sees it, RFC 4302 section 3.3.3: fields that routers change
 * are zero, and addresses stand where the receiver will have them.
 */
sealed interface AhImage {
  /** IPv4 options that are covered as they are, RFC 4302 appendix A1; all others count as zero. */
  private static boolean immutableOption(int type) {
    return switch (type) {
      // Security, extended security, commercial security, router alert, multi-destination.
      case 130, 133, 134, 148, 149 -> true;
      default -> false;
    };
  }

  /**
   * The packet and its image.
   *
   * @param packet without what lies behind its end
   * @param image of the same length
   */
  record Packet(Slice packet, Slice image) implements AhImage {}

  /**
   * No packet that AH can protect.
   *
   * @param what what is wrong, in one sentence
   */
  record Fault(String what) implements AhImage {}

  /**
   * Makes the image.
   *
   * @param packet an IP packet from its first octet
   * @param ahAt where the Authentication Header begins
   */
  static AhImage of(Slice packet, int ahAt) {
    int version = packet.holds(0, 1) ? packet.u8(0) >>> 4 : 0;
    if (version != 4 && version != 6 || !packet.holds(0, version == 4 ? 20 : 40)) {
      return new Fault("There is no IP header.");
    }
    int length = version == 4 ? packet.u16(2) : packet.u16(4) + 40;
    if (packet.length() < length) {
      return new Fault("The capture holds only the beginning of the packet.");
    }
    Slice whole = packet.part(0, length);
    int headers = version == 4 ? (whole.length() > 0 ? (packet.u8(0) & 0xf) * 4 : 0) : 40;
    boolean placed = ahAt >= headers && headers >= 20 && (version == 6 || ahAt == headers);
    if (!placed || !whole.holds(ahAt, 12)) {
      return new Fault("There is no Authentication Header.");
    }
    int octets = (whole.u8(ahAt + 1) + 2) * 4;
    if (octets < 12 || !whole.holds(ahAt, octets)) {
      return new Fault("The Authentication Header states " + octets + " octets.");
    }
    byte[] image = whole.bytes();
    String fault = version == 4 ? ipv4(image, headers) : ipv6(image, ahAt);
    return fault == null ? new Packet(whole, Slice.of(image)) : new Fault(fault);
  }

  /** RFC 4302 section 3.3.3.1.1. */
  private static @Nullable String ipv4(byte[] image, int headers) {
    if (((image[6] & 0x3f) << 8 | image[7] & 0xff) != 0) {
      return "A fragment: AH covers the whole packet.";
    }
    image[1] = 0; // DSCP and ECN
    Arrays.fill(image, 6, 9, (byte) 0); // flags, fragment offset, time to live
    Arrays.fill(image, 10, 12, (byte) 0); // header checksum
    int at = 20;
    while (at < headers) {
      int type = image[at] & 0xff;
      if (type == 0) {
        return null; // End of Options: what follows is padding, covered as it is
      }
      if (type == 1) {
        at++;
        continue;
      }
      int length = at + 1 < headers ? image[at + 1] & 0xff : 0;
      if (length < 2 || at + length > headers) {
        return "An IPv4 option of impossible length.";
      }
      boolean sourceRoute = type == 131 || type == 137;
      if (sourceRoute && length >= 7 && (image[at + 2] & 0xff) <= length) {
        // The last address of an unfinished source route is where the packet will arrive.
        System.arraycopy(image, at + length - 4, image, 16, 4);
      }
      if (!immutableOption(type)) {
        Arrays.fill(image, at, at + length, (byte) 0);
      }
      at += length;
    }
    return null;
  }

  /** RFC 4302 section 3.3.3.1.2, for the headers in front of AH; what follows never changes. */
  private static @Nullable String ipv6(byte[] image, int ahAt) {
    image[0] = 0x60; // version stays; DSCP, ECN and flow label go
    Arrays.fill(image, 1, 4, (byte) 0);
    image[7] = 0; // hop limit
    int type = image[6] & 0xff;
    int at = 40;
    while (at < ahAt) {
      int next = image[at] & 0xff;
      int length = ((image[at + 1] & 0xff) + 1) * 8;
      if (at + length > ahAt) {
        return "An extension header reaches into the Authentication Header.";
      }
      String fault =
          switch (type) {
            case 0, 60 -> options(image, at, length);
            case 43 -> routing(image, at, length);
            case 44 -> "A fragment: AH covers the whole packet.";
            case 135, 139, 140 -> null;
            default -> "Protocol " + type + " is in front of the Authentication Header.";
          };
      if (fault != null) {
        return fault;
      }
      type = next;
      at += length;
    }
    return type == 51 ? null : "There is no Authentication Header.";
  }

  /**
   * Options whose type has the third bit set may change on the way: their data count as zero. A
   * Home Address option (RFC 6275 section 11.3.2) counts as received: the home address as the
   * source, the care-of address in the option.
   */
  private static @Nullable String options(byte[] image, int start, int headerLength) {
    int end = start + headerLength;
    int at = start + 2;
    while (at < end) {
      int type = image[at] & 0xff;
      if (type == 0) {
        at++;
        continue;
      }
      int length = at + 1 < end ? image[at + 1] & 0xff : end;
      int data = at + 2;
      if (data + length > end) {
        return "An option of impossible length.";
      }
      if ((type & 0x20) != 0) {
        Arrays.fill(image, data, data + length, (byte) 0);
      } else if (type == 201 && length == 16) {
        swap(image, 8, data);
      }
      at = data + length;
    }
    return null;
  }

  /**
   * Routing headers of type 0 (RFC 4302 appendix A2) and 2 (RFC 6275 section 6.4) count as at the
   * last destination: no segments left, each address one place on.
   */
  private static @Nullable String routing(byte[] image, int start, int headerLength) {
    int type = image[start + 2] & 0xff;
    int left = image[start + 3] & 0xff;
    int segments = (headerLength - 8) / 16;
    if (type != 0 && type != 2) {
      return "How AH counts a routing header of type " + type + " is not known here.";
    }
    if (left > segments) {
      return "A routing header with more segments left than addresses.";
    }
    image[start + 3] = 0;
    int addresses = start + 8;
    for (int i = segments - left; i < segments; i++) {
      swap(image, 24, addresses + i * 16);
    }
    return null;
  }

  private static void swap(byte[] image, int one, int other) {
    byte[] kept = Arrays.copyOfRange(image, one, one + 16);
    System.arraycopy(image, other, image, one, 16);
    System.arraycopy(kept, 0, image, other, 16);
  }
}
