package org.roamscope.share;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.IpAddress;

/** Ranges and prefixes of addresses, which are to be ranges and prefixes afterwards. */
final class Ranges {
  private Ranges() {}

  /**
   * How many bits at the end differ between both ends of a range that is all addresses of a prefix.
   *
   * @return empty when the field is no end of such a range
   */
  static OptionalInt freeBits(Element element, Field field) {
    Field start = sibling(element, field, "_end", "_start", ".end", ".start");
    Field end = sibling(element, field, "_start", "_end", ".start", ".end");
    Slice slice = element.slice();
    if (!(start instanceof AddressField first)
        || !(end instanceof AddressField last)
        || start.equals(end)
        || !first.in(slice)
        || !last.in(slice)) {
      return OptionalInt.empty();
    }
    IpAddress low = first.get(slice);
    IpAddress high = last.get(slice);
    int bits = zerosAtTheEnd(low);
    while (bits > 0 && !high.equals(filled(low, bits))) {
      bits--;
    }
    return bits == 0 ? OptionalInt.empty() : OptionalInt.of(bits);
  }

  /** The other end by its name, or the field itself. */
  private static @Nullable Field sibling(Element element, Field field, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (field.filterName().contains(pairs[i])) {
        String name = field.filterName().replace(pairs[i], pairs[i + 1]);
        return element.layout().fields().stream()
            .filter(other -> other.filterName().equals(name))
            .findFirst()
            .orElse(null);
      }
    }
    return field;
  }

  /** Zero bits at the end. */
  static int zerosAtTheEnd(IpAddress address) {
    int width = address.v4() ? 32 : 64;
    int low = Math.min(width, Long.numberOfTrailingZeros(address.low()));
    return address.v4() || low < 64 ? low : 64 + Long.numberOfTrailingZeros(address.high());
  }

  /** The address with its last bits as in another. */
  static IpAddress end(IpAddress address, IpAddress like, int bits) {
    long high = bits <= 64 ? 0 : mask(bits - 64);
    long low = mask(Math.min(64, bits));
    return new IpAddress(
        address.high() & ~high | like.high() & high,
        address.low() & ~low | like.low() & low,
        address.v4());
  }

  private static IpAddress filled(IpAddress address, int bits) {
    return end(address, new IpAddress(address.v4() ? 0 : -1, -1, address.v4()), bits);
  }

  private static long mask(int bits) {
    return bits >= 64 ? -1 : (1L << bits) - 1;
  }
}
