package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * A payload whose fields nobody but a reader asks for: certificates, authentication data, hashes,
 * signatures, IKEv1 NAT discovery.
 *
 * @param type payload type
 * @param layout its fields
 * @param slice the payload
 * @param parts what the data holds: parts of a digital signature, key packets
 */
public record PlainPayload(int type, Layout layout, Slice slice, List<Element> parts)
    implements IkePayload {
  private static final int ID_IPV4_ADDR = 1;
  private static final int ID_IPV6_ADDR = 5;
  private static final int SEQUENCE_NUMBER = 18;
  private static final int CERTIFICATE_V2 = 37;
  private static final int HASH_AND_URL_OF_CERTIFICATE = 12;
  private static final int HASH_AND_URL_OF_BUNDLE = 13;
  private static final String ORIGINAL = "roam.ike.nat_original_address";
  private static final int ORIGINAL_ADDRESS = 21;
  private static final int ORIGINAL_ADDRESS_DRAFT = 131;

  /** Payload type of the Authentication payload. */
  static final int AUTHENTICATION = 39;

  /** By payload type. */
  static final Map<Integer, Layout> LAYOUTS = new TreeMap<>();

  /** NAT original address, RFC 3947 section 5.2, with an IPv4 address. */
  static final Layout ORIGINAL_IPV4 = originalAddress();

  /** NAT original address with an IPv6 address. */
  static final Layout ORIGINAL_IPV6 = originalAddress();

  private static final Layout ORIGINAL_OTHER = originalAddress();

  static {
    certificate(GenericHeader.v2("isakmp", "Certificate", rfc(5996, "3.6")), 37);
    Layout auth = GenericHeader.v2("isakmp.auth", "Authentication", rfc(5996, "3.8"));
    auth.u8("method", "Authentication method").names(IkeCodePoints.AUTHENTICATION_METHODS);
    auth.octets(3, "isakmp.reserved", "Reserved");
    auth.rest("data", "Authentication data");
    LAYOUTS.put(39, auth.total(8));
    rest(
        GenericHeader.v2("isakmp", "Generic Secure Password Method", rfc(6467, "")),
        "isakmp.gspm.data",
        "Secure password data",
        49);

    certificate(GenericHeader.v1("isakmp", "Certificate", rfc(2408, "3.9")), 6);
    rest(GenericHeader.v1("isakmp", "Hash", rfc(2408, "3.11")), "hash", "Hash data", 8);
    rest(GenericHeader.v1("isakmp", "Signature", rfc(2408, "3.12")), "sig", "Signature data", 9);
    Layout sequence = GenericHeader.v1("isakmp.seq", "Sequence Number", rfc(6407, "5.7"));
    sequence.u32("seq", "Sequence number");
    LAYOUTS.put(SEQUENCE_NUMBER, sequence.total(8));
    Clause discovery = rfc(3947, "3.2");
    for (int type : new int[] {20, 130}) {
      rest(
          GenericHeader.v1("isakmp", "NAT Discovery", discovery),
          "isakmp.ike.nat_hash",
          "Hash of address and port",
          type);
    }
    ORIGINAL_IPV4.ipv4("isakmp.ike.nat_original_address_ipv4", "Original address");
    ORIGINAL_IPV4.total(12);
    ORIGINAL_IPV6.ipv6("isakmp.ike.nat_original_address_ipv6", "Original address");
    ORIGINAL_IPV6.total(24);
    ORIGINAL_OTHER.rest(ORIGINAL, "Original address");
    LAYOUTS.put(21, ORIGINAL_OTHER.total(8));
    LAYOUTS.put(131, ORIGINAL_OTHER);
  }

  private static Layout originalAddress() {
    Layout wire = GenericHeader.v1("isakmp", "NAT Original Address", rfc(3947, "5.2"));
    wire.u8("isakmp.id.type", "ID type").names(IkeCodePoints.ID_TYPES_V1);
    return wire.skip(24);
  }

  private static void certificate(Layout wire, int type) {
    wire.u8("isakmp.cert.encoding", "Certificate encoding").names(IkeCodePoints.CERTIFICATES);
    none(wire.rest("isakmp.cert.data", "Certificate data"));
    LAYOUTS.put(type, wire.total(5));
  }

  /** Octets that are there or not; their value has no form of its own. */
  static void none(BytesField field) {
    field.read(FieldType.NONE, FieldValue.Octets::new);
  }

  /** Hash and URL of a certificate or bundle, RFC 5996 section 3.6. */
  static final Layout HASH_AND_URL = hashAndUrl();

  private static Layout hashAndUrl() {
    Layout wire = GenericHeader.v2("isakmp", "Certificate", rfc(5996, "3.6"));
    wire.u8("isakmp.cert.encoding", "Certificate encoding").names(IkeCodePoints.CERTIFICATES);
    wire.octets(20, "isakmp.cert.x509.hash", "Hash");
    wire.rest("isakmp.cert.x509.url", "URL").ascii().shownAs(Texts::utf8);
    return wire.total(25);
  }

  private static void rest(Layout wire, String field, String label, int type) {
    wire.rest(field, label);
    LAYOUTS.put(type, wire.total(4));
  }

  /** The payload, when it is one of these types. */
  static Optional<IkePayload> read(int majorVersion, int type, Slice slice, ProblemLog log) {
    Layout layout = LAYOUTS.get(type);
    boolean ofThisVersion = IkePayload.v2(type) == (majorVersion == 2);
    if (layout == null || !ofThisVersion) {
      return Optional.empty();
    }
    if (!log.holds(slice, layout.octets(), "isakmp.payloadlength", "The payload")) {
      return Optional.of(OpaquePayload.partly(type, layout, slice));
    }
    if (layout == ORIGINAL_OTHER) {
      int id = slice.u8(4);
      if (id == ID_IPV4_ADDR && slice.claimedLength() == ORIGINAL_IPV4.octets()) {
        layout = ORIGINAL_IPV4;
      } else if (id == ID_IPV6_ADDR && slice.claimedLength() == ORIGINAL_IPV6.octets()) {
        layout = ORIGINAL_IPV6;
      } else {
        int octets = id == ID_IPV4_ADDR ? 4 : id == ID_IPV6_ADDR ? 16 : 0;
        log.length(
            slice.from(layout.octets()).span(),
            ORIGINAL,
            octets,
            slice.claimedLength() - layout.octets(),
            octets == 0
                ? "The original address is an IPv4 or IPv6 address (RFC 3947 5.2)."
                : "An address of this type has " + octets + " octets (RFC 3947 5.2).");
      }
    }
    List<Element> parts = List.of();
    if (type == CERTIFICATE_V2
        && (slice.u8(4) == HASH_AND_URL_OF_CERTIFICATE || slice.u8(4) == HASH_AND_URL_OF_BUNDLE)
        && log.holds(slice, HASH_AND_URL.octets(), "isakmp.cert.x509.hash", "Hash and URL")) {
      layout = HASH_AND_URL;
    } else if (type == AUTHENTICATION) {
      log.reserved(slice, 5, 3);
      if (slice.u8(4) == DigitalSignature.METHOD) {
        parts = DigitalSignature.read(slice.from(8), log);
      }
    } else if (type == ORIGINAL_ADDRESS || type == ORIGINAL_ADDRESS_DRAFT) {
      log.reserved(slice, 5, 3);
    }
    return Optional.of(new PlainPayload(type, layout, slice, parts));
  }
}
