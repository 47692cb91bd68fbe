package org.roamscope.ipsec;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.CutElement;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;
import org.roamscope.field.UInt;

/**
 * An ESP packet, RFC 4303 section 2. What follows the sequence number takes a key, or {@link
 * NullEsp}, to read.
 *
 * <pre>
 * 0: Security Parameters Index (32)
 * 4: Sequence Number (32)
 * 8: Payload Data, Padding, Pad Length (8), Next Header (8), Integrity Check Value
 * </pre>
 *
 * @param slice the packet from the SPI
 */
public record EspHeader(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("esp", "Encapsulating Security Payload", rfc(4303, "2")).protocol("esp");

  static final UInt SPI = WIRE.u32("spi", "SPI").hex();
  static final UInt SEQUENCE = WIRE.u32("sequence", "Sequence number");
  static final BytesField REST = WIRE.rest("roam.esp.protected_data", "Protected data");

  static {
    WIRE.total(8);
  }

  /** Octets before the protected data. */
  public static final int OCTETS = 8;

  /**
   * Reads an ESP packet.
   *
   * @param problems receives what is wrong
   * @return the packet, or null when fewer than 8 octets are there
   */
  public static @Nullable EspHeader read(Slice packet, List<Problem> problems) {
    if (!Problems.holds(packet, OCTETS, "esp", "The ESP header", problems)) {
      return null;
    }
    EspHeader header = new EspHeader(packet);
    if (header.spi() == 0) {
      problems.add(
          Problem.of(
              ProblemKind.VALUE,
              SPI.span(packet),
              SPI.filterName(),
              "An SPI of zero must not be sent (RFC 4303 2.1)."));
    }
    return header;
  }

  /** A packet of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

  /** Security Parameters Index, unsigned. */
  public long spi() {
    return SPI.get(slice);
  }

  /** Sequence number; the low half of an extended one. */
  public long sequence() {
    return SEQUENCE.get(slice);
  }

  /** What follows the sequence number. */
  public Slice protectedData() {
    return REST.get(slice);
  }

  /** One line, for example {@code ESP (SPI=0x00001001)}. */
  public String info() {
    return "ESP (SPI=" + SPI.text(slice) + ")";
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
