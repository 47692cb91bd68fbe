package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Traffic Selectors, RFC 5996 section 3.13.
 *
 * <pre>
 * 4: Number of TSs (8)  RESERVED (24)  8: selectors
 * </pre>
 *
 * @param type 44 initiator, 45 responder
 * @param slice the payload
 * @param parts selectors, and octets that make none
 */
public record TrafficSelectors(int type, Slice slice, List<Element> parts) implements IkePayload {
  /** Payload type, initiator. */
  public static final int TYPE_INITIATOR = 44;

  /** Payload type, responder. */
  public static final int TYPE_RESPONDER = 45;

  /** Selectors read from one payload. */
  public static final int MAX_SELECTORS = 256;

  static final Layout WIRE = GenericHeader.v2("isakmp.ts", "Traffic Selectors", rfc(5996, "3.13"));

  static final UInt NUMBER = WIRE.u8("number", "Number of traffic selectors");

  static {
    WIRE.octets(3, "isakmp.reserved", "Reserved");
    WIRE.total(8);
  }

  static IkePayload read(int type, Slice slice, ProblemLog log) {
    if (!log.holds(slice, WIRE.octets(), NUMBER.filterName(), "The TS payload")) {
      return OpaquePayload.partly(type, WIRE, slice);
    }
    log.reserved(slice, 5, 3);
    Slice list = slice.from(WIRE.octets());
    List<Element> parts = new ArrayList<>();
    int at = 0;
    while (list.from(at).claimedLength() > 0) {
      Slice rest = list.from(at);
      if (parts.size() == MAX_SELECTORS) {
        log.limit(rest, "isakmp.ts.data", "traffic selectors", MAX_SELECTORS);
        break;
      }
      if (!log.holds(rest, TrafficSelector.HEADER, "isakmp.ts.type", "A traffic selector")) {
        break;
      }
      int octets = rest.u16(2);
      if (octets < TrafficSelector.HEADER || octets > rest.claimedLength()) {
        log.length(
            rest.span(2, 2),
            "isakmp.ts.selector_length",
            octets,
            rest.claimedLength(),
            "A selector of " + octets + " octets where " + rest.claimedLength() + " are left.");
        parts.add(TrafficSelector.read(rest, log));
        at = list.length();
        break;
      }
      Slice selector = rest.part(0, octets);
      parts.add(TrafficSelector.read(selector, log));
      at += selector.length();
      if (selector.truncated()) {
        break;
      }
    }
    long found = parts.size();
    if (at < list.length()) {
      parts.add(new Undissected(list.from(at)));
    }
    if (found != NUMBER.get(slice) && !slice.truncated()) {
      log.add(
          VALUE,
          NUMBER.span(slice),
          NUMBER.filterName(),
          "The payload says " + NUMBER.get(slice) + " selectors and has " + found + ".");
    }
    return new TrafficSelectors(type, slice, List.copyOf(parts));
  }

  /** Selectors in wire order. */
  public List<TrafficSelector> selectors() {
    return parts.stream()
        .filter(TrafficSelector.class::isInstance)
        .map(TrafficSelector.class::cast)
        .toList();
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
