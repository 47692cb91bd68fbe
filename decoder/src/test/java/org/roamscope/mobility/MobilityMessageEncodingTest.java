package org.roamscope.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.ElementEncoder;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.Layout;

/** The layouts explain every bit of every message: what is read by them can be written by them. */
class MobilityMessageEncodingTest {
  /** A PadN and an Alternate Care-of Address. */
  private static final String OPTIONS =
      "01020000" + "0310" + "20010db8000100000000000000000001" + "00";

  static IntStream types() {
    return IntStream.rangeClosed(0, 23);
  }

  /** Random bits in header and fixed part, then what makes sense of them. */
  private static byte[] generated(int type, Random random) {
    Layout layout = Objects.requireNonNull(MobilityLayouts.messages().get(type));
    int fixed = type == 11 ? 32 : layout.octets();
    byte[] head = new byte[fixed];
    random.nextBytes(head);
    int addresses = random.nextInt(4);
    if (type == 12) {
      head[6] = (byte) addresses;
      head = Arrays.copyOf(head, fixed + 16 * addresses);
      for (int i = fixed; i < head.length; i++) {
        head[i] = (byte) random.nextInt(256);
      }
    }
    if (type == 16) {
      head[6] = (byte) random.nextInt(4);
    }
    if (type == 21) {
      head[6] = 0;
      head[7] = (byte) random.nextInt(4);
    }
    byte[] octets = Hex.parse(Hex.plain(head) + OPTIONS);
    octets = Arrays.copyOf(octets, (octets.length + 7) / 8 * 8);
    octets[1] = (byte) (octets.length / 8 - 1);
    octets[2] = (byte) type;
    return octets;
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeEncodesToWhatItWasReadFrom(int type) {
    Random random = new Random(type);
    for (int i = 0; i < 64; i++) {
      byte[] octets = generated(type, random);
      MobilityHeader header = Messages.read(octets, new ArrayList<>());
      assertThat(header.message()).isNotInstanceOf(UnknownMobilityMessage.class);
      assertThat(Hex.plain(ElementEncoder.encode(header))).isEqualTo(Hex.plain(octets));
    }
  }

  /** No octets give an exception, however they are cut or changed. */
  @ParameterizedTest
  @MethodSource("types")
  void everyTypeIsReadHoweverItIsCutOrChanged(int type) {
    byte[] octets = generated(type, new Random(type));
    for (int at = 0; at < octets.length; at++) {
      byte[] cut = Arrays.copyOf(octets, at);
      byte[] changed = octets.clone();
      changed[at] = (byte) ~changed[at];
      assertThatCode(
              () -> {
                walk(Slice.of(cut));
                walk(Slice.of(cut, octets.length));
                walk(Slice.of(changed));
              })
          .doesNotThrowAnyException();
    }
  }

  private static void walk(Slice packet) {
    MobilityHeader header =
        MobilityDissector.dissect(packet, Messages.HOME, Messages.AGENT, new ArrayList<>());
    if (header != null) {
      ElementEncoder.encode(header);
      show(header);
    }
  }

  private static void show(Element element) {
    Slice slice = element.slice();
    assertThat(element.title()).isNotEmpty();
    element.layout().fields().stream()
        .filter(field -> field.in(slice))
        .forEach(field -> {
          assertThat(field.text(slice)).isNotNull();
          assertThat(field.info().plain(field.value(slice))).isNotNull();
        });
    element.parts().forEach(MobilityMessageEncodingTest::show);
  }

  @Test
  void theTableHasEveryTypeOfTheRegistry() {
    assertThat(MobilityLayouts.messages().keySet())
        .containsExactlyElementsOf(
            MobilityCodePoints.MESSAGE_TYPES.all().stream()
                .map(point -> (int) point.number())
                .toList());
  }

  /** A name that two messages share has one type. */
  @Test
  void theCatalogueTakesAllLayouts() {
    FieldCatalog catalog = FieldCatalog.of(MobilityLayouts.all(), List.of());
    for (String name : List.of("mipv6", "mip6.csum.status", "mip6.has.address", "mip6.bri_ap")) {
      assertThat(catalog.find(name)).as(name).isNotNull();
    }
  }
}
