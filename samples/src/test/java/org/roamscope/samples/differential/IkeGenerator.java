package org.roamscope.samples.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.roamscope.bytes.Slice;
import org.roamscope.ike.IkeCodePoints;

/**
 * Seeded IKE messages: both versions, every exchange and payload type, each payload with a body of
 * its own kind. The same seed gives the same messages.
 */
final class IkeGenerator {
  private static final int[] TYPES_V2 = {
    33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 47, 48
  };
  private static final int[] TYPES_V1 = {1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 20, 21, 130, 131};
  private static final int ENCRYPTED = 46;
  private static final int ENCRYPTED_FRAGMENT = 53;
  private static final int FRAGMENT_V1 = 132;
  private static final int MOST_OCTETS = 1200;

  private final Random random;
  private final IkeV2Generator v2;
  private final IkeV1Generator v1;

  IkeGenerator(Random random) {
    this.random = random;
    v2 = new IkeV2Generator(random);
    v1 = new IkeV1Generator(random, v2);
  }

  /** The next message, from the first octet of its header. */
  byte[] message() {
    return random.nextInt(3) > 0 ? version2() : version1();
  }

  private byte[] version2() {
    List<Integer> types = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      types.add(
          random.nextInt(6) == 0
              ? 33 + random.nextInt(22)
              : TYPES_V2[random.nextInt(TYPES_V2.length)]);
    }
    types.removeIf(type -> type == ENCRYPTED || type == ENCRYPTED_FRAGMENT);
    if (types.isEmpty() || random.nextInt(6) == 0) {
      types.add(random.nextInt(3) == 0 ? ENCRYPTED_FRAGMENT : ENCRYPTED);
    }
    List<byte[]> bodies = new ArrayList<>();
    types.forEach(type -> bodies.add(v2.body(type)));
    int exchange = (int) Octets.of(random, IkeCodePoints.EXCHANGE_TYPES_V2, 8);
    int flags = random.nextInt(16) == 0 ? random.nextInt(256) : random.nextInt(8) << 3;
    return message(0x20, exchange, flags, types, bodies);
  }

  private byte[] version1() {
    List<Integer> types = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      types.add(
          random.nextInt(8) == 0
              ? 1 + random.nextInt(22)
              : TYPES_V1[random.nextInt(TYPES_V1.length)]);
    }
    if (random.nextInt(12) == 0) {
      types.clear();
      types.add(FRAGMENT_V1);
    }
    List<byte[]> bodies = new ArrayList<>();
    types.forEach(type -> bodies.add(v1.body(type)));
    int exchange = (int) Octets.of(random, IkeCodePoints.EXCHANGE_TYPES_V1, 8);
    return message(0x10, exchange, random.nextInt(8) == 0 ? 1 : 0, types, bodies);
  }

  /**
   * Payloads one behind the other.
   *
   * @param first type of the first
   * @param octets all of them
   */
  record Payloads(int first, Slice octets) {}

  /** Payloads for the inside of an encrypted IKEv2 message. */
  Payloads payloadsV2() {
    List<Integer> types = new ArrayList<>();
    List<byte[]> bodies = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      types.add(TYPES_V2[random.nextInt(TYPES_V2.length)]);
      bodies.add(v2.body(types.getLast()));
    }
    return payloads(0x20, types, bodies);
  }

  /** Payloads for the inside of an encrypted IKEv1 message. */
  Payloads payloadsV1() {
    List<Integer> types = new ArrayList<>();
    List<byte[]> bodies = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      types.add(TYPES_V1[random.nextInt(TYPES_V1.length)]);
      bodies.add(v1.body(types.getLast()));
    }
    return payloads(0x10, types, bodies);
  }

  private Payloads payloads(int version, List<Integer> types, List<byte[]> bodies) {
    Octets payloads = new Octets(random);
    int length = 28;
    for (int i = 0; i < types.size(); i++) {
      byte[] body = bodies.get(i);
      boolean last =
          i + 1 == types.size()
              || length + 8 + body.length + bodies.get(i + 1).length > MOST_OCTETS;
      int type = types.get(i);
      boolean sealed = version == 0x20 && (type == ENCRYPTED || type == ENCRYPTED_FRAGMENT);
      int next = sealed ? 33 + random.nextInt(16) : last ? 0 : types.get(i + 1);
      int critical = version == 0x20 && random.nextInt(16) == 0 ? 0x80 : 0;
      payloads.number(1, next).number(1, critical).number(2, 4 + body.length).bytes(body);
      length += 4 + body.length;
      if (last) {
        break;
      }
    }
    return new Payloads(types.getFirst(), Slice.of(payloads.toBytes()));
  }

  private byte[] message(
      int version, int exchange, int flags, List<Integer> types, List<byte[]> bodies) {
    Payloads payloads = payloads(version, types, bodies);
    return new Octets(random)
        .random(8)
        .bytes(random.nextInt(4) == 0 ? new byte[8] : new Octets(random).random(8).toBytes())
        .number(1, payloads.first())
        .number(1, version)
        .number(1, exchange)
        .number(1, flags)
        .number(4, random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(4))
        .number(4, 28 + payloads.octets().length())
        .bytes(payloads.octets().bytes())
        .toBytes();
  }
}
