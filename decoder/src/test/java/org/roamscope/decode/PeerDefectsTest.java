package org.roamscope.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.bytes.Checksum;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.decode.output.Columns;
import org.roamscope.decode.output.ListOutput;
import org.roamscope.decode.output.StatisticsOutput;
import org.roamscope.decode.output.TimeFormat;
import org.roamscope.decode.output.TreeOutput;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.field.IpAddress;
import org.roamscope.filter.Filter;
import org.roamscope.filter.FilterException;
import org.roamscope.net.PacketEncoder;

/** What other analyzers get wrong, each with the packet that shows it. */
class PeerDefectsTest {
  private static final int RAW = 101;
  private static final int MOBILITY = 135;
  private static final IpAddress A = IpAddress.parse("2001:db8:a::a1");
  private static final IpAddress B = IpAddress.parse("2001:db8:100::1");
  private static final String UPDATE = "0001" + "d000" + "0096";

  /** A Mobility Header with a right checksum; data from octet 6, padded by the caller. */
  private static byte[] mobility(int type, String data) {
    byte[] body = HexFormat.of().parseHex(data);
    byte[] header = new byte[6 + body.length];
    System.arraycopy(body, 0, header, 6, body.length);
    header[0] = 59;
    header[1] = (byte) (header.length / 8 - 1);
    header[2] = (byte) type;
    int sum =
        new Checksum()
            .add(A.bytes())
            .add(B.bytes())
            .addWord(header.length)
            .addWord(MOBILITY)
            .add(header)
            .value();
    header[4] = (byte) (sum >>> 8);
    header[5] = (byte) sum;
    return header;
  }

  private static byte[] packet(byte[] header) {
    return PacketEncoder.ipv6(A, B, MOBILITY, header);
  }

