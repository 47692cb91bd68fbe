package org.roamscope.ipsec;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.ProblemKind.LENGTH;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;
import org.roamscope.field.CutElement;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;
import org.roamscope.field.UInt;

/**
 * Authentication Header, RFC 4302 section 2.
 *
 * <pre>
 * 0: Next Header (8)  Payload Len (8, 32-bit words minus 2)  RESERVED (16)
 * 4: Security Parameters Index (32)
 * 8: Sequence Number (32)
 * 12: Integrity Check Value
 * </pre>
 *
 * @param slice the header, without what it protects
 * @param status whether the integrity check value was checked with a key, and how that went
 */
public record AhHeader(Slice slice, ChecksumStatus status) implements Element {
  private static final Clause NONE = new Clause("none", "");

  private static final CodePoints STATUSES =
      CodePoints.of("Integrity check value status")
          .add(0, "Bad", NONE)
          .add(1, "Good", NONE)
          .add(2, "Unverified", NONE)
          .build();

  static final Layout WIRE =
      Layout.of("ah", "Authentication Header", rfc(4302, "2")).protocol("ah");

  static final UInt NEXT_HEADER = WIRE.u8("next_header", "Next header");
  static final UInt LENGTH_FIELD = WIRE.u8("length", "Length");
  static final BytesField RESERVED = WIRE.octets(2, "reserved", "Reserved");
  static final UInt SPI = WIRE.u32("spi", "SPI").hex();
  static final UInt SEQUENCE = WIRE.u32("sequence", "Sequence number");
  static final BytesField ICV = WIRE.rest("icv", "Integrity check value");

  static {
    WIRE.derived(FieldType.UINT8, "roam.ah.icv.status", "Integrity check value status", STATUSES);
    WIRE.total(12);
  }

  /** Octets before the integrity check value. */
  public static final int FIXED_OCTETS = 12;

  /**
   * Reads the header.
   *
   * @param packet from the header's first octet
   * @param problems receives what is wrong
   * @return the header, or null when fewer than 12 octets are there or its length is impossible
   */
  public static @Nullable AhHeader read(Slice packet, List<Problem> problems) {
    if (!Problems.holds(packet, FIXED_OCTETS, "ah", "The AH header", problems)) {
      return null;
    }
    AhHeader header = unchecked(packet);
    int octets = header.octets();
    if (octets < FIXED_OCTETS || octets > packet.claimedLength()) {
      problems.add(
          new Problem(
              LENGTH,
              LENGTH_FIELD.span(packet),
              LENGTH_FIELD.filterName(),
              octets,
              packet.claimedLength(),
              "An AH header of "
                  + octets
                  + " octets; it has at least "
                  + FIXED_OCTETS
                  + " and "
                  + packet.claimedLength()
                  + " are there."));
      return null;
    }
    if (packet.u16(2) != 0) {
      problems.add(
          Problem.of(
              ProblemKind.RESERVED,
              RESERVED.span(packet),
              RESERVED.filterName(),
              "A reserved field is not zero."));
    }
    if (header.spi() == 0) {
      problems.add(
          Problem.of(
              ProblemKind.VALUE,
              SPI.span(packet),
              SPI.filterName(),
              "An SPI of zero must not be sent (RFC 4302 2.4)."));
    }
    // A part of the integrity check value is none.
    return Problems.holds(packet, octets, "ah.icv", "The AH header", problems)
        ? unchecked(packet.part(0, octets))
        : unchecked(packet.part(0, FIXED_OCTETS));
  }

  private static AhHeader unchecked(Slice slice) {
    return new AhHeader(slice, ChecksumStatus.UNVERIFIABLE);
  }

  /** The header after a key was tried. */
  public AhHeader with(ChecksumStatus checked) {
    return new AhHeader(slice, checked);
  }

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

  /** Protocol of what follows. */
  public int nextHeader() {
    return NEXT_HEADER.getInt(slice);
  }

  /** Octets of the header: (Payload Len + 2) * 4. */
  public int octets() {
    return (LENGTH_FIELD.getInt(slice) + 2) * 4;
  }

  /** Security Parameters Index, unsigned. */
  public long spi() {
    return SPI.get(slice);
  }

  /** Sequence number. */
  public long sequence() {
    return SEQUENCE.get(slice);
  }

  /** Integrity check value with its padding; empty when the capture cut it. */
  public Slice icv() {
    return ICV.get(slice);
  }

  /** One line, for example {@code AH (SPI=0x00001001)}. */
  public String info() {
    return "AH (SPI=" + SPI.text(slice) + ")";
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return new FieldValue.Numeric(
        switch (status) {
          case BAD -> 0;
          case GOOD -> 1;
          case UNVERIFIABLE -> 2;
        });
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
