package org.roamscope.samples.differential;

import java.util.List;
import java.util.Random;
import org.roamscope.bytes.Hex;
import org.roamscope.field.CodePoints;
import org.roamscope.ike.ConfigurationCodePoints;
import org.roamscope.ike.IkeCodePoints;
import org.roamscope.ike.NotifyCodePoints;
import org.roamscope.ike.TransformCodePoints;

/** Seeded bodies of IKEv2 payloads, each as its specification has it. */
final class IkeV2Generator {
  private static final List<CodePoints> IDS =
      List.of(
          TransformCodePoints.ENCRYPTION,
          TransformCodePoints.PSEUDO_RANDOM,
          TransformCodePoints.INTEGRITY,
          TransformCodePoints.GROUPS,
          TransformCodePoints.EXTENDED_SEQUENCE);

  /** Vendors that put fields behind their name, and some that do not. */
  private static final List<String> VENDORS =
      List.of(
          "12f5f28c457168a9702d9fe274cc0102",
          "1e2b516905991c7d7c96fcbfb587e46100000009",
          "f4ed19e0c114eb516faaac0ee37daf2807b4381f000000010000138d5e7d3f6100000000",
          "f4ed19e0c114eb516faaac0ee37daf2807b4381f000000010000138d5e7d3f61000000000000ffff",
          "56494120417574682050726f66696c65203a2074657374",
          "8299031757a36082c6a621de00050123",
          "afcad71368a1f1c96b8696fc77570100",
          "4a131c81070358455c5728f20e95452f",
          "90cb80913ebb696e086381b5ec427b1f",
          "4048b7d56ebce88525e7de7f00d6c2d380000000",
          "882fe56d6fd20dbc2251613b2ebe5beb",
          "cd60464335df21f87cfdb2fc68b6a448");

  private final Random random;
  private final EapGenerator eap;

  IkeV2Generator(Random random) {
    this.random = random;
    eap = new EapGenerator(random);
  }

  /** What follows the generic header of a payload of this type. */
  byte[] body(int type) {
    return switch (type) {
      case 33 -> association();
      case 34 -> keyExchange();
      case 35, 36, 50 -> identification();
      case 37 -> certificate();
      case 38 -> certificateRequest();
      case 39 -> authentication();
      case 40 -> octets().random(16 + random.nextInt(32)).toBytes();
      case 41 -> notification();
      case 42 -> delete();
      case 43 -> vendor(random);
      case 44, 45 -> selectors();
      case 47 -> configuration();
      case 48 -> eap.message();
      case 53 -> octets().number(2, 1 + random.nextInt(3)).number(2, 3).random(40).toBytes();
      default -> octets().random(random.nextInt(48)).toBytes();
    };
  }

  private Octets octets() {
    return new Octets(random);
  }

  private byte[] association() {
    Octets all = octets();
    int proposals = 1 + random.nextInt(3);
    for (int i = 1; i <= proposals; i++) {
      int protocol = (int) Octets.of(random, IkeCodePoints.PROTOCOLS_V2, 8);
      int spi = protocol == 1 ? 8 * random.nextInt(2) : 4;
      int transforms = random.nextInt(5);
      Octets inside = octets();
      for (int t = 1; t <= transforms; t++) {
        inside.bytes(transform(t == transforms ? 0 : 3));
      }
      byte[] list = inside.toBytes();
      all.number(1, i == proposals ? 0 : 2)
          .reserved(1)
          .number(2, 8 + spi + list.length)
          .number(1, i)
          .number(1, protocol)
          .number(1, spi)
          .number(1, transforms)
          .random(spi)
          .bytes(list);
    }
    return all.toBytes();
  }

