package org.roamscope.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;

class OptionLayoutsTest {
  @Test
  void everyRegisteredTypeHasALayout() {
    assertThat(OptionLayouts.byType().keySet())
        .containsExactlyElementsOf(IntStream.rangeClosed(0, 70).boxed().toList());
    OptionLayouts.byType()
        .forEach((type, layout) ->
            assertThat(layout.name())
                .as("option %d", type)
                .isEqualTo(MobilityCodePoints.OPTION_TYPES.name(type)));
    assertThat(OptionLayouts.all())
        .doesNotHaveDuplicates()
        .containsAll(OptionLayouts.byType().values());
  }

  /** Fields of one name agree in their type, and the presence names are those of Wireshark. */
  @Test
  void layoutsMakeACatalogue() {
    FieldCatalog catalog = FieldCatalog.of(OptionLayouts.all(), List.of());
    for (String name :
        List.of(
            "pad1",
            "padn",
            "bra",
            "acoa",
            "ni",
            "bad_auth",
            "mnp",
            "mhlla",
            "mnid",
            "auth",
            "mseg_id",
            "cgapr",
            "cgar",
            "sign",
            "phkt",
            "coti",
            "cot",
            "dnsu",
            "em",
            "vsm",
            "ssm",
            "badff",
            "hnp",
            "hi",
            "att",
            "mnlli",
            "lla",
            "ts",
            "rc",
            "ipv4ha",
            "ipv4aa",
            "natd",
            "ipv4coa",
            "grek",
            "mhipv6ap",
            "bi",
            "ipv4hareq",
            "ipv4harep",
            "ipv4dra",
            "ipv4dsm",
            "cr",
            "lmaa",
            "recap",
            "redir",
            "load_inf",
            "alt_ip4",
            "mng",
            "mag_ipv6",
            "acc_net_id",
            "dmnp")) {
      assertThat(catalog.find("mip6.options." + name)).as(name).isNotNull();
    }
  }

  /** Octets to fill each type with: fixed part and a few lengths of what follows. */
  private static List<byte[]> generated(int type, Layout layout, Random random) {
    List<byte[]> all = new ArrayList<>();
    for (int more : new int[] {0, 1, 2, 4, 5, 8, 16, 40, 200}) {
      byte[] octets = new byte[layout.octets() + (type == 60 || type == 61 ? more / 4 * 4 : more)];
      random.nextBytes(octets);
      octets[0] = (byte) type;
      if (type > 0) {
        int data = octets.length - 2;
        octets[1] = (byte) (type == 21 ? data - 4 : type > 59 && type < 62 ? (data - 2) / 4 : data);
      }
      OptionShape shape = OptionShapes.find(type);
      if (type == 0 ? more == 0 : shape != null && shape.lengths().fits().test(octets.length - 2)) {
        all.add(octets);
      }
    }
    return all;
  }

  /** What the fields say is all that an option says: written again, it is the same octets. */
  @Test
  void everyOptionEncodesBackToItsOctets() {
    Random random = new Random(1);
    for (Map.Entry<Integer, Layout> entry : OptionLayouts.byType().entrySet()) {
      int type = entry.getKey();
      int made = 0;
      for (int round = 0; round < 50; round++) {
        for (byte[] octets : generated(type, entry.getValue(), random)) {
          made++;
          assertThat(Hex.plain(Options.encode(inMessage(octets))))
              .as("option %d", type)
              .isEqualTo(Hex.plain(octets));
        }
      }
      assertThat(made).as("option %d", type).isPositive();
    }
  }

  /** The option as the only one of a message, which begins at its place by alignment or not. */
  private static MobilityOption inMessage(byte[] option) {
    List<Problem> problems = new ArrayList<>();
    byte[] message = new byte[12 + option.length];
    System.arraycopy(option, 0, message, 12, option.length);
    List<MobilityOption> options = OptionReader.read(Slice.of(message), 12, problems);
    assertThat(options).hasSize(1);
    return options.getFirst();
  }

  /** Every cut of options with random content: a result, and every problem inside the octets. */
  @Test
  void everyCutAndEveryLengthIsRead() {
    Random random = new Random(2);
    for (int type = 1; type < 80; type++) {
      for (int round = 0; round < 20; round++) {
        byte[] octets = new byte[48];
        random.nextBytes(octets);
        octets[0] = (byte) type;
        octets[1] = (byte) random.nextInt(60);
        for (int length = 1; length <= octets.length; length++) {
          byte[] cut = Arrays.copyOf(octets, length);
          check(Options.read(cut, length), length);
          check(Options.read(cut, octets.length), length);
        }
      }
    }
  }

  private static void check(Options read, int length) {
    Options.readAll(read.option());
    for (Problem problem : read.problems()) {
      assertThat(problem.span().endByte()).isLessThanOrEqualTo(length);
      assertThat(problem.span().bit()).isNotNegative();
    }
  }
}
