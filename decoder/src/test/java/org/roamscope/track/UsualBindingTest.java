package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Dissector;

/** The short way to the event of a binding message gives what the dissector gives, or nothing. */
class UsualBindingTest {
  private static final int ETHERNET = 1;
  private static final int RAW_IP = 101;
  private static final String HOME = "20010db8000a00010000000000001000";
  private static final String AGENT = "20010db8000a00000000000000000001";
  private static final String CARE_OF = "20010db8c00000000200000000000000";

  /** A packet, with the places where a test changes it. */
  private static final class Packet {
    private final byte[] octets;
    private final int message;
    private final int from;
    private final int to;

    Packet(byte[] octets, int message, int from, int to) {
      this.octets = octets;
      this.message = message;
      this.from = from;
      this.to = to;
    }

    /** The same with a checksum that fits the addresses that count for it. */
    Packet sealed() {
      byte[] out = octets.clone();
      out[message + 4] = 0;
      out[message + 5] = 0;
      long sum = out.length - message + 135L;
      sum += sum(out, from, 16) + sum(out, to, 16) + sum(out, message, out.length - message);
      while (sum >>> 16 != 0) {
        sum = (sum & 0xffff) + (sum >>> 16);
      }
      out[message + 4] = (byte) (~sum >>> 8);
      out[message + 5] = (byte) ~sum;
      return new Packet(out, message, from, to);
    }

    private static long sum(byte[] octets, int at, int count) {
      long sum = 0;
      for (int i = 0; i < count; i++) {
        sum += (octets[at + i] & 0xffL) << (i % 2 == 0 ? 8 : 0);
      }
      return sum;
    }

    Packet with(int at, int value) {
      byte[] out = octets.clone();
      out[at] = (byte) value;
      return new Packet(out, message, from, to);
    }
  }

  private static Packet packet(String source, String destination, String before, String message) {
    int length = (before.length() + message.length()) / 2;
    int next = before.isEmpty() ? 135 : before.startsWith("8702010200") ? 60 : 43;
    String all =
        "60000000"
            + String.format("%04x%02x40", length, next)
            + source
            + destination
            + before
            + message;
    int at = 40 + before.length() / 2;
    return new Packet(Hex.parse(all), at, next == 60 ? 48 : 8, next == 43 ? 48 : 24).sealed();
  }

  private static String homeAddress(String address) {
    return "8702" + "01020000" + "c910" + address;
  }

  private static String route(String address) {
    return "87020201" + "00000000" + address;
  }

  private static String message(int type, String fixed, String options) {
    int octets = 12 + options.length() / 2;
    assertThat(octets % 8).as("octets of the message").isZero();
    return String.format("3b%02x%02x00", octets / 8 - 1, type) + "0000" + fixed + options;
  }

  private static String update(String options) {
    return message(5, "0007" + "d000" + "0546", options);
  }

  private static String answer(String options) {
    return message(6, "0080" + "0007" + "0546", options);
  }

  private static final List<Packet> USUAL =
      List.of(
          packet(CARE_OF, AGENT, homeAddress(HOME), update("0100" + "0310" + CARE_OF)),
          packet(CARE_OF, AGENT, homeAddress(HOME), update("00000310" + CARE_OF)),
          packet(CARE_OF, AGENT, homeAddress(HOME), update("0100" + "0310" + HOME)),
          packet(CARE_OF, AGENT, homeAddress(HOME), update("01020000")),
          packet(CARE_OF, AGENT, homeAddress("fd" + HOME.substring(2)), update("01020000")),
          packet(HOME, AGENT, "", update("01020000")),
          packet(CARE_OF, AGENT, "", update("01020000")),
          packet(AGENT, CARE_OF, route(HOME), answer("01020000")),
          packet(AGENT, CARE_OF, route(HOME), answer("02020010")),
          packet(AGENT, HOME, "", answer("01020000")));

  private static byte[] framed(String header, byte[] packet) {
    byte[] before = Hex.parse(header);
    byte[] out = Arrays.copyOf(before, before.length + packet.length);
    System.arraycopy(packet, 0, out, before.length, packet.length);
    return out;
  }

  private static byte[] ethernet(byte[] packet) {
    return framed("020000000001" + "020000000002" + "86dd", packet);
  }

  /** How many of the frames were read; of each of them the dissector says the same. */
  private static int read(int linkType, List<byte[]> frames) {
    UsualBinding usual = new UsualBinding();
    int count = 0;
    for (byte[] frame : frames) {
      At at = new At(3, 1 + count, 1_700_000_000 * At.SECOND + count);
      byte[] among = new byte[frame.length + 12]; // as it stands in a chunk of a file
      Arrays.fill(among, (byte) 0x87);
      System.arraycopy(frame, 0, among, 7, frame.length);
      Event event =
          usual.read(at.capture(), at.frame(), at.timeNanos(), linkType, among, 7, frame.length);
      if (event != null) {
        Dissection dissection = Dissector.dissect(linkType, Slice.of(frame), null);
        String octets = Hex.plain(frame);
        assertThat(EventExtractor.extract(at, dissection)).as(octets).isEqualTo(Optional.of(event));
        assertThat(dissection.problems()).as(octets).isEmpty();
        assertThat(dissection.fragment()).as(octets).isNull();
        assertThat(EventExtractor.tunnelEnd(dissection)).as(octets).isEmpty();
        assertThat(usual.network().bytes())
            .as(octets)
            .isEqualTo(Objects.requireNonNull(dissection.network()).bytes());
        count++;
      }
    }
    return count;
  }

