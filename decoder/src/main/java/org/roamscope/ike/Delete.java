package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Delete, RFC 5996 section 3.11 and RFC 2408 section 3.15.
 *
 * <pre>
 * IKEv2:  4: Protocol ID (8)  SPI Size (8)  Num of SPIs (16)  8: SPIs
 * IKEv1:  4: DOI (32)  8: Protocol ID (8)  SPI Size (8)  Num of SPIs (16)  12: SPIs
 * </pre>
 *
 * @param type 42, or 12 in IKEv1
 * @param slice the payload
 * @param parts SPIs, and octets that make none
 */
public record Delete(int type, Slice slice, List<Element> parts) implements IkePayload {
  /** IKEv2 payload type. */
  public static final int TYPE = 42;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 12;

  /** SPIs read from one payload. */
  public static final int MAX_SPIS = 256;

  static final Layout WIRE = GenericHeader.v2("isakmp.delete", "Delete", rfc(5996, "3.11"));

  static final UInt PROTOCOL =
      WIRE.u8("protoid", "Protocol ID").names(IkeCodePoints.PROTOCOLS_V2).as(FieldType.UINT32);
  static final UInt SPI_SIZE = WIRE.u8("isakmp.spisize", "SPI size");
  static final UInt SPIS = WIRE.u16("isakmp.spinum", "Number of SPIs");

  static {
    WIRE.total(8);
  }

  static final Layout WIRE_V1 = GenericHeader.v1("isakmp.delete", "Delete", rfc(2408, "3.15"));

  static {
    WIRE_V1.u32("doi", "Domain of interpretation").names(IkeCodePoints.DOMAINS);
  }

  static final UInt PROTOCOL_V1 =
      WIRE_V1.u8("protoid", "Protocol ID").names(IkeCodePoints.PROTOCOLS_V1).as(FieldType.UINT32);
  static final UInt SPI_SIZE_V1 = WIRE_V1.u8("isakmp.spisize", "SPI size");
  static final UInt SPIS_V1 = WIRE_V1.u16("isakmp.spinum", "Number of SPIs");

  static {
    WIRE_V1.total(12);
  }

  static IkePayload read(int type, Slice slice, ProblemLog log) {
    boolean v2 = type == TYPE;
    Layout wire = v2 ? WIRE : WIRE_V1;
    if (!log.holds(slice, wire.octets(), "isakmp.delete.protoid", "The Delete payload")) {
      return OpaquePayload.partly(type, wire, slice);
    }
    int size = (v2 ? SPI_SIZE : SPI_SIZE_V1).getInt(slice);
    UInt field = v2 ? SPIS : SPIS_V1;
    int count = field.getInt(slice);
    Slice list = slice.from(wire.octets());
    if ((long) size * count != list.claimedLength()) {
      log.length(
          field.span(slice),
          field.filterName(),
          (long) size * count,
          list.claimedLength(),
          count
              + " SPIs of "
              + size
              + " octets do not fill the "
              + list.claimedLength()
              + " octets there are.");
    }
    if (v2) {
      spiSize(slice, size, log);
    }
    List<Element> parts = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < count && size > 0 && list.holds(at, size); i++) {
      if (i == MAX_SPIS) {
        log.limit(list.from(at), "isakmp.delete.spi", "SPIs in a Delete payload", MAX_SPIS);
        break;
      }
      parts.add(new Spi(list.part(at, size)));
      at += size;
    }
    if (at < list.length()) {
      parts.add(new Undissected(list.from(at)));
    }
    return new Delete(type, slice, List.copyOf(parts));
  }

  /** RFC 7296 section 3.11: none for the IKE SA, four octets for AH and ESP. */
  private static void spiSize(Slice slice, int size, ProblemLog log) {
    int needed = PROTOCOL.getInt(slice) == 1 ? 0 : 4;
    if (size != needed) {
      log.add(
          VALUE,
          SPI_SIZE.span(slice),
          SPI_SIZE.filterName(),
          "SPIs of " + size + " octets; this protocol has " + needed + " (RFC 7296 3.11).");
    }
  }

  /** Protocol of the deleted SAs: 1 the IKE SA itself, 2 AH, 3 ESP. */
  public int protocol() {
    return (type == TYPE ? PROTOCOL : PROTOCOL_V1).getInt(slice);
  }

  /** SPIs of the deleted SAs; none when the IKE SA itself goes (IKEv2). */
  public List<Slice> spis() {
    return parts.stream().filter(Spi.class::isInstance).map(Element::slice).toList();
  }

  @Override
  public Layout layout() {
    return type == TYPE ? WIRE : WIRE_V1;
  }
}
