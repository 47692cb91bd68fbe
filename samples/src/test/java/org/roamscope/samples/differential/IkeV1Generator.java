package org.roamscope.samples.differential;

import java.util.List;
import java.util.Random;
import org.roamscope.field.CodePoints;
import org.roamscope.ike.ConfigurationCodePoints;
import org.roamscope.ike.IkeCodePoints;
import org.roamscope.ike.NotifyCodePoints;
import org.roamscope.ike.TransformCodePoints;

/** Seeded bodies of IKEv1 payloads, each as its specification has it. */
final class IkeV1Generator {
  private static final List<CodePoints> TRANSFORMS =
      List.of(
          TransformCodePoints.TRANSFORMS_ISAKMP,
          TransformCodePoints.TRANSFORMS_AH,
          TransformCodePoints.TRANSFORMS_ESP,
          NotifyCodePoints.COMPRESSION);

  private final Random random;
  private final IkeV2Generator v2;

  IkeV1Generator(Random random, IkeV2Generator v2) {
    this.random = random;
    this.v2 = v2;
  }

  /** What follows the generic header of a payload of this type. */
  byte[] body(int type) {
    return switch (type) {
      case 1 -> association();
      case 5 -> identification();
      case 6 -> octets().number(1, certificate()).bytes(v2.certificateData()).toBytes();
      case 7 -> certificateRequest();
      case 8, 20, 130 -> octets().random(16 + 4 * random.nextInt(3)).toBytes();
      case 9, 10 -> octets().random(8 + random.nextInt(40)).toBytes();
      case 11 -> notification();
      case 12 -> delete();
      case 13 -> IkeV2Generator.vendor(random);
      case 14 -> attributes();
      case 18 -> octets().random(4).toBytes();
      case 21, 131 -> originalAddress();
      case 132 ->
          octets()
              .number(2, random.nextInt(4))
              .number(1, 1 + random.nextInt(4))
              .number(1, random.nextInt(2))
              .random(40)
              .toBytes();
      default -> octets().random(random.nextInt(64)).toBytes();
    };
  }

  private Octets octets() {
    return new Octets(random);
  }

  private long certificate() {
    return Octets.of(random, IkeCodePoints.CERTIFICATES, 8);
  }

  private byte[] association() {
    Octets all = octets().number(4, random.nextInt(16) == 0 ? random.nextInt(4) : 1);
    all.number(4, random.nextInt(16) == 0 ? random.nextInt(8) : 1);
    int proposals = 1 + random.nextInt(2);
    for (int i = 1; i <= proposals; i++) {
      int protocol =
          random.nextBoolean() ? 1 : (int) Octets.of(random, IkeCodePoints.PROTOCOLS_V1, 8);
      int spi = protocol == 1 ? 8 * random.nextInt(3) : protocol == 4 ? 2 : 4;
      int transforms = random.nextInt(4);
      Octets inside = octets();
      for (int t = 1; t <= transforms; t++) {
        inside.bytes(transform(t, t == transforms ? 0 : 3, protocol));
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

  private byte[] transform(int number, int next, int protocol) {
    Octets attributes = octets();
    for (int i = random.nextInt(7); i > 0; i--) {
      attribute(
          attributes,
          protocol == 1
              ? TransformCodePoints.IKE_ATTRIBUTES
              : TransformCodePoints.IPSEC_ATTRIBUTES);
    }
    byte[] list = attributes.toBytes();
    long id =
        protocol >= 1 && protocol <= 4
            ? Octets.of(random, TRANSFORMS.get(protocol - 1), 8)
            : random.nextInt(8);
    return octets()
        .number(1, next)
        .reserved(1)
        .number(2, 8 + list.length)
        .number(1, number)
        .number(1, id)
        .reserved(2)
        .bytes(list)
        .toBytes();
  }

  /** An attribute in either form. */
  private void attribute(Octets to, CodePoints types) {
    int type = (int) Octets.of(random, types, 15);
    if (random.nextInt(4) > 0) {
      to.number(2, 0x8000 | type).number(2, random.nextInt(random.nextInt(4) > 0 ? 12 : 65536));
    } else {
      int length = random.nextBoolean() ? 4 : random.nextInt(20);
      to.number(2, type).number(2, length).random(length);
    }
  }

  private byte[] identification() {
    int type = (int) Octets.of(random, IkeCodePoints.ID_TYPES_V1, 8);
    int protocol = (int) Octets.of(random, IkeCodePoints.IP_PROTOCOLS, 8);
    Octets body = octets().number(1, type).number(1, protocol).number(2, random.nextInt(65536));
    return v2.identity(body, type).toBytes();
  }

  private byte[] certificateRequest() {
    long encoding = certificate();
    Octets body = octets().number(1, encoding);
    return (encoding == 4 ? body.bytes(v2.name()) : body.random(random.nextInt(40))).toBytes();
  }

  private byte[] notification() {
    int type = (int) Octets.of(random, NotifyCodePoints.NOTIFY_TYPES_V1, 16);
    int protocol = (int) Octets.of(random, IkeCodePoints.PROTOCOLS_V1, 8);
    int spi = protocol == 1 ? 8 * random.nextInt(3) : 4;
    Octets body =
        octets()
            .number(4, random.nextInt(3) == 0 ? 0 : 1)
            .number(1, protocol)
            .number(1, spi)
            .number(2, type)
            .random(spi);
    switch (type) {
      case 24576 -> {
        for (int i = random.nextInt(3); i >= 0; i--) {
          attribute(
              body,
              protocol == 1
                  ? TransformCodePoints.IKE_ATTRIBUTES
                  : TransformCodePoints.IPSEC_ATTRIBUTES);
        }
      }
      case 24577, 36136, 36137, 40501 -> body.random(4);
      default -> body.random(random.nextInt(3) == 0 ? random.nextInt(24) : 0);
    }
    return body.toBytes();
  }

  private byte[] delete() {
    int protocol = (int) Octets.of(random, IkeCodePoints.PROTOCOLS_V1, 8);
    int size = protocol == 1 ? 16 : 4;
    int count = random.nextInt(3);
    return octets()
        .number(4, random.nextInt(8) == 0 ? random.nextInt(4) : 1)
        .number(1, protocol)
        .number(1, size)
        .number(2, count)
        .random(size * count)
        .toBytes();
  }

  private byte[] attributes() {
    Octets all =
        octets()
            .number(1, Octets.of(random, ConfigurationCodePoints.CONFIGURATION_TYPES_V1, 8))
            .reserved(1)
            .random(2);
    for (int i = random.nextInt(5); i > 0; i--) {
      int type = (int) Octets.of(random, ConfigurationCodePoints.CONFIGURATION_ATTRIBUTES_V1, 15);
      if (random.nextInt(4) == 0) {
        all.number(2, 0x8000 | type).number(2, random.nextInt(12));
      } else {
        byte[] value = random.nextInt(4) == 0 ? new byte[0] : v2.configurationValue(type);
        all.number(2, type).number(2, value.length).bytes(value);
      }
    }
    return all.toBytes();
  }

  private byte[] originalAddress() {
    int type = random.nextInt(8) == 0 ? random.nextInt(12) : random.nextBoolean() ? 1 : 5;
    int length = random.nextInt(12) == 0 ? random.nextInt(20) : type == 5 ? 16 : 4;
    return octets().number(1, type).reserved(3).random(length).toBytes();
  }
}
