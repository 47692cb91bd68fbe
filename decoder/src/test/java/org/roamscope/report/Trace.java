package org.roamscope.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.field.IpAddress;

/** Builds a small capture packet by packet: raw IPv6, right checksums, a packet every 100 ms. */
final class Trace {
  static final String AGENT = "2001:db8:100::1";
  private static final int RAW_IP = 101;
  private static final int MOBILITY = 135;
  private static final int UDP = 17;
  private static final int HOME_ADDRESS = 0xc9;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private int tenths;

  Trace() {
    file.writeBytes(
        ByteBuffer.allocate(24)
            .putInt(0xa1b2c3d4)
            .putShort((short) 2)
            .putShort((short) 4)
            .putLong(0)
            .putInt(65_535)
            .putInt(RAW_IP)
            .array());
  }

  /** A Binding Update over IPv6 with a Home Address option. */
  Trace update(String home, String careOf, int sequence, int lifetimeUnits, boolean key) {
    ByteBuffer message = ByteBuffer.allocate(32);
    message.put(new byte[] {59, 3, 5, 0, 0, 0});
    message.putShort((short) sequence).putShort((short) (key ? 0xd000 : 0xc000));
    message.putShort((short) lifetimeUnits).put(new byte[] {1, 0, 3, 16});
    message.put(IpAddress.parse(careOf).bytes());
    checksum(message, home, AGENT, MOBILITY, 4);
    ByteBuffer options = ByteBuffer.allocate(24);
    options.put(new byte[] {(byte) MOBILITY, 2, 1, 2, 0, 0});
    options.put(new byte[] {(byte) HOME_ADDRESS, 16}).put(IpAddress.parse(home).bytes());
    return packet(careOf, AGENT, 60, options.array(), message.array());
  }

  /** A Binding Acknowledgement over IPv6 with a Type 2 routing header. */
  Trace answer(
      String home, String careOf, int sequence, int status, int lifetimeUnits, boolean key) {
    ByteBuffer message = ByteBuffer.allocate(16);
    message.put(new byte[] {59, 1, 6, 0, 0, 0, (byte) status, (byte) (key ? 0x80 : 0)});
    message.putShort((short) sequence).putShort((short) lifetimeUnits);
    message.put(new byte[] {1, 2, 0, 0});
    checksum(message, AGENT, home, MOBILITY, 4);
    ByteBuffer routing = ByteBuffer.allocate(24);
    routing.put(new byte[] {(byte) MOBILITY, 2, 2, 1, 0, 0, 0, 0});
    routing.put(IpAddress.parse(home).bytes());
    return packet(AGENT, careOf, 43, routing.array(), message.array());
  }

  /** A whole IKE run: IKE_SA_INIT and IKE_AUTH, request and response. */
  Trace run(String careOf, long spi) {
    return ike(careOf, spi, 0, 34, 0, true)
        .ike(careOf, spi, spi + 1, 34, 0, false)
        .ike(careOf, spi, spi + 1, 35, 1, true)
        .ike(careOf, spi, spi + 1, 35, 1, false);
  }

  /** An INFORMATIONAL of the mobile node and its response. */
  Trace use(String careOf, long spi, int messageId) {
    return ike(careOf, spi, spi + 1, 37, messageId, true)
        .ike(careOf, spi, spi + 1, 37, messageId, false);
  }

  /** Lets time go by. */
  Trace pause(int seconds) {
    tenths += 10 * seconds;
    return this;
  }

  private Trace ike(String careOf, long spiI, long spiR, int type, int id, boolean byUe) {
    ByteBuffer udp = ByteBuffer.allocate(8 + 28 + 16);
    udp.putShort((short) 500).putShort((short) 500).putShort((short) udp.capacity());
    udp.putShort((short) 0).putLong(spiI).putLong(spiR);
    udp.put((byte) (type == 34 ? 43 : 46)).put((byte) 0x20).put((byte) type);
    udp.put((byte) (byUe ? 0x08 : 0x20)).putInt(id).putInt(28 + 16);
    udp.putShort((short) 0).putShort((short) 16).putInt(type * 1000 + id).putInt(byUe ? 1 : 2);
    checksum(udp, byUe ? careOf : AGENT, byUe ? AGENT : careOf, UDP, 6);
    return byUe
        ? packet(careOf, AGENT, UDP, new byte[0], udp.array())
        : packet(AGENT, careOf, UDP, new byte[0], udp.array());
  }

  private Trace packet(String from, String to, int next, byte[] extension, byte[] payload) {
    int length = extension.length + payload.length;
    ByteBuffer packet = ByteBuffer.allocate(16 + 40 + length);
    packet.putInt(1_700_000_000 + tenths / 10).putInt(tenths % 10 * 100_000);
    packet.putInt(40 + length).putInt(40 + length);
    packet.putInt(0x60000000).putShort((short) length).put((byte) next).put((byte) 64);
    packet.put(IpAddress.parse(from).bytes()).put(IpAddress.parse(to).bytes());
    packet.put(extension).put(payload);
    file.writeBytes(packet.array());
    tenths++;
    return this;
  }

  private static void checksum(ByteBuffer message, String from, String to, int next, int at) {
    ByteBuffer all = ByteBuffer.allocate(40 + message.capacity());
    message.rewind();
    all.put(IpAddress.parse(from).bytes()).put(IpAddress.parse(to).bytes());
    all.putInt(message.capacity()).putInt(next).put(message);
    int sum = 0;
    for (int i = 0; i < all.capacity(); i += 2) {
      sum += all.getShort(i) & 0xffff;
    }
    sum = (sum & 0xffff) + (sum >>> 16);
    sum = (sum & 0xffff) + (sum >>> 16);
    message.putShort(at, (short) ~sum);
  }

  Analysis.Source source(String name) {
    return new Analysis.Source.Stream(new ByteArrayInputStream(file.toByteArray()), name);
  }

  /** The capture, cut off in its last packet. */
  Analysis.Source cutShort(String name) {
    byte[] whole = file.toByteArray();
    return new Analysis.Source.Stream(new ByteArrayInputStream(whole, 0, whole.length - 5), name);
  }

  static Report report(Analysis.Source... sources) {
    return Analysis.run(
        List.of(sources), Profile.TS24303, "1.2.3", (name, bytes, frames) -> {}, () -> false);
  }

  Report report() {
    return report(source("trace.pcap"));
  }
}
