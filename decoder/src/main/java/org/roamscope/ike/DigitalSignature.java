package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * Authentication data of the method "Digital Signature", RFC 7427 section 3.
 *
 * <pre>
 * 0: ASN.1 Length (8)  1: AlgorithmIdentifier   then: Signature Value
 * </pre>
 */
final class DigitalSignature {
  /** Authentication method. */
  static final int METHOD = 14;

  private static final String LENGTH = "isakmp.auth.data.sig.asn1.len";

  static final Layout ALGORITHM =
      Layout.of("isakmp.auth.data.sig", "Signature algorithm", rfc(7427, "3"));
  static final Layout VALUE = Layout.of("isakmp.auth.data.sig", "Signature value", rfc(7427, "3"));

  static {
    ALGORITHM.u8(LENGTH, "ASN.1 length");
    ALGORITHM.rest("isakmp.auth.data.sig.asn1.data", "AlgorithmIdentifier");
    ALGORITHM.total(1);
    VALUE.rest("isakmp.auth.data.sig.value", "Signature value");
    VALUE.total(0);
  }

  private DigitalSignature() {}

  static List<Element> read(Slice data, ProblemLog log) {
    if (!log.holds(data, 1, LENGTH, "A digital signature")) {
      return List.of();
    }
    int octets = 1 + data.u8(0);
    log.holds(data, octets, LENGTH, "The algorithm of a digital signature");
    List<Element> parts = new ArrayList<>();
    parts.add(new Piece(ALGORITHM, data.part(0, octets)));
    if (data.length() > octets) {
      parts.add(new Piece(VALUE, data.from(octets)));
    }
    return List.copyOf(parts);
  }
}