  private byte[] transform(int next) {
    int type =
        random.nextInt(6) == 0
            ? (int) Octets.of(random, TransformCodePoints.TRANSFORM_TYPES, 8)
            : 1 + random.nextInt(5);
    CodePoints ids = type >= 1 && type <= 5 ? IDS.get(type - 1) : TransformCodePoints.GROUPS;
    Octets attributes = octets();
    if (type == 1 && random.nextBoolean()) {
      attributes.number(2, 0x800e).number(2, 128L * (1 + random.nextInt(2)));
    } else if (random.nextInt(8) == 0) {
      attribute(attributes, random.nextInt(20));
    }
    byte[] list = attributes.toBytes();
    return octets()
        .number(1, next)
        .reserved(1)
        .number(2, 8 + list.length)
        .number(1, type)
        .reserved(1)
        .number(2, Octets.of(random, ids, 16))
        .bytes(list)
        .toBytes();
  }

  /** An attribute in either form. */
  private void attribute(Octets to, int type) {
    if (random.nextInt(3) > 0) {
      to.number(2, 0x8000 | type).number(2, random.nextInt(random.nextBoolean() ? 8 : 65536));
    } else {
      int length = random.nextInt(12);
      to.number(2, type).number(2, length).random(length);
    }
  }

  private byte[] keyExchange() {
    int group = (int) Octets.of(random, TransformCodePoints.GROUPS, 16);
    int size = group == 31 ? 32 : group == 19 ? 64 : group == 2 ? 128 : 8 + random.nextInt(64);
    return octets().number(2, group).reserved(2).random(size).toBytes();
  }

  private byte[] identification() {
    int type = (int) Octets.of(random, IkeCodePoints.ID_TYPES_V2, 8);
    Octets body = octets().number(1, type).reserved(3);
    return identity(body, type).toBytes();
  }

  /** Data for an identity of this type, of the right length as a rule. */
  Octets identity(Octets body, int type) {
    if (random.nextInt(12) == 0) {
      return body.random(random.nextInt(20));
    }
    return switch (type) {
      case 1 -> body.random(4);
      case 2, 3 -> body.text(random.nextInt(24));
      case 4, 7 -> body.random(8);
      case 5 -> body.random(16);
      case 6, 8 -> body.random(32);
      case 9, 10 -> body.bytes(name());
      default -> body.random(random.nextInt(16));
    };
  }

