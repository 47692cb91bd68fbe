package org.roamscope.ike;

import static java.util.Map.entry;
import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Map;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Key Exchange, RFC 5996 section 3.4 and RFC 2408 section 3.7.
 *
 * <pre>
 * IKEv2:  4: Diffie-Hellman Group Num (16)  RESERVED (16)  8: Key Exchange Data
 * IKEv1:  4: Key Exchange Data
 * </pre>
 *
 * @param type 34, or 4 in IKEv1
 * @param slice the payload
 */
public record KeyExchange(int type, Slice slice) implements IkePayload {
  /** IKEv2 payload type. */
  public static final int TYPE = 34;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 4;

  static final Layout WIRE =
      GenericHeader.v2("isakmp.key_exchange", "Key Exchange", rfc(5996, "3.4"));

  static final UInt GROUP =
      WIRE.u16("dh_group", "Diffie-Hellman group").names(TransformCodePoints.GROUPS);
  static final BytesField RESERVED = WIRE.octets(2, "isakmp.reserved", "Reserved");
  static final BytesField DATA = WIRE.rest("data", "Key exchange data");

  static {
    WIRE.total(8);
  }

  static final Layout WIRE_V1 =
      GenericHeader.v1("isakmp.key_exchange", "Key Exchange", rfc(2408, "3.7"));

  static final BytesField DATA_V1 = WIRE_V1.rest("data", "Key exchange data");

  static {
    WIRE_V1.total(4);
  }

  /**
   * Octets of a public value by group: the modulus (RFC 5996 section 3.4), both coordinates (RFC
   * 5903, RFC 6954), what RFC 8031 says; ML-KEM has a key and a ciphertext.
   */
  private static final Map<Integer, List<Integer>> SIZES =
      Map.ofEntries(
          entry(1, List.of(96)),
          entry(2, List.of(128)),
          entry(5, List.of(192)),
          entry(14, List.of(256)),
          entry(15, List.of(384)),
          entry(16, List.of(512)),
          entry(17, List.of(768)),
          entry(18, List.of(1024)),
          entry(19, List.of(64)),
          entry(20, List.of(96)),
          entry(21, List.of(132)),
          entry(22, List.of(128)),
          entry(23, List.of(256)),
          entry(24, List.of(256)),
          entry(25, List.of(48)),
          entry(26, List.of(56)),
          entry(27, List.of(56)),
          entry(28, List.of(64)),
          entry(29, List.of(96)),
          entry(30, List.of(128)),
          entry(31, List.of(32)),
          entry(32, List.of(56)),
          entry(35, List.of(800, 768)),
          entry(36, List.of(1184, 1088)),
          entry(37, List.of(1568)));

  static IkePayload read(Slice slice, ProblemLog log) {
    if (!log.holds(slice, WIRE.octets(), "isakmp.key_exchange.dh_group", "The KE payload")) {
      return OpaquePayload.partly(TYPE, WIRE, slice);
    }
    log.reserved(slice, 6, 2);
    KeyExchange exchange = new KeyExchange(TYPE, slice);
    List<Integer> sizes = SIZES.getOrDefault(exchange.group(), List.of());
    long there = exchange.data().claimedLength();
    if (!sizes.isEmpty() && sizes.stream().noneMatch(size -> size == there)) {
      log.length(
          exchange.data().span(),
          DATA.filterName(),
          sizes.getFirst(),
          there,
          GROUP.text(slice)
              + " has public values of "
              + sizes.getFirst()
              + " octets, not "
              + there
              + " (RFC 5996 3.4).");
    }
    return exchange;
  }

  /** Diffie-Hellman group; -1 in IKEv1, where the SA payload tells it. */
  public int group() {
    return type == TYPE ? GROUP.getInt(slice) : -1;
  }

  /** The public value. */
  public Slice data() {
    return (type == TYPE ? DATA : DATA_V1).get(slice);
  }

  @Override
  public Layout layout() {
    return type == TYPE ? WIRE : WIRE_V1;
  }
}
