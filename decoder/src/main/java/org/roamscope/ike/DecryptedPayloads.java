package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * The payloads of an encrypted IKE message: out of an SK payload (RFC 7296 section 3.14), out of
 * all SKF payloads of a message (RFC 7383 section 2.6), or out of an IKEv1 message with the E flag
 * (RFC 2408 section 3.1). Stands right behind the message, and has a byte source of its own.
 *
 * @param layout by where the octets came from
 * @param slice what was decrypted, padding included; of fragments the payloads alone
 * @param decryption how; of fragments nothing, for each of them tells its own
 * @param fragments how many fragments made it, 1 for a message that was none
 * @param parts the payloads in wire order
 */
public record DecryptedPayloads(
    Layout layout, Slice slice, Decryption decryption, int fragments, List<IkePayload> parts)
    implements Element {
  private static final String VECTOR = "isakmp.enc.iv";
  private static final String CONTAINED = "isakmp.enc.contained";
  private static final String PADDING = "isakmp.enc.padding";
  private static final String PAD_LENGTH = "isakmp.enc.pad_length";
  private static final String CHECKSUM = "isakmp.enc.icd";
  private static final String GOOD = "roam.ike.enc.icd_good";
  private static final String SURPLUS = "isakmp.extradata";
  private static final String COUNT = "isakmp.fragment.count";
  private static final String LENGTH = "isakmp.reassembled.length";

  /** Of an SK payload. */
  static final Layout WIRE =
      sealed(
          Layout.of("isakmp", "Decrypted payloads", rfc(7296, "3.14"))
              .structure("isakmp.enc.decrypted"));

  /** Of an IKEv1 message. */
  static final Layout WIRE_V1 =
      Layout.of("isakmp", "Decrypted payloads", rfc(2408, "3.1"))
          .structure("roam.ike.enc.decrypted");

  /** Of fragments. */
  static final Layout JOINED =
      Layout.of("isakmp", "Payloads of all fragments", rfc(7383, "2.6"))
          .structure("isakmp.fragments");

  static {
    WIRE.total(0);
    WIRE_V1.derived(FieldType.BYTES, SURPLUS, "Padding");
    WIRE_V1.total(0);
    JOINED.derived(FieldType.UINT32, COUNT, "Fragments");
    JOINED.derived(FieldType.UINT32, LENGTH, "Octets of all fragments");
    JOINED.total(0);
  }

  /** Adds what is said of everything that stood between an initialization vector and a checksum. */
  static Layout sealed(Layout wire) {
    wire.derived(FieldType.BYTES, VECTOR, "Initialization vector");
    wire.derived(FieldType.NONE, CONTAINED, "Contained data");
    wire.derived(FieldType.NONE, PADDING, "Padding");
    wire.derived(FieldType.UINT8, PAD_LENGTH, "Pad length");
    wire.derived(FieldType.BYTES, CHECKSUM, "Integrity checksum");
    wire.derived(FieldType.BOOLEAN, GOOD, "Integrity checksum is right");
    return wire;
  }

  /** Payloads of an SK payload, or of an IKEv1 message. */
  public static DecryptedPayloads of(
      int majorVersion, Slice plaintext, Decryption decryption, List<IkePayload> payloads) {
    return new DecryptedPayloads(
        majorVersion == 2 ? WIRE : WIRE_V1, plaintext, decryption, 1, List.copyOf(payloads));
  }

  /** Payloads of the fragments of an IKEv2 message. */
  public static DecryptedPayloads joined(
      FragmentAssembler.Assembled whole, List<IkePayload> payloads) {
    Slice none = whole.octets().part(0, 0);
    return new DecryptedPayloads(
        JOINED,
        whole.octets(),
        new Decryption(none, none, none, ChecksumStatus.UNVERIFIABLE),
        whole.frames().size(),
        List.copyOf(payloads));
  }

  /** The payloads of a type. */
  public <P extends IkePayload> List<P> all(Class<P> type) {
    return parts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  static Slice content(Slice plaintext, Decryption decryption) {
    return plaintext.part(0, Math.max(0, plaintext.length() - decryption.padding().length() - 1));
  }

  static @Nullable FieldValue derived(Derived field, Slice plaintext, Decryption decryption) {
    return switch (field.filterName()) {
      case VECTOR -> octets(decryption.iv());
      case CONTAINED -> octets(content(plaintext, decryption));
      case PADDING, SURPLUS -> octets(decryption.padding());
      case PAD_LENGTH -> new FieldValue.Numeric(decryption.padding().length());
      case CHECKSUM -> octets(decryption.checksum());
      case GOOD ->
          decryption.status() == ChecksumStatus.UNVERIFIABLE
              ? null
              : new FieldValue.Bool(decryption.status() == ChecksumStatus.GOOD);
      default -> null;
    };
  }

  private static @Nullable FieldValue octets(Slice octets) {
    return octets.length() == 0 ? null : new FieldValue.Octets(octets);
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return switch (field.filterName()) {
      case COUNT -> new FieldValue.Numeric(fragments);
      case LENGTH -> new FieldValue.Numeric(slice.length());
      default -> derived(field, slice, decryption);
    };
  }
}