  /** A distinguished name with a country and a common name. */
  byte[] name() {
    int letters = 1 + random.nextInt(12);
    byte[] common =
        octets()
            .bytes(Hex.parse("0603550403"))
            .number(1, 0x0c)
            .number(1, letters)
            .bytes(
                "abcdefghijklmnop"
                    .substring(0, letters)
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .toBytes();
    byte[] country = Hex.parse("310b3009060355040613024348");
    return octets()
        .number(1, 0x30)
        .number(1, country.length + 4 + common.length)
        .bytes(country)
        .number(1, 0x31)
        .number(1, 2 + common.length)
        .number(1, 0x30)
        .number(1, common.length)
        .bytes(common)
        .toBytes();
  }

  private byte[] certificate() {
    int encoding = (int) Octets.of(random, IkeCodePoints.CERTIFICATES, 8);
    Octets body = octets().number(1, encoding);
    return switch (encoding) {
      case 12, 13 -> body.random(20).text(5 + random.nextInt(20)).toBytes();
      default -> body.bytes(certificateData()).toBytes();
    };
  }

  /** BER as a rule: tshark ends a message at a certificate that is none. */
  byte[] certificateData() {
    return random.nextInt(8) == 0 ? octets().random(random.nextInt(60)).toBytes() : name();
  }

  private byte[] certificateRequest() {
    int encoding = (int) Octets.of(random, IkeCodePoints.CERTIFICATES, 8);
    return octets().number(1, encoding).random(20 * random.nextInt(4)).toBytes();
  }

  private byte[] authentication() {
    int method = (int) Octets.of(random, IkeCodePoints.AUTHENTICATION_METHODS, 8);
    Octets body = octets().number(1, method).reserved(3);
    if (method == 14) {
      body.number(1, 15).bytes(Hex.parse("300d06092a864886f70d01010b0500"));
    }
    return body.random(16 + random.nextInt(48)).toBytes();
  }

  private byte[] notification() {
    int type = (int) Octets.of(random, NotifyCodePoints.NOTIFY_TYPES_V2, 16);
    boolean sa = type == 11 || type == 39 || type == 44 || type == 16393;
    int protocol = sa ? 2 + random.nextInt(2) : random.nextInt(8) == 0 ? random.nextInt(5) : 0;
    int spi = sa ? 4 : random.nextInt(16) == 0 ? 8 : 0;
    return octets()
        .number(1, protocol)
        .number(1, spi)
        .number(2, type)
        .random(spi)
        .bytes(notificationData(type))
        .toBytes();
  }

  private byte[] notificationData(int type) {
    Octets data = octets();
    if (random.nextInt(10) == 0) {
      return data.random(random.nextInt(20)).toBytes();
    }
    return switch (type) {
      case 1 -> data.random(1).toBytes();
      case 17 -> data.number(2, Octets.of(random, TransformCodePoints.GROUPS, 16)).toBytes();
      case 9, 16385, 16397, 16403 -> data.random(4).toBytes();
      case 16387 -> data.random(2).number(1, random.nextInt(5)).toBytes();
      case 16388, 16389 -> data.random(20).toBytes();
      case 16390, 16401 -> data.random(8 + random.nextInt(57)).toBytes();
      case 16398 -> data.random(16).toBytes();
      case 16402 -> data.random(random.nextBoolean() ? 12 : 36).toBytes();
      case 16407, 16408 -> gateway(data, type == 16407).toBytes();
      case 16409 -> data.random(4).random(random.nextInt(32)).toBytes();
      case 16413, 16419 -> data.random(16 + random.nextInt(32)).toBytes();
      case 16416 -> {
        for (int i = random.nextInt(5); i >= 0; i--) {
          attribute(data, (int) Octets.of(random, NotifyCodePoints.ROHC_ATTRIBUTES, 4));
        }
        yield data.toBytes();
      }
      case 16422 -> data.random(12).toBytes();
      case 16423 -> data.random(4 * (1 + random.nextInt(2))).toBytes();
      case 16424 -> data.random(2 * random.nextInt(4)).toBytes();
      case 16431 -> {
        for (int i = random.nextInt(5); i >= 0; i--) {
          data.number(2, Octets.of(random, NotifyCodePoints.SIGNATURE_HASHES, 4));
        }
        yield data.toBytes();
      }
      case 16436 -> data.number(1, 1 + random.nextInt(2)).random(8).toBytes();
      case 41041 -> data.number(1, 1).random(1).toBytes();
      case 41101 -> device(data).toBytes();
      case 41134 -> emergency(data).toBytes();
      case 51015 -> data.number(1, 1).random(1).toBytes();
      case 51115 -> data.number(1, 4).random(4).toBytes();
      default -> data.random(random.nextInt(3) == 0 ? random.nextInt(20) : 0).toBytes();
    };
  }

  private Octets gateway(Octets data, boolean nonce) {
    int type = 1 + random.nextInt(3);
    int length = type == 1 ? 4 : type == 2 ? 16 : 5 + random.nextInt(12);
    data.number(1, type).number(1, length);
    if (type == 3) {
      data.bytes(new byte[0])
          .bytes(
              "gateway.example.org"
                  .substring(0, length)
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    } else {
      data.random(length);
    }
    return nonce ? data.random(random.nextInt(20)) : data;
  }

  private Octets device(Octets data) {
    int type = random.nextInt(8) == 0 ? random.nextInt(256) : 1 + random.nextInt(2);
    if (random.nextInt(6) == 0) {
      return data;
    }
    return data.number(2, 9).number(1, type).bytes(digits(8));
  }

  /** Two digits an octet. */
  private byte[] digits(int octets) {
    byte[] digits = new byte[octets];
    for (int i = 0; i < octets; i++) {
      digits[i] = (byte) (random.nextInt(10) << 4 | random.nextInt(10));
    }
    if (random.nextBoolean()) {
      digits[octets - 1] |= (byte) 0xf0;
    }
    return digits;
  }

  private Octets emergency(Octets data) {
    Octets numbers = octets();
    for (int i = random.nextInt(3); i > 0; i--) {
      byte[] digits = digits(1 + random.nextInt(4));
      numbers.number(1, 1 + digits.length).number(1, random.nextInt(32)).bytes(digits);
    }
    byte[] list = numbers.toBytes();
    return data.number(1, list.length).bytes(list);
  }

  private byte[] delete() {
    int protocol = (int) Octets.of(random, IkeCodePoints.PROTOCOLS_V2, 8);
    int size = protocol == 1 ? 0 : 4;
    int count = size == 0 ? 0 : random.nextInt(4);
    return octets()
        .number(1, protocol)
        .number(1, size)
        .number(2, count)
        .random(size * count)
        .toBytes();
  }

  static byte[] vendor(Random random) {
    Octets id = new Octets(random);
    if (random.nextInt(4) == 0) {
      return id.random(random.nextInt(24)).toBytes();
    }
    id.bytes(Hex.parse(VENDORS.get(random.nextInt(VENDORS.size()))));
    return random.nextInt(8) == 0 ? id.random(random.nextInt(8)).toBytes() : id.toBytes();
  }

  private byte[] selectors() {
    int count = random.nextInt(4);
    Octets all = octets().number(1, count).reserved(3);
    for (int i = 0; i < count; i++) {
      int type = random.nextInt(12) == 0 ? random.nextInt(256) : 7 + random.nextInt(4);
      Octets selector = octets();
      switch (type) {
        case 7, 8 -> {
          selector.random(4).random(type == 7 ? 8 : 32);
        }
        case 9 -> selector.reserved(1).random(3).reserved(1).random(7);
        default -> selector.random(random.nextInt(12));
      }
      byte[] body = selector.toBytes();
      int protocol =
          type == 7 || type == 8 ? (int) Octets.of(random, IkeCodePoints.IP_PROTOCOLS, 8) : 0;
      all.number(1, type).number(1, protocol).number(2, 4 + body.length).bytes(body);
    }
    return all.toBytes();
  }

  private byte[] configuration() {
    Octets all =
        octets()
            .number(1, Octets.of(random, ConfigurationCodePoints.CONFIGURATION_TYPES_V2, 8))
            .reserved(3);
    for (int i = random.nextInt(5); i > 0; i--) {
      int type = (int) Octets.of(random, ConfigurationCodePoints.CONFIGURATION_ATTRIBUTES_V2, 15);
      byte[] value = random.nextInt(4) == 0 ? new byte[0] : configurationValue(type);
      all.number(2, type).number(2, value.length).bytes(value);
    }
    return all.toBytes();
  }

  /** A value for a configuration attribute of either version. */
  byte[] configurationValue(int type) {
    Octets value = octets();
    if (random.nextInt(12) == 0) {
      return value.random(random.nextInt(24)).toBytes();
    }
    return switch (type) {
      case 1, 2, 3, 4, 5, 6, 20, 24 -> value.random(4).toBytes();
      case 7, 25 -> value.text(random.nextInt(20)).toBytes();
      case 8 -> value.random(16 + random.nextInt(2)).toBytes();
      case 9, 10, 11, 12, 21 -> value.random(16).toBytes();
      case 13 -> value.random(8).toBytes();
      case 14 -> {
        for (int i = random.nextInt(5); i >= 0; i--) {
          value.number(
              2, Octets.of(random, ConfigurationCodePoints.CONFIGURATION_ATTRIBUTES_V2, 15));
        }
        yield value.toBytes();
      }
      case 15, 18 -> value.random(17).toBytes();
      case 16 -> value.random(21).toBytes();
      case 17 -> value.random(8 + random.nextInt(8)).toBytes();
      case 19 -> value.random(random.nextBoolean() ? 16 : 20).toBytes();
      case 22, 16520, 16527 -> value.number(2, random.nextInt(5)).toBytes();
      default ->
          type >= 16520
              ? value.text(random.nextInt(20)).toBytes()
              : value.random(random.nextInt(20)).toBytes();
    };
  }
}
