package org.roamscope.samples.differential;

import java.util.Random;
import org.roamscope.ike.EapCodePoints;

/** Seeded EAP messages: requests and responses of each method, success and failure. */
final class EapGenerator {
  private static final int[] METHODS = {
    1, 1, 1, 2, 3, 4, 6, 13, 18, 18, 21, 23, 23, 23, 25, 26, 26, 50, 50
  };

  private final Random random;

  EapGenerator(Random random) {
    this.random = random;
  }

  byte[] message() {
    int code = random.nextInt(8) == 0 ? 3 + random.nextInt(4) : 1 + random.nextInt(2);
    byte[] data = code <= 2 ? typed() : new byte[0];
    return new Octets(random)
        .number(1, code)
        .random(1)
        .number(2, 4 + data.length)
        .bytes(data)
        .toBytes();
  }

  private byte[] typed() {
    int type =
        random.nextInt(12) == 0
            ? (int) Octets.of(random, EapCodePoints.EAP_TYPES, 8)
            : METHODS[random.nextInt(METHODS.length)];
    Octets data = new Octets(random).number(1, type);
    switch (type) {
      case 1 -> data.bytes(identity());
      case 2 -> data.text(random.nextInt(20));
      case 3 -> {
        for (int i = random.nextInt(3); i >= 0; i--) {
          data.number(1, Octets.of(random, EapCodePoints.EAP_TYPES, 8));
        }
      }
      case 4 -> data.number(1, 16).random(16).text(random.nextInt(10));
      case 13, 21, 25 -> tls(data, type);
      case 18 -> simAka(data.number(1, Octets.of(random, EapCodePoints.SIM_SUBTYPES, 8)));
      case 23, 50 -> simAka(data.number(1, Octets.of(random, EapCodePoints.AKA_SUBTYPES, 8)));
      case 26 -> msChap(data);
      case 254 -> data.number(3, random.nextInt(20_000)).number(4, random.nextInt(5)).random(8);
      default -> data.random(random.nextInt(20));
    }
    return data.toBytes();
  }

  private byte[] identity() {
    Octets text = new Octets(random);
    if (random.nextBoolean()) {
      return text.text(random.nextInt(24)).toBytes();
    }
    text.number(1, '0' + random.nextInt(9)).text(random.nextInt(15)).number(1, '@');
    return text.text(3 + random.nextInt(15)).toBytes();
  }

  /** The flags of the method; the TLS octets are left out, since another protocol begins there. */
  private void tls(Octets data, int type) {
    int start = 0x20;
    data.number(1, type == 13 ? start : start | random.nextInt(3));
  }

  private void simAka(Octets data) {
    data.reserved(2);
    for (int i = random.nextInt(5); i > 0; i--) {
      int type = (int) Octets.of(random, EapCodePoints.SIM_AKA_ATTRIBUTES, 8);
      byte[] value =
          switch (type) {
            case 1 -> new Octets(random).reserved(2).random(16 * (1 + random.nextInt(3))).toBytes();
            case 2, 7, 11, 21, 129 -> new Octets(random).reserved(2).random(16).toBytes();
            case 3 -> new Octets(random).number(2, 64).random(8).toBytes();
            case 4 -> new Octets(random).random(14).toBytes();
            case 10, 13, 17 -> new Octets(random).reserved(2).toBytes();
            case 12 ->
                new Octets(random)
                    .number(2, Octets.of(random, EapCodePoints.SIM_AKA_NOTIFICATIONS, 16))
                    .toBytes();
            case 14 -> identityAttribute();
            case 22 ->
                new Octets(random)
                    .number(2, Octets.of(random, EapCodePoints.SIM_AKA_ERRORS, 16))
                    .toBytes();
            default -> new Octets(random).random(2 + 4 * random.nextInt(5)).toBytes();
          };
      data.number(1, type).number(1, (value.length + 2) / 4).bytes(value);
    }
  }

  private byte[] identityAttribute() {
    byte[] name = identity();
    return new Octets(random)
        .number(2, name.length)
        .bytes(name)
        .bytes(new byte[(4 - name.length % 4) % 4])
        .toBytes();
  }

  private void msChap(Octets data) {
    int operation = 1 + random.nextInt(random.nextInt(8) == 0 ? 8 : 4);
    byte[] body =
        switch (operation) {
          case 1 -> new Octets(random).number(1, 16).random(16).text(random.nextInt(12)).toBytes();
          case 2 ->
              new Octets(random)
                  .number(1, 49)
                  .random(16)
                  .reserved(8)
                  .random(24)
                  .number(1, 0)
                  .text(random.nextInt(12))
                  .toBytes();
          case 3, 4 -> new Octets(random).text(random.nextInt(40)).toBytes();
          default -> new Octets(random).random(random.nextInt(12)).toBytes();
        };
    data.number(1, operation).random(1).number(2, 4 + body.length).bytes(body);
  }
}
