package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Security Association, RFC 5996 section 3.3 and RFC 2408 section 3.4.
 *
 * <pre>
 * IKEv2:  4: proposals
 * IKEv1:  4: DOI (32)  8: Situation (32)  12: proposals
 * </pre>
 *
 * @param type 33, or 1 in IKEv1
 * @param slice the payload
 * @param parts proposals, and octets that make none
 */
public record SecurityAssociation(int type, Slice slice, List<Element> parts)
    implements IkePayload {
  /** IKEv2 payload type. */
  public static final int TYPE = 33;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 1;

  private static final long IPSEC = 1;
  private static final long GDOI = 2;

  /** Secrecy and integrity, RFC 2407 section 4.2: labels follow the situation. */
  private static final long LABELED = 6;

  static final Layout WIRE =
      GenericHeader.v2("isakmp.sa", "Security Association", rfc(5996, "3.3"));

  static {
    WIRE.total(4);
  }

  static final Layout WIRE_V1 =
      GenericHeader.v1("isakmp.sa", "Security Association", rfc(2408, "3.4"));

  static final UInt DOMAIN =
      WIRE_V1.u32("doi", "Domain of interpretation").names(IkeCodePoints.DOMAINS);
  static final BytesField SITUATION = WIRE_V1.octets(4, "situation", "Situation");

  static {
    WIRE_V1.again(SITUATION).skip(29);
    WIRE_V1.flag("isakmp.sa.situation.integrity", "Integrity");
    WIRE_V1.flag("isakmp.sa.situation.secrecy", "Secrecy");
    WIRE_V1.flag("isakmp.sa.situation.identity_only", "Identity only");
    WIRE_V1.total(12);
  }

  /** GDOI, RFC 6407 section 5.1: no proposals, but the type of the first attribute payload. */
  static final Layout WIRE_GDOI = startV1(rfc(6407, "5.1"));

  /** Another domain of interpretation: the situation is what it says it is. */
  static final Layout WIRE_OTHER = startV1(rfc(2408, "3.4"));

  static {
    WIRE_GDOI.octets(4, "situation", "Situation");
    WIRE_GDOI.octets(2, "next_attribute_payload", "SA attribute next payload");
    WIRE_GDOI.octets(2, "isakmp.reserved2", "Reserved");
    WIRE_GDOI.total(16);
    WIRE_OTHER.rest("situation", "Situation");
    WIRE_OTHER.total(8);
  }

  private static Layout startV1(Clause clause) {
    Layout wire = GenericHeader.v1("isakmp.sa", "Security Association", clause);
    wire.u32("doi", "Domain of interpretation").names(IkeCodePoints.DOMAINS);
    return wire;
  }

  static IkePayload read(Slice slice, ProblemLog log) {
    SecurityAssociation association =
        new SecurityAssociation(TYPE, slice, Proposal.list(2, slice.from(WIRE.octets()), log));
    ProposalRules.numbers(association.proposals(), log);
    return association;
  }

  static IkePayload readV1(Slice slice, ProblemLog log) {
    if (!log.holds(slice, WIRE_V1.octets(), "isakmp.sa.doi", "The SA payload")) {
      return OpaquePayload.partly(TYPE_V1, WIRE_V1, slice);
    }
    long domain = DOMAIN.get(slice);
    List<Element> parts = List.of();
    if (domain == IPSEC && SITUATION.in(slice) && (slice.u32(8) & LABELED) == 0) {
      parts = Proposal.list(1, slice.from(WIRE_V1.octets()), log);
    } else if (domain == IPSEC) { // labels come before the proposals
      parts = List.of(new Undissected(slice.from(WIRE_V1.octets())));
    } else if (domain == GDOI) {
      parts = List.of(new Undissected(slice.from(WIRE_GDOI.octets())));
    }
    return new SecurityAssociation(TYPE_V1, slice, parts);
  }

  /** Proposals in wire order. */
  public List<Proposal> proposals() {
    return parts.stream().filter(Proposal.class::isInstance).map(Proposal.class::cast).toList();
  }

  @Override
  public Layout layout() {
    if (type == TYPE) {
      return WIRE;
    }
    long domain = DOMAIN.get(slice);
    return domain == IPSEC ? WIRE_V1 : domain == GDOI ? WIRE_GDOI : WIRE_OTHER;
  }
}
