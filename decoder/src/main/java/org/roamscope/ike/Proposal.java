package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * A proposal of an SA payload, RFC 5996 section 3.3.1 and RFC 2408 section 3.5.
 *
 * <pre>
 * 0: 0 (last) or 2 (more)  RESERVED (8)  Proposal Length (16)
 * 4: Proposal Num (8)  Protocol ID (8)  SPI Size (8)  Num Transforms (8)
 * 8: SPI, transforms
 * </pre>
 *
 * @param majorVersion 1 or 2
 * @param slice the proposal
 * @param parts transforms, and octets that make none
 */
public record Proposal(int majorVersion, Slice slice, List<Element> parts) implements Element {
  /** Payload type, of both versions. */
  public static final int TYPE = 2;

  /** Proposals read from one SA payload. */
  public static final int MAX_PROPOSALS = 256;

  private static final int MORE = TYPE;

  static final Layout WIRE = wire(2, 0);
  static final UInt NUMBER = (UInt) WIRE.fields().get(3);
  static final UInt PROTOCOL = (UInt) WIRE.fields().get(4);
  static final UInt SPI_SIZE = (UInt) WIRE.fields().get(5);
  static final UInt TRANSFORMS = (UInt) WIRE.fields().get(6);

  /** With an SPI; the index is its size. */
  static final List<Layout> SIZED =
      IntStream.rangeClosed(0, Spi.MOST).mapToObj(spi -> wire(2, spi)).toList();

  static final List<Layout> SIZED_V1 =
      IntStream.rangeClosed(0, Spi.MOST).mapToObj(spi -> wire(1, spi)).toList();

  private static Layout wire(int majorVersion, int spi) {
    boolean v2 = majorVersion == 2;
    CodePoints types = v2 ? IkeCodePoints.PAYLOAD_TYPES_V2 : IkeCodePoints.PAYLOAD_TYPES_V1;
    CodePoints protocols = v2 ? IkeCodePoints.PROTOCOLS_V2 : IkeCodePoints.PROTOCOLS_V1;
    Layout wire =
        GenericHeader.plain(
            "isakmp.prop", "Proposal", v2 ? rfc(5996, "3.3.1") : rfc(2408, "3.5"), types);
    wire.u8("number", "Proposal number");
    wire.u8("protoid", "Protocol ID").names(protocols).as(FieldType.UINT32);
    wire.u8("isakmp.spisize", "SPI size");
    wire.u8("transforms", "Number of transforms");
    if (spi > 0) {
      wire.octets(spi, "isakmp.spi", "SPI");
    }
    return wire.total(8 + spi);
  }

  static List<Element> list(int majorVersion, Slice list, ProblemLog log) {
    return Substructures.list(
        list, MORE, "proposal", MAX_PROPOSALS, log, proposal -> read(majorVersion, proposal, log));
  }

  private static Element read(int majorVersion, Slice slice, ProblemLog log) {
    if (!log.holds(slice, WIRE.octets(), "isakmp.prop.number", "A proposal")) {
      return new LoneHeader(TYPE, slice);
    }
    int spi = SPI_SIZE.getInt(slice);
    int fixed = WIRE.octets() + spi;
    if (!log.holds(slice, fixed, "isakmp.spi", "The SPI of a proposal")) {
      return new Proposal(majorVersion, slice, List.of());
    }
    List<Element> parts = new ArrayList<>();
    if (spi > Spi.MOST) {
      log.add(
          VALUE,
          SPI_SIZE.span(slice),
          "isakmp.spisize",
          "An SPI of " + spi + " octets; none has more than " + Spi.MOST + ".");
      parts.add(new Undissected(slice.part(WIRE.octets(), spi)));
    }
    List<Element> transforms =
        Transform.list(majorVersion, PROTOCOL.getInt(slice), slice.from(fixed), log);
    long found = transforms.stream().filter(Transform.class::isInstance).count();
    if (found != TRANSFORMS.get(slice) && !slice.truncated()) {
      log.add(
          VALUE,
          TRANSFORMS.span(slice),
          TRANSFORMS.filterName(),
          "The proposal says " + TRANSFORMS.get(slice) + " transforms and has " + found + ".");
    }
    parts.addAll(transforms);
    Proposal proposal = new Proposal(majorVersion, slice, List.copyOf(parts));
    if (majorVersion == 2) {
      ProposalRules.proposal(proposal, log);
    }
    return proposal;
  }

  /** Proposal number, from 1 (IKEv1: from any). */
  public int number() {
    return NUMBER.getInt(slice);
  }

  /** Protocol proposed: 1 IKE, 2 AH, 3 ESP. */
  public int protocol() {
    return PROTOCOL.getInt(slice);
  }

  /** SPI the sender chose for the SA; empty in an initial IKE exchange. */
  public Slice spi() {
    return slice.part(WIRE.octets(), SPI_SIZE.get(slice));
  }

  /** Transforms in wire order. */
  public List<Transform> transforms() {
    return parts.stream().filter(Transform.class::isInstance).map(Transform.class::cast).toList();
  }

  @Override
  public Layout layout() {
    int size = SPI_SIZE.getInt(slice);
    return (majorVersion == 2 ? SIZED : SIZED_V1).get(size > Spi.MOST ? 0 : size);
  }

  @Override
  public String title() {
    return "Proposal " + number();
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return GenericHeader.announced(field, TYPE);
  }
}
