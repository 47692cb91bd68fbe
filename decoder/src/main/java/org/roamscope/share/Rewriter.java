package org.roamscope.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.dissect.DetailNode;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Fields;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.VendorId;
import org.roamscope.net.Reassembler.Fragment;
import org.roamscope.net.UdpHeader;

/**
 * Writes one byte source anew, a frame or a payload put together from fragments. It begins with
 * zeros; only what a field explains is written, so that octets nobody understands cannot stay. What
 * says less goes first: octets that become opaque, then numbers and flags, then addresses, names
 * and digests, in the end the checksums.
 */
final class Rewriter {
  /** A field where it stands. */
  private record Place(Element owner, Field field, Treatment treatment) {
    int at() {
      return span().firstByte();
    }

    Span span() {
      return field.span(owner.slice());
    }

    int octets() {
      return Math.min(span().endByte(), owner.slice().offset() + owner.slice().length()) - at();
    }
  }

  private final Pseudonyms names;
  private final Slice base;
  private final byte[] out;
  private final List<Place> places = new ArrayList<>();

  private Rewriter(Pseudonyms names, Slice base) {
    this.names = names;
    this.base = base;
    out = new byte[base.length()];
  }

  /**
   * The octets that take the place of a byte source's.
   *
   * @param base all of the byte source
   * @param dissection what is in it
   * @param part what the fragment in it becomes; zeros where that is not known
   */
  static byte[] rewrite(
      Pseudonyms names, Slice base, Dissection dissection, Optional<byte[]> part) {
    Rewriter rewriter = new Rewriter(names, base);
    List<Element> elements =
        dissection.shown().stream().filter(element -> element.slice().sameSource(base)).toList();
    elements.forEach(element -> rewriter.collect(element, 0));
    rewriter.write(Set.of(Treatment.OPAQUE, Treatment.ZEROED));
    rewriter.write(Set.of(Treatment.KEPT));
    rewriter.write(
        Set.of(
            Treatment.NUMBER,
            Treatment.ADDRESS,
            Treatment.PREFIX,
            Treatment.MAC,
            Treatment.SPI,
            Treatment.TEXT,
            Treatment.DIGITS));
    rewriter.digests(elements);
    rewriter.neighbours(elements);
    Fragment fragment = dissection.fragment();
    if (fragment != null && fragment.octets().sameSource(base)) {
      Slice place = fragment.octets();
      byte[] octets = part.orElseGet(() -> new byte[place.length()]);
      System.arraycopy(octets, 0, rewriter.out, place.offset(), octets.length);
    }
    new Sums(names, dissection.shown(), base, rewriter.out).correct();
    return rewriter.out;
  }

  private void collect(Element element, int depth) {
    Slice slice = element.slice();
    if (slice.sameSource(base)) {
      boolean known = element instanceof VendorId vendor && vendor.known();
      for (Field field : element.layout().fields()) {
        if (!field.hidden() && Fields.shown(field, slice)) {
          Treatment treatment = Treatment.of(field);
          boolean kept = known && treatment == Treatment.OPAQUE;
          places.add(new Place(element, field, kept ? Treatment.KEPT : treatment));
        }
      }
    }
    if (depth < DetailNode.MAX_DEPTH) {
      element.parts().forEach(part -> collect(part, depth + 1));
    }
  }

  private void write(Set<Treatment> treatments) {
    for (Place place : places) {
      if (treatments.contains(place.treatment())) {
        write(place);
      }
    }
  }

  private void write(Place place) {
    byte[] original = base.bytes(place.at(), place.octets());
    switch (place.treatment()) {
      case KEPT -> bits(place.span(), 0);
      case NUMBER -> number(place.span());
      case ZEROED -> put(place, new byte[original.length]);
      case OPAQUE -> put(place, names.opaque(original));
      case ADDRESS -> put(place, address(place).bytes());
      case PREFIX -> put(place, prefix(place).bytes());
      case MAC -> mac(place, original);
      case SPI -> put(place, names.spi(original));
      case TEXT -> put(place, text(original));
      case DIGITS -> put(place, names.digits(original));
      case NAT_DIGEST, SUM -> throw new IllegalArgumentException(place.treatment().name());
    }
  }

