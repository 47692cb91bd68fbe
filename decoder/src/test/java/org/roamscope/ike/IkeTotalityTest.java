package org.roamscope.ike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

/** Nothing is thrown and no span leaves the source, whatever happens to a message. */
class IkeTotalityTest {
  static Stream<String> names() {
    return LabMessages.all().keySet().stream();
  }

  private static byte[] octets(String name) {
    return LabMessages.all().getOrDefault(name, new byte[0]);
  }

  @ParameterizedTest
  @MethodSource("names")
  void survivesEveryTruncation(String name) {
    byte[] message = octets(name);
    for (int length = 0; length < message.length; length++) {
      byte[] prefix = Arrays.copyOf(message, length);
      IkeDissection cut = IkeDissector.dissect(Slice.of(prefix, message.length));
      check(cut, prefix);
      assertThat(cut.problems())
          .as("the capture is to blame for what is missing, at %s", length)
          .anyMatch(problem -> problem.kind() == ProblemKind.CUT_BY_CAPTURE)
          .noneMatch(problem -> problem.kind() == ProblemKind.LENGTH);
      IkeDissection shortened = IkeDissector.dissect(Slice.of(prefix));
      check(shortened, prefix);
      assertThat(shortened.problems())
          .as("the wire is to blame, at %s", length)
          .isNotEmpty()
          .noneMatch(problem -> problem.kind() == ProblemKind.CUT_BY_CAPTURE);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void survivesEveryFlippedBit(String name) {
    byte[] message = octets(name);
    for (int bit = 0; bit < message.length * 8; bit++) {
      byte[] flipped = message.clone();
      flipped[bit >>> 3] ^= (byte) (0x80 >>> (bit & 7));
      check(IkeDissector.dissect(Slice.of(flipped)), flipped);
    }
  }

  @Test
  void survivesNoise() {
    Random random = new Random(20261125);
    for (int round = 0; round < 20_000; round++) {
      byte[] octets = new byte[random.nextInt(300)];
      random.nextBytes(octets);
      if (octets.length > 25) {
        octets[17] = (byte) (random.nextBoolean() ? 0x20 : 0x10);
        octets[16] = (byte) (random.nextBoolean() ? 33 + random.nextInt(21) : random.nextInt(23));
        octets[19] = (byte) (random.nextBoolean() ? 0x08 : 0);
        octets[24] = 0;
        octets[25] = 0;
      }
      check(IkeDissector.dissect(Slice.of(octets, octets.length + random.nextInt(3))), octets);
    }
  }

  @Test
  void namesEveryFieldUnderAKnownProtocol() {
    Set<String> prefixes = Set.of("isakmp", "eap", "roam");
    for (Layout layout : IkeLayouts.all()) {
      for (Field field : layout.fields()) {
        String name = field.filterName();
        assertThat(prefixes).as(name).contains(name.substring(0, name.indexOf('.')));
      }
    }
  }

  private static void check(IkeDissection dissection, byte[] source) {
    for (Problem problem : dissection.problems()) {
      inside(problem.span(), source);
      assertThat(problem.text()).isNotEmpty();
    }
    IkeMessage message = dissection.message();
    if (message == null) {
      assertThat(source.length).isLessThan(IkeHeader.OCTETS);
      return;
    }
    assertThat(message.info()).isNotEmpty();
    message.notifyTypes();
    message.fragment();
    message.encrypted();
    int covered = IkeHeader.OCTETS;
    for (IkePayload payload : message.parts()) {
      assertThat(payload.slice().offset()).as("no octet is lost").isEqualTo(covered);
      covered += payload.slice().length();
      touch(payload);
    }
    assertThat(covered).as("no octet is lost").isEqualTo(source.length);
    walk(message, source);
  }

  private static void walk(Element element, byte[] source) {
    inside(element.slice().span(), source);
    assertThat(element.title()).isNotEmpty();
    for (Field field : element.layout().fields()) {
      if (field.in(element.slice())) {
        inside(field.span(element.slice()), source);
        field.text(element.slice());
      }
    }
    for (Element part : element.parts()) {
      walk(part, source);
    }
  }

  private static void inside(Span span, byte[] source) {
    if (span.bit() < 0 || span.bits() < 0 || span.bit() + span.bits() > source.length * 8L) {
      throw new AssertionError(span + " leaves " + source.length + " octets");
    }
  }

  /** Calls what trackers call. */
  private static void touch(IkePayload payload) {
    payload.nextPayload();
    payload.body();
    switch (payload) {
      case CertificateRequest it -> it.parts();
      case Configuration it -> {
        it.kind();
        it.attributes().forEach(a -> a.value().length());
        it.attributes().forEach(ConfigurationAttribute::type);
      }
      case Delete it -> {
        it.protocol();
        it.spis();
      }
      case Eap it -> {
        it.code();
        it.method();
        it.identity();
      }
      case EncryptedFragment it -> it.data();
      case Identification it -> {
        it.idType();
        it.identity();
      }
      case KeyExchange it -> {
        it.group();
        it.data();
      }
      case MessageFragment it -> {
        it.id();
        it.data();
      }
      case Nonce it -> it.data();
      case Notify it -> {
        it.messageType();
        it.protocol();
        it.spi();
        it.data();
      }
      case SecurityAssociation it ->
          it.proposals()
              .forEach(proposal -> {
                proposal.number();
                proposal.spi();
                proposal
                    .transforms()
                    .forEach(transform -> {
                      transform.type();
                      transform.id();
                      transform.attributes().forEach(a -> a.value().length());
                    });
              });
      case TrafficSelectors it ->
          it.selectors()
              .forEach(selector -> {
                selector.protocol();
                selector.start();
                selector.end();
              });
      case VendorId it -> it.id();
      case Encrypted it -> it.body();
      case OpaquePayload it -> it.body();
      case PlainPayload it -> it.body();
    }
  }
}
