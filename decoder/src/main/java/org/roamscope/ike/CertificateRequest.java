package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * Certificate Request, RFC 5996 section 3.7 and RFC 2408 section 3.10.
 *
 * <pre>
 * 4: Cert Encoding (8)
 * 5: IKEv2: SHA-1 hashes of the keys of authorities   IKEv1: name of an authority
 * </pre>
 *
 * @param type 38, or 7 in IKEv1
 * @param layout by version and encoding
 * @param slice the payload
 * @param parts IKEv2: one hash each
 */
public record CertificateRequest(int type, Layout layout, Slice slice, List<Element> parts)
    implements IkePayload {
  /** IKEv2 payload type. */
  public static final int TYPE = 38;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 7;

  /** Authorities read from one payload. */
  public static final int MAX_AUTHORITIES = 1024;

  private static final int FIXED = 5;
  private static final int HASH = 20;
  private static final int X509_SIGNATURE = 4;
  private static final String AUTHORITY = "isakmp.ike.certreq.authority";

  static final Layout WIRE =
      start(GenericHeader.v2("isakmp", "Certificate Request", rfc(5996, "3.7")));
  static final Layout WIRE_V1 = startV1();

  /** IKEv1, X.509: the authority is a name. */
  static final Layout NAME_V1 = startV1();

  static final Layout HASH_WIRE = Layout.of("isakmp", "Certificate authority", rfc(5996, "3.7"));

  static {
    WIRE.total(FIXED);
    WIRE_V1.rest(AUTHORITY, "Certificate authority");
    WIRE_V1.total(FIXED);
    BytesField name = NAME_V1.rest("roam.ike.certreq.authority", "Certificate authority");
    DistinguishedName.add(
        NAME_V1, name, "isakmp.ike.certreq.authority.sig", "Certificate authority name");
    NAME_V1.total(FIXED);
    HASH_WIRE.rest(AUTHORITY, "SHA-1 hash of the key");
    HASH_WIRE.total(0);
  }

  private static Layout start(Layout wire) {
    wire.u8("isakmp.certreq.type", "Certificate type").names(IkeCodePoints.CERTIFICATES);
    return wire;
  }

  private static Layout startV1() {
    Clause clause = rfc(2408, "3.10");
    return start(GenericHeader.v1("isakmp", "Certificate Request", clause));
  }

  static IkePayload read(int type, Slice slice, ProblemLog log) {
    if (!log.holds(slice, FIXED, "isakmp.certreq.type", "The Certificate Request payload")) {
      return OpaquePayload.partly(type, type == TYPE ? WIRE : WIRE_V1, slice);
    }
    if (type == TYPE_V1) {
      boolean name = slice.u8(4) == X509_SIGNATURE && DistinguishedName.begins(slice.from(FIXED));
      return new CertificateRequest(type, name ? NAME_V1 : WIRE_V1, slice, List.of());
    }
    Slice list = slice.from(FIXED);
    List<Element> parts = new ArrayList<>();
    int at = 0;
    while (list.from(at).length() > 0) {
      Slice rest = list.from(at);
      if (parts.size() == MAX_AUTHORITIES) {
        log.limit(rest, AUTHORITY, "certificate authorities", MAX_AUTHORITIES);
        parts.add(new Undissected(rest));
        break;
      }
      if (!log.holds(rest, HASH, AUTHORITY, "The hash of an authority's key")) {
        parts.add(new Undissected(rest));
        break;
      }
      parts.add(new Piece(HASH_WIRE, rest.part(0, HASH)));
      at += HASH;
    }
    return new CertificateRequest(type, WIRE, slice, List.copyOf(parts));
  }
}
