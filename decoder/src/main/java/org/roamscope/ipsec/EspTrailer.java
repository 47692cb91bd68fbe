package org.roamscope.ipsec;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * The end of an ESP packet that is open, RFC 4303 sections 2.4 to 2.8: sent without encryption, or
 * decrypted.
 *
 * <pre>
 * 0: Padding (0 to 255 octets)
 * n: Pad Length (8)  Next Header (8)  Integrity Check Value
 * </pre>
 *
 * @param slice from the first octet of padding to the last of the packet
 * @param padLength octets of padding
 * @param icv whether the integrity check value was checked with a key, and how that went
 */
public record EspTrailer(Slice slice, int padLength, ChecksumStatus icv) implements Element {
  /** Octets of pad length and next header. */
  static final int FIXED = 2;

  private static final int MOST_PADDING = 255;
  private static final String GOOD = "esp.icv_good";
  private static final String BAD = "esp.icv_bad";

  /** The index is the length of the padding. */
  private static final List<Layout> WIRES =
      IntStream.rangeClosed(0, MOST_PADDING).mapToObj(EspTrailer::wire).toList();

  /** A trailer shorter than its pad length says must not be made. */
  public EspTrailer {
    if (padLength < 0 || padLength > MOST_PADDING || !slice.holds(0, padLength + FIXED)) {
      throw new IllegalArgumentException("padding of " + padLength + " octets in " + slice);
    }
  }

  private static Layout wire(int padding) {
    Layout wire = Layout.of("esp", "ESP trailer", rfc(4303, "2.4"));
    if (padding > 0) {
      wire.octets(padding, "pad", "Padding");
    }
    wire.u8("pad_len", "Pad length");
    wire.u8("protocol", "Next header").hex();
    wire.rest("icv", "Integrity check value");
    wire.derived(FieldType.BOOLEAN, GOOD, "Integrity check value is right");
    wire.derived(FieldType.BOOLEAN, BAD, "Integrity check value is wrong");
    return wire.total(padding + FIXED);
  }

  /** Protocol of the payload. */
  public int nextHeader() {
    return slice.u8(padLength + 1);
  }

  /** Integrity check value; empty when there is none. */
  public Slice icvOctets() {
    return slice.from(padLength + FIXED);
  }

  @Override
  public Layout layout() {
    return WIRES.get(padLength);
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return switch (field.filterName()) {
      case GOOD -> new FieldValue.Bool(icv == ChecksumStatus.GOOD);
      case BAD -> new FieldValue.Bool(icv == ChecksumStatus.BAD);
      default -> null;
    };
  }

  /** One layout with and one without padding: the others differ in its length only. */
  static List<Layout> layouts() {
    return List.of(WIRES.get(1), WIRES.get(0));
  }
}
