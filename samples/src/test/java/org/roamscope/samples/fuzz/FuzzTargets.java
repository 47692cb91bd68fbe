package org.roamscope.samples.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameNotes;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.field.FieldSource;
import org.roamscope.field.IpAddress;
import org.roamscope.filter.Filter;
import org.roamscope.filter.FilterException;
import org.roamscope.net.PacketEncoder;

/**
 * One target for each door through which foreign octets come in. In a build they run over their
 * seeds; {@code JAZZER_FUZZ=1 mvn -pl samples -am test -Dtest=FuzzTargets#ike} searches for more.
 */
class FuzzTargets {
  private static final int MOST = 65_000;
  private static final int ETHERNET = 1;
  private static final byte[] MAC = {2, 0, 0, 0, 0, 1};
  private static final IpAddress A = IpAddress.parse("2001:db8::a");
  private static final IpAddress B = IpAddress.parse("2001:db8::b");
  private static final byte[] PCAP = {
    (byte) 0xd4,
    (byte) 0xc3,
    (byte) 0xb2,
    (byte) 0xa1,
    2,
    0,
    4,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    4,
    0,
    1,
    0,
    0,
    0
  };

  @FuzzTest
  void pcap(byte[] records) throws IOException {
    byte[] file = new byte[PCAP.length + records.length];
    System.arraycopy(PCAP, 0, file, 0, PCAP.length);
    System.arraycopy(records, 0, file, PCAP.length, records.length);
    capture(file);
  }

  @FuzzTest
  void pcapng(byte[] file) throws IOException {
    capture(file);
  }

  private static void capture(byte[] file) throws IOException {
    try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(file), "fuzz")) {
      FrameDecoder decoder = new FrameDecoder(reader, FrameNotes.NONE, DecodeAs.NONE, Set.of());
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        decoder.displayed(decoder.decode(frame));
      }
    } catch (CaptureException e) {
      return; // said to be no capture: that is an answer
    }
  }

  @FuzzTest
  void linkLayer(byte[] octets) {
    if (octets.length > 2 && octets.length < MOST) {
      int linkType = (octets[0] & 0xff) << 8 | octets[1] & 0xff;
      Totality.everything(linkType, Arrays.copyOfRange(octets, 2, octets.length), MOST);
    }
  }

  /** The first octet is the first next header. */
  @FuzzTest
  void ipv6Chain(byte[] octets) {
    if (octets.length > 1 && octets.length < MOST) {
      byte[] rest = Arrays.copyOfRange(octets, 1, octets.length);
      ip(octets[0] & 0xff, rest);
    }
  }

  /** Several fragments of one datagram: each octet pair of the head is an offset and a flag. */
  @FuzzTest
  void fragments(byte[] octets) throws IOException {
    if (octets.length < 16 || octets.length > 4_000) {
      return;
    }
    try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(PCAP), "fuzz")) {
      FrameDecoder decoder = new FrameDecoder(reader, FrameNotes.NONE, DecodeAs.NONE, Set.of());
      for (int i = 0; i + 16 <= octets.length && i < 1024; i += 16) {
        byte[] fragment = Arrays.copyOfRange(octets, i, i + 16);
        fragment[4] = 0;
        fragment[5] = 0;
        byte[] frame = PacketEncoder.ethernet(MAC, MAC, PacketEncoder.ipv6(A, B, 44, fragment));
        decoder.decode(new Frame(i / 16 + 1, i, ETHERNET, 0, frame.length, frame, List.of()));
      }
    }
  }

  @FuzzTest
  void mobilityHeader(byte[] octets) {
    ip(135, octets);
  }

  @FuzzTest
  void dsmip(byte[] octets) {
    udp(4191, octets);
  }

  @FuzzTest
  void ike(byte[] octets) {
    udp(500, octets);
  }

  @FuzzTest
  void natTraversal(byte[] octets) {
    udp(4500, octets);
  }

  @FuzzTest
  void esp(byte[] octets) {
    ip(50, octets);
  }

  @FuzzTest
  void filterLanguage(byte[] octets) {
    String text = new String(octets, StandardCharsets.UTF_8);
    try {
      Filter filter = Filter.compile(text, DecodeCatalog.fields());
      FieldSource nothing = name -> List.of();
      filter.matches(nothing);
    } catch (FilterException e) {
      e.render();
    }
  }

  private static void udp(int port, byte[] payload) {
    if (payload.length < MOST - 8) {
      ip(17, PacketEncoder.udp(A, port, B, port, payload));
    }
  }

  private static void ip(int header, byte[] payload) {
    if (payload.length < MOST) {
      byte[] frame = PacketEncoder.ethernet(MAC, MAC, PacketEncoder.ipv6(A, B, header, payload));
      Totality.everything(ETHERNET, frame, frame.length);
    }
  }
}