  private static List<byte[]> octets(List<Packet> packets) {
    return packets.stream().map(packet -> packet.octets).toList();
  }

  @Test
  void usualMessagesNeedNoDissection() {
    List<byte[]> packets = octets(USUAL);
    assertThat(read(RAW_IP, packets)).isEqualTo(packets.size());
    List<byte[]> frames = packets.stream().map(UsualBindingTest::ethernet).toList();
    assertThat(read(ETHERNET, frames)).isEqualTo(packets.size());
    List<byte[]> tagged =
        packets.stream()
            .map(packet -> framed("020000000001" + "020000000002" + "81000064" + "86dd", packet))
            .toList();
    assertThat(read(ETHERNET, tagged)).isEqualTo(packets.size());
  }

  /** What another carrier brings, what follows the packet and what lacks of it. */
  @Test
  void othersAreLeftToTheDissector() {
    List<byte[]> packets = octets(USUAL);
    List<byte[]> longer =
        packets.stream().map(packet -> Arrays.copyOf(packet, packet.length + 2)).toList();
    assertThat(read(RAW_IP, longer)).as("octets after the packet").isZero();
    List<byte[]> groups =
        packets.stream()
            .map(packet -> framed("020000000001" + "030000000002" + "86dd", packet))
            .toList();
    assertThat(read(ETHERNET, groups)).as("a group address as source").isZero();
    List<byte[]> shorter = new ArrayList<>();
    for (byte[] packet : packets) {
      for (int length = 0; length < packet.length; length++) {
        shorter.add(Arrays.copyOf(packet, length));
      }
    }
    assertThat(read(RAW_IP, shorter)).as("every shorter packet").isZero();
    assertThat(read(ETHERNET, shorter)).as("every shorter packet").isZero();
  }

  /** Every octet with every value: with the checksum as it was, and with one that fits. */
  @Test
  void everyChangeOfOneOctetIsReadTheSameWayOrNotAtAll() {
    List<byte[]> changed = new ArrayList<>();
    List<byte[]> sealed = new ArrayList<>();
    for (Packet packet : USUAL) {
      for (int at = 0; at < packet.octets.length; at++) {
        for (int value = 0; value < 256; value++) {
          if (value != (packet.octets[at] & 0xff)) {
            Packet other = packet.with(at, value);
            changed.add(other.octets);
            sealed.add(other.sealed().octets);
          }
        }
      }
    }
    assertThat(read(RAW_IP, changed)).isPositive(); // the hop limit, say
    assertThat(read(RAW_IP, sealed)).isGreaterThan(changed.size() / 4);
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; at < 14; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] frame = ethernet(USUAL.getFirst().octets);
        frame[at] = (byte) value;
        frames.add(frame);
      }
    }
    assertThat(read(ETHERNET, frames)).isPositive();
  }

  /** Several changes at once, among the values that mean something. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void manyChangesAreReadTheSameWayOrNotAtAll(long seed) {
    int[] values = {0, 1, 2, 3, 4, 5, 6, 8, 16, 43, 59, 60, 0x80, 0xc9, 135, 255};
    Random random = new Random(seed);
    List<byte[]> packets = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      Packet packet = USUAL.get(random.nextInt(USUAL.size()));
      for (int change = 0; change < 2 + random.nextInt(3); change++) {
        int at = 40 + random.nextInt(packet.octets.length - 40);
        packet = packet.with(at, values[random.nextInt(values.length)]);
      }
      packets.add(packet.sealed().octets);
    }
    assertThat(read(RAW_IP, packets)).isBetween(100, packets.size() - 100);
  }

  /** Options in all orders and places: pads, the usual ones, one that is not, twice and cut. */
  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void optionsOfAllKindsAreReadTheSameWayOrNotAtAll(long seed) {
    List<String> options =
        List.of("00", "0100", "010100", "01020000", "0104000000ff", "0310" + CARE_OF, "02020010");
    Random random = new Random(seed);
    List<byte[]> packets = new ArrayList<>();
    while (packets.size() < 20_000) {
      StringBuilder text = new StringBuilder();
      int count = 1 + random.nextInt(6);
      for (int i = 0; i < count; i++) {
        text.append(random.nextInt(40) == 0 ? "4104" : options.get(random.nextInt(options.size())));
      }
      while ((12 + text.length() / 2) % 8 != 0) {
        text.append("00");
      }
      boolean update = random.nextBoolean();
      packets.add(
          update
              ? packet(CARE_OF, AGENT, homeAddress(HOME), update(text.toString())).octets
              : packet(AGENT, CARE_OF, route(HOME), answer(text.toString())).octets);
    }
    assertThat(read(RAW_IP, packets)).isBetween(500, packets.size() - 500);
  }

  /** As many options as one may want to count. */
  @Test
  void veryManyOptionsAreLeftToTheDissector() {
    Packet few = packet(AGENT, CARE_OF, route(HOME), answer("00".repeat(60)));
    Packet many = packet(AGENT, CARE_OF, route(HOME), answer("00".repeat(68)));
    assertThat(read(RAW_IP, List.of(few.octets))).isEqualTo(1);
    assertThat(read(RAW_IP, List.of(many.octets))).isZero();
  }
}
