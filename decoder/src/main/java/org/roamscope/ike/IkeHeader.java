package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.nio.ByteBuffer;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Flag;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * The header of IKE messages. All versions place the same fields at the same octets and differ in
 * the flags, so the common fields of {@link #V2} read every version.
 *
 * <pre>
 * 0:  Initiator's SPI (64), IKEv1: initiator cookie
 * 8:  Responder's SPI (64), IKEv1: responder cookie
 * 16: Next Payload (8)  Major Version (4) Minor Version (4)  Exchange Type (8)  Flags (8)
 * 20: Message ID (32)
 * 24: Length (32), header included
 * </pre>
 */
public final class IkeHeader {
  /** Octets of the header. */
  public static final int OCTETS = 28;

  /** IKEv2, RFC 5996 section 3.1. Flags X X R V I X X X. */
  public static final Layout V2 =
      Layout.of("isakmp", "IKEv2 header", rfc(5996, "3.1")).protocol("isakmp");

  static final UInt INITIATOR_SPI =
      V2.u64("ispi", "Initiator SPI").shownAs(Hex::spi64).read(FieldType.BYTES, IkeHeader::octets);
  static final UInt RESPONDER_SPI =
      V2.u64("rspi", "Responder SPI").shownAs(Hex::spi64).read(FieldType.BYTES, IkeHeader::octets);
  static final UInt NEXT_PAYLOAD =
      V2.u8("nextpayload", "Next payload").names(IkeCodePoints.PAYLOAD_TYPES_V2);
  static final UInt VERSION = V2.u8("version", "Version").hex().shownAs(IkeHeader::version);

  static {
    V2.again(VERSION);
  }

  static final UInt MAJOR_VERSION = V2.uint(4, "mjver", "Major version").hex();
  static final UInt MINOR_VERSION = V2.uint(4, "mnver", "Minor version").hex();
  static final UInt EXCHANGE_TYPE =
      V2.u8("exchangetype", "Exchange type").names(IkeCodePoints.EXCHANGE_TYPES_V2);
  static final UInt FLAGS = V2.u8("flags", "Flags").hex();

  static {
    V2.again(FLAGS).skip(2);
  }

  static final Flag RESPONSE = V2.flag("flag_r", "Response (R)");
  static final Flag HIGHER_VERSION = V2.flag("flag_v", "Higher version enabled (V)");
  static final Flag INITIATOR = V2.flag("flag_i", "Original initiator (I)");

  static {
    V2.skip(3);
  }

  static final UInt MESSAGE_ID = V2.u32("messageid", "Message ID").hex();
  static final UInt LENGTH = V2.u32("length", "Length");

  static {
    V2.total(OCTETS);
  }

  /** IKEv1 (ISAKMP), RFC 2408 section 3.1. Flags 5 reserved bits, A C E. */
  public static final Layout V1 =
      Layout.of("isakmp", "ISAKMP header", rfc(2408, "3.1")).protocol("isakmp");

  static final Flag AUTHENTICATION_ONLY;
  static final Flag COMMIT;
  static final Flag ENCRYPTION;

  static {
    V1.u64("ispi", "Initiator cookie").shownAs(Hex::spi64).read(FieldType.BYTES, IkeHeader::octets);
    V1.u64("rspi", "Responder cookie").shownAs(Hex::spi64).read(FieldType.BYTES, IkeHeader::octets);
    V1.u8("nextpayload", "Next payload").names(IkeCodePoints.PAYLOAD_TYPES_V1);
    UInt version = V1.u8("version", "Version").hex().shownAs(IkeHeader::version);
    V1.again(version);
    V1.uint(4, "mjver", "Major version").hex();
    V1.uint(4, "mnver", "Minor version").hex();
    V1.u8("exchangetype", "Exchange type").names(IkeCodePoints.EXCHANGE_TYPES_V1);
    UInt flags = V1.u8("flags", "Flags").hex();
    V1.again(flags).skip(5);
    AUTHENTICATION_ONLY = V1.flag("flag_a", "Authentication only (A)");
    COMMIT = V1.flag("flag_c", "Commit (C)");
    ENCRYPTION = V1.flag("flag_e", "Encryption (E)");
    V1.u32("messageid", "Message ID").hex();
    V1.u32("length", "Length");
    V1.total(OCTETS);
  }

  /** A version this program does not know: the flags stay a number. */
  public static final Layout OTHER =
      Layout.of("isakmp", "IKE header", rfc(5996, "3.1")).protocol("isakmp");

  static {
    OTHER.u64("ispi", "Initiator SPI").shownAs(Hex::spi64).read(FieldType.BYTES, IkeHeader::octets);
    OTHER.u64("rspi", "Responder SPI").shownAs(Hex::spi64).read(FieldType.BYTES, IkeHeader::octets);
    OTHER.u8("nextpayload", "Next payload");
    UInt version = OTHER.u8("version", "Version").hex().shownAs(IkeHeader::version);
    OTHER.again(version);
    OTHER.uint(4, "mjver", "Major version").hex();
    OTHER.uint(4, "mnver", "Minor version").hex();
    OTHER.u8("exchangetype", "Exchange type");
    OTHER.u8("flags", "Flags").hex();
    OTHER.u32("messageid", "Message ID").hex();
    OTHER.u32("length", "Length");
    OTHER.total(OCTETS);
  }

  private IkeHeader() {}

  /** The layout for a major version. */
  static Layout layout(int majorVersion) {
    return switch (majorVersion) {
      case 1 -> V1;
      case 2 -> V2;
      default -> OTHER;
    };
  }

  private static FieldValue octets(long spi) {
    return new FieldValue.Octets(Slice.of(ByteBuffer.allocate(Long.BYTES).putLong(spi).array()));
  }

  private static String version(long octet) {
    return (octet >>> 4) + "." + (octet & 15);
  }
}