  private void put(Place place, byte[] octets) {
    System.arraycopy(octets, 0, out, place.at(), octets.length);
  }

  /** Copies bits, turned by a mask of the same width. */
  private void bits(Span span, long turned) {
    long end = Math.min(span.bit() + span.bits(), base.length() * 8L);
    for (long bit = span.bit(); bit < end; bit++) {
      int at = (int) (bit >>> 3);
      int mask = 0x80 >>> (bit & 7);
      long behind = span.bit() + span.bits() - 1 - bit;
      boolean turn = behind < Long.SIZE && (turned >>> behind & 1) == 1;
      boolean set = (base.u8(at) & mask) != 0 ^ turn;
      out[at] = (byte) (set ? out[at] | mask : out[at] & ~mask);
    }
  }

  private void number(Span span) {
    int width = (int) span.bits();
    long value = base.bits(span.bit(), width);
    bits(span, value ^ names.number(value, width));
  }

  private IpAddress original(Place place) {
    return place.field().bits() == 32
        ? IpAddress.v4(base, place.at())
        : IpAddress.v6(base, place.at());
  }

  /** Of a range of addresses that is a prefix, the ends stay ends. */
  private IpAddress address(Place place) {
    IpAddress address = original(place);
    OptionalInt free = Ranges.freeBits(place.owner(), place.field());
    return free.isEmpty()
        ? names.address(address)
        : Ranges.end(names.address(address), address, free.getAsInt());
  }

  private IpAddress prefix(Place place) {
    IpAddress address = original(place);
    return Ranges.end(names.address(address), address, Ranges.zerosAtTheEnd(address));
  }

  private void mac(Place place, byte[] original) {
    if (original.length != 6) {
      put(place, names.opaque(original));
      return;
    }
    long made = names.mac(base.bits(place.at() * 8L, 48));
    for (int i = 0; i < 6; i++) {
      out[place.at() + i] = (byte) (made >>> (5 - i) * 8);
    }
  }

  /** Of a domain name on the wire, RFC 1035 section 3.1, the lengths of the labels stay. */
  private byte[] text(byte[] original) {
    if (printable(original, 0, original.length)) {
      return names.text(original);
    }
    byte[] made = original.clone();
    int at = 0;
    while (at < original.length) {
      int length = original[at] & 0xff;
      if (at + 1 + length > original.length || !printable(original, at + 1, length)) {
        return names.opaque(original);
      }
      byte[] label = new byte[length];
      System.arraycopy(original, at + 1, label, 0, length);
      System.arraycopy(names.text(label), 0, made, at + 1, length);
      at += 1 + length;
    }
    return made;
  }

  private static boolean printable(byte[] octets, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (octets[i] < ' ' || octets[i] > '~') {
        return false;
      }
    }
    return true;
  }

  /** A digest that fits an end of the packet fits it afterwards, and no other does. */
  private void digests(List<Element> elements) {
    @Nullable UdpHeader udp = null;
    for (Element element : elements) {
      if (element instanceof UdpHeader header) {
        udp = header;
      } else if (element instanceof IkeMessage message) {
        for (Place place : places) {
          if (place.treatment() == Treatment.NAT_DIGEST && within(place, message.slice())) {
            byte[] original = base.bytes(place.at(), place.octets());
            put(place, NatDigest.of(names, message, udp, original));
          }
        }
      }
    }
  }

  private static boolean within(Place place, Slice slice) {
    return place.at() >= slice.offset() && place.at() < slice.offset() + slice.length();
  }

  private void neighbours(List<Element> elements) {
    for (Element element : elements) {
      NeighbourDiscovery.rewrite(names, element, out);
    }
  }
}
