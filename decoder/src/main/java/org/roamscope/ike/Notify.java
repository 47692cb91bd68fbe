package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.List;
import java.util.stream.IntStream;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.field.BytesField;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
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
 * @param parts what the notification data holds, where that is specified
 */
public record Notify(int type, Slice slice, List<Element> parts) implements IkePayload {
  /** IKEv2 payload type. */
  public static final int TYPE = 41;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 11;

  private static final int INVALID_SELECTORS = 39;
  private static final int CHILD_SA_NOT_FOUND = 44;
  private static final int REKEY_SA = 16393;
  private static final int FIRST_OF_DOMAIN = 24576;
  private static final int LAST_OF_DOMAIN = 32767;
  private static final long IPSEC = 1;
  private static final int ISAKMP = 1;

  static final Layout WIRE = GenericHeader.v2("isakmp.notify", "Notify", rfc(5996, "3.10"));

  static final UInt PROTOCOL =
      WIRE.u8("protoid", "Protocol ID").names(IkeCodePoints.PROTOCOLS_V2).as(FieldType.UINT32);
  static final UInt SPI_SIZE = WIRE.u8("isakmp.spisize", "SPI size");
  static final UInt MESSAGE_TYPE =
      WIRE.u16("msgtype", "Notify message type").names(NotifyCodePoints.NOTIFY_TYPES_V2);
  static final BytesField DATA = WIRE.rest("data", "Notification data");

  static {
    WIRE.total(8);
  }

  static final Layout WIRE_V1 = GenericHeader.v1("isakmp.notify", "Notify", rfc(2408, "3.14"));

  static final UInt DOMAIN_V1 =
      WIRE_V1.u32("doi", "Domain of interpretation").names(IkeCodePoints.DOMAINS);
  static final UInt PROTOCOL_V1 =
      WIRE_V1.u8("protoid", "Protocol ID").names(IkeCodePoints.PROTOCOLS_V1).as(FieldType.UINT32);
  static final UInt SPI_SIZE_V1 = WIRE_V1.u8("isakmp.spisize", "SPI size");
  static final UInt MESSAGE_TYPE_V1 =
      WIRE_V1.u16("msgtype", "Notify message type").names(NotifyCodePoints.NOTIFY_TYPES_V1);

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
    wire.u8("protoid", "Protocol ID").names(IkeCodePoints.PROTOCOLS_V2).as(FieldType.UINT32);
    wire.u8("isakmp.spisize", "SPI size");
    wire.u16("msgtype", "Notify message type").names(NotifyCodePoints.NOTIFY_TYPES_V2);
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
    wire.u8("protoid", "Protocol ID").names(IkeCodePoints.PROTOCOLS_V1).as(FieldType.UINT32);
    wire.u8("isakmp.spisize", "SPI size");
    wire.u16("msgtype", "Notify message type").names(NotifyCodePoints.NOTIFY_TYPES_V1);
    wire.octets(spi, "isakmp.spi", "SPI");
    wire.rest("data", "Notification data");
    return wire.total(WIRE_V1.octets() + spi);
  }

  static IkePayload read(int type, Slice slice, ProblemLog log) {
    Layout fixed = type == TYPE ? WIRE : WIRE_V1;
    if (!log.holds(slice, fixed.octets(), "isakmp.notify.msgtype", "The Notify payload")) {
      return OpaquePayload.partly(type, fixed, slice);
    }
    Notify bare = new Notify(type, slice, List.of());
    int spi = bare.spiSize();
    if (!log.holds(slice, fixed.octets() + spi, "isakmp.spi", "The Notify payload")) {
      return bare;
    }
    if (spi > Spi.MOST) {
      log.add(
          VALUE,
          bare.spiSizeSpan(),
          "isakmp.spisize",
          "An SPI of " + spi + " octets; none has more than " + Spi.MOST + ".");
    }
    List<Element> parts =
        bare.v2()
            ? NotifyData.read(bare.messageType(), bare.data(), log)
            : NotifyData.readV1(bare.typeV1(), bare.protocol(), bare.data(), log);
    if (bare.v2()) {
      bare.spiRules(log);
    }
    return new Notify(type, slice, parts);
  }

  /** RFC 7296 section 3.10: an SPI where an SA is meant, and no protocol without one. */
  private void spiRules(ProblemLog log) {
    boolean meansAnSa =
        switch (messageType()) {
          case INVALID_SELECTORS, CHILD_SA_NOT_FOUND, REKEY_SA -> true;
          default -> false;
        };
    if (meansAnSa && spiSize() == 0) {
      log.add(
          VALUE,
          spiSizeSpan(),
          "isakmp.spisize",
          "This notification names an SA by its SPI and has none (RFC 7296 3.10).");
    }
    if (spiSize() == 0 && protocol() != 0) {
      log.add(
          VALUE,
          PROTOCOL.span(slice),
          PROTOCOL.filterName(),
          "Without an SPI the protocol must be 0 (RFC 7296 3.10).");
    }
  }

  /**
   * The type, or 0 where another domain than IPsec gives a meaning to it (RFC 2408 3.14.1); senders
   * speak of the ISAKMP SA in any domain.
   */
  private int typeV1() {
    boolean ofTheDomain = messageType() >= FIRST_OF_DOMAIN && messageType() <= LAST_OF_DOMAIN;
    return ofTheDomain && DOMAIN_V1.get(slice) != IPSEC && protocol() != ISAKMP ? 0 : messageType();
  }

  private Span spiSizeSpan() {
    return (v2() ? SPI_SIZE : SPI_SIZE_V1).span(slice);
  }

  /** What is notified: {@link NotifyCodePoints#NOTIFY_TYPES_V2} or {@code NOTIFY_TYPES_V1}. */
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
    CodePoints types = v2() ? NotifyCodePoints.NOTIFY_TYPES_V2 : NotifyCodePoints.NOTIFY_TYPES_V1;
    return "Notify - " + types.name(messageType());
  }
}
