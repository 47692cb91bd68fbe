package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.List;
import java.util.stream.IntStream;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Notify, RFC 5996 section 3.10 and RFC 2408 section 3.14.
 *
 * <pre>
 * IKEv2:  4: Protocol ID (8)  SPI Size (8)  Notify Message Type (16)  8: SPI, Notification Data
 * IKEv1:  4: DOI (32)  8: Protocol ID (8)  SPI Size (8)  Type (16)   12: SPI, Notification Data
 * </pre>
 *
 * @param type 41, or 11 in IKEv1
 * @param slice the payload
 */
public record Notify(int type, Slice slice) implements IkePayload {
  /** IKEv2 payload type. */
  public static final int TYPE = 41;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 11;

  static final Layout WIRE = GenericHeader.v2("isakmp.notify", "Notify", rfc(5996, "3.10"));

  static final UInt PROTOCOL = WIRE.u8("protoid", "Protocol ID").names(IkeCodePoints.PROTOCOLS_V2);
  static final UInt SPI_SIZE = WIRE.u8("isakmp.spisize", "SPI size");
  static final UInt MESSAGE_TYPE =
      WIRE.u16("msgtype", "Notify message type").names(IkeCodePoints.NOTIFY_TYPES_V2);
  static final BytesField DATA = WIRE.rest("data", "Notification data");

  static {
    WIRE.total(8);
  }

  static final Layout WIRE_V1 = GenericHeader.v1("isakmp.notify", "Notify", rfc(2408, "3.14"));

  static final UInt DOMAIN_V1 =
      WIRE_V1.u32("doi", "Domain of interpretation").names(IkeCodePoints.DOMAINS);
  static final UInt PROTOCOL_V1 =
      WIRE_V1.u8("protoid", "Protocol ID").names(IkeCodePoints.PROTOCOLS_V1);
  static final UInt SPI_SIZE_V1 = WIRE_V1.u8("isakmp.spisize", "SPI size");
  static final UInt MESSAGE_TYPE_V1 =
      WIRE_V1.u16("msgtype", "Notify message type").names(IkeCodePoints.NOTIFY_TYPES_V1);

  static {
    WIRE_V1.rest("data", "Notification data");
    WIRE_V1.total(12);
  }

  /** The same with an SPI of 1 to {@link Spi#MOST} octets between; the index is the size. */
  static final List<Layout> SIZED =
      IntStream.rangeClosed(0, Spi.MOST).mapToObj(Notify::sized).toList();

  static final List<Layout> SIZED_V1 =
      IntStream.rangeClosed(0, Spi.MOST).mapToObj(Notify::sizedV1).toList();

  private static Layout sized(int spi) {
    if (spi == 0) {
      return WIRE;
    }
    Layout wire = GenericHeader.v2("isakmp.notify", "Notify", rfc(5996, "3.10"));
    wire.u8("protoid", "Protocol ID").names(IkeCodePoints.PROTOCOLS_V2);
    wire.u8("isakmp.spisize", "SPI size");
    wire.u16("msgtype", "Notify message type").names(IkeCodePoints.NOTIFY_TYPES_V2);
    wire.octets(spi, "isakmp.spi", "SPI");
    wire.rest("data", "Notification data");
    return wire.total(WIRE.octets() + spi);
  }

  private static Layout sizedV1(int spi) {
    if (spi == 0) {
      return WIRE_V1;
    }
    Layout wire = GenericHeader.v1("isakmp.notify", "Notify", rfc(2408, "3.14"));
    wire.u32("doi", "Domain of interpretation").names(IkeCodePoints.DOMAINS);
    wire.u8("protoid", "Protocol ID").names(IkeCodePoints.PROTOCOLS_V1);
    wire.u8("isakmp.spisize", "SPI size");
    wire.u16("msgtype", "Notify message type").names(IkeCodePoints.NOTIFY_TYPES_V1);
    wire.octets(spi, "isakmp.spi", "SPI");
    wire.rest("data", "Notification data");
    return wire.total(WIRE_V1.octets() + spi);
  }

  static IkePayload read(int type, Slice slice, ProblemLog log) {
    Layout fixed = type == TYPE ? WIRE : WIRE_V1;
    if (!log.holds(slice, fixed.octets(), "isakmp.notify.msgtype", "The Notify payload")) {
      return OpaquePayload.of(type == TYPE ? 2 : 1, type, slice);
    }
    Notify notify = new Notify(type, slice);
    if (log.holds(slice, fixed.octets() + notify.spiSize(), "isakmp.spi", "The Notify payload")
        && notify.spiSize() > Spi.MOST) {
      log.add(
          VALUE,
          SPI_SIZE.span(slice),
          "isakmp.spisize",
          "An SPI of " + notify.spiSize() + " octets; none has more than " + Spi.MOST + ".");
    }
    return notify;
  }

  /** What is notified: {@link IkeCodePoints#NOTIFY_TYPES_V2} or {@code NOTIFY_TYPES_V1}. */
  public int messageType() {
    return (v2() ? MESSAGE_TYPE : MESSAGE_TYPE_V1).getInt(slice);
  }

  /** Protocol of the SA meant; 0 when none. */
  public int protocol() {
    return (v2() ? PROTOCOL : PROTOCOL_V1).getInt(slice);
  }

  /** SPI of the SA meant; empty when none. */
  public Slice spi() {
    return slice.part(fixed(), spiSize());
  }

  /** Notification data. */
  public Slice data() {
    return slice.from(fixed() + spiSize());
  }

  private boolean v2() {
    return type == TYPE;
  }

  private int fixed() {
    return (v2() ? WIRE : WIRE_V1).octets();
  }

  private int spiSize() {
    return (v2() ? SPI_SIZE : SPI_SIZE_V1).getInt(slice);
  }

  @Override
  public Layout layout() {
    int shown = spiSize() > Spi.MOST ? 0 : spiSize();
    return (v2() ? SIZED : SIZED_V1).get(shown);
  }

  @Override
  public String title() {
    CodePoints types = v2() ? IkeCodePoints.NOTIFY_TYPES_V2 : IkeCodePoints.NOTIFY_TYPES_V1;
    return "Notify - " + types.name(messageType());
  }
}