  private static List<DecodedFrame> decode(byte[]... packets) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      try (CaptureWriter writer = CaptureWriter.pcap(file, RAW)) {
        int number = 0;
        for (byte[] packet : packets) {
          number++;
          writer.write(new Frame(number, number * 1000L, RAW, 0, packet.length, packet, List.of()));
        }
      }
      List<DecodedFrame> frames = new ArrayList<>();
      try (CaptureReader reader =
          CaptureReader.open(new ByteArrayInputStream(file.toByteArray()), "test")) {
        FrameDecoder decoder = new FrameDecoder(reader, FrameNotes.NONE, DecodeAs.NONE, Set.of());
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
          frames.add(decoder.decode(frame));
        }
      }
      return frames;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static DecodedFrame message(int type, String data) {
    return decode(packet(mobility(type, data))).getFirst();
  }

  private static List<String> values(DecodedFrame frame, String field) {
    return frame.occurrences(field).stream().map(one -> one.info().plain(one.value())).toList();
  }

  private static String tree(DecodedFrame frame) {
    StringBuilder text = new StringBuilder();
    try {
      TreeOutput.whole().frame(frame, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return text.toString();
  }

  @Test
  void v1LocalizedRoutingInitiation() {
    DecodedFrame frame = message(17, "0001" + "0000" + "012c" + "01020000");
    assertThat(values(frame, "mip6.lri.sequence")).containsExactly("1");
    assertThat(values(frame, "mip6.lri.lifetime")).containsExactly("0x012c");
    assertThat(tree(frame)).contains("300 seconds");
  }

  @ParameterizedTest
  @CsvSource({
    "128, 'Failure, reason unspecified'",
    "129, Administratively prohibited",
    "130, Incorrect IPv4 home address",
    "131, Invalid IPv4 address",
    "132, Dynamic IPv4 home address assignment not available",
    "133, Prefix allocation unauthorized"
  })
  void v2Ipv4AddressAcknowledgementStatus(int status, String name) {
    DecodedFrame frame =
        message(
            6,
            "0080"
                + "0001"
                + "0096"
                + "01020000"
                + "1e06"
                + String.format("%02x", status)
                + "00"
                + "c0000201");
    assertThat(tree(frame)).containsIgnoringCase(name + " (" + status + ")");
  }

  @ParameterizedTest
  @CsvSource({
    "143, Forwarding Setup failed",
    "144, MIPV6-ID-MISMATCH",
    "145, MIPV6-MESG-ID-REQD",
    "146, MIPV6-AUTH-FAIL",
    "147, Permanent home keygen token unavailable",
    "148, CGA and signature verification failed"
  })
  void v3BindingAcknowledgementStatus(int status, String name) {
    DecodedFrame frame =
        message(6, String.format("%02x", status) + "00" + "0001" + "0000" + "01020000");
    assertThat(tree(frame)).containsIgnoringCase(name + " (" + status + ")");
  }

  @ParameterizedTest
  @CsvSource({"179, CANNOT_MEET_QOS_SERVICE_REQUEST", "180, CANNOT_SUPPORT_MULTIPATH_BINDING"})
  void v4NewStatus(int status, String name) {
    DecodedFrame frame =
        message(6, String.format("%02x", status) + "00" + "0001" + "0000" + "01020000");
    assertThat(tree(frame)).containsIgnoringCase(name + " (" + status + ")");
  }

  @Test
  void v5LocalMobilityAnchorAddress() {
    DecodedFrame frame = message(5, UPDATE + "2912" + "0100" + "20010db8000000000000000000000001");
    assertThat(tree(frame)).contains("Local Mobility Anchor Address");
  }

  /** RFC 5142: without addresses the mobile node discovers home agents by itself. */
  @Test
  void v6HomeAgentSwitchWithoutAddresses() {
    DecodedFrame frame = message(12, "0000");
    assertThat(frame.dissection().problems()).isEmpty();
    assertThat(frame.summary().info()).isEqualTo("Home Agent Switch");
  }

  /** A Binding Update with R does not change what the next one is called. */
  @Test
  void v7ProtocolOfEachPacket() {
    byte[] router = packet(mobility(5, "0001" + "d400" + "0096" + "01020000"));
    byte[] plain = packet(mobility(5, UPDATE + "01020000"));
    List<DecodedFrame> frames = decode(router, plain);
    frames.forEach(PeerDefectsTest::tree);
    assertThat(frames).allMatch(frame -> frame.summary().protocol().equals("MIPv6"));
  }

  @Test
  void v8WrongChecksum() {
    byte[] header = mobility(5, UPDATE + "01020000");
    header[4] ^= 1;
    DecodedFrame frame = decode(packet(header)).getFirst();
    assertThat(values(frame, "mip6.csum.status")).containsExactly("0");
    assertThat(tree(frame)).contains("Expert Info (Error/Checksum)");
  }

  @Test
  void v9Lifetimes() {
    assertThat(tree(message(5, "0001" + "d000" + "0000" + "01020000")))
        .contains("Lifetime: 0 (deregistration");
    assertThat(tree(message(5, "0001" + "d000" + "ffff" + "01020000")))
        .contains("Lifetime: 65535 (infinity)");
  }

  @Test
  void v10PayloadProtocolAndReservedBits() {
    byte[] header = mobility(5, "0001" + "d001" + "0096" + "01020000");
    header[0] = 6;
    assertThat(decode(packet(header)).getFirst().dissection().problems())
        .extracting(problem -> problem.kind().name())
        .contains("VALUE", "RESERVED");
  }

  @Test
  void v11Imsi() {
    DecodedFrame frame = message(5, UPDATE + "0809" + "03" + "32541076980214f5" + "00");
    assertThat(tree(frame)).contains("234501678920415");
  }

  @Test
  void v12Pad1AtTheEnd() {
    DecodedFrame frame = message(5, UPDATE + "0101" + "00" + "00");
    assertThat(frame.dissection().problems()).isEmpty();
    assertThat(values(frame, "mip6.bu.seqnr")).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource({
    "PROTOCOLS, mipv6 frames:2 bytes:112",
    "IPV6_CONVERSATIONS, '2001:db8:a::a1\t2001:db8:100::1\t2\t112\t0\t0'",
    "IPV6_ENDPOINTS, '2001:db8:a::a1\t2\t112\t0\t0'"
  })
  void v13MobilityIsCounted(StatisticsOutput.Kind kind, String line) throws IOException {
    byte[] update = packet(mobility(5, UPDATE + "01020000"));
    StatisticsOutput output = new StatisticsOutput(kind);
    StringBuilder text = new StringBuilder();
    for (DecodedFrame frame : decode(update, update)) {
      output.frame(frame, text);
    }
    output.end(text);
    assertThat(text.toString().lines().map(String::strip)).contains(line);
  }

  /** What is no capture is said to be none. */
  @ParameterizedTest
  @CsvSource({"''", "This is a letter and no capture at all."})
  void v14NotACapture(String content) {
    assertThatThrownBy(() ->
            CaptureReader.open(
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "letter.pcap"))
        .isInstanceOf(CaptureException.class);
  }

  /** A Mobility Header behind extension headers is one, which a look at the next header misses. */
  @Test
  void v15BehindExtensionHeaders() throws FilterException {
    byte[] header = mobility(5, UPDATE + "01020000");
    List<DecodedFrame> frames =
        decode(
            packet(header),
            PacketEncoder.ipv6(A, B, 60, PacketEncoder.homeAddress(MOBILITY, A, header)),
            PacketEncoder.ipv6(A, B, 43, PacketEncoder.routingHeader(MOBILITY, B, header)));
    Filter filter = Filter.compile("mipv6", DecodeCatalog.fields());
    assertThat(frames).allMatch(filter::matches);
    StringBuilder list = new StringBuilder();
    ListOutput output = ListOutput.text(Columns.DEFAULT, TimeFormat.DEFAULT);
    for (DecodedFrame frame : frames) {
      try {
        output.frame(frame, list);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    assertThat(list.toString().lines()).allMatch(line -> line.contains("MIPv6"));
  }
}
