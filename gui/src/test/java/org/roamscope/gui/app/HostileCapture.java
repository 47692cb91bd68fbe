package org.roamscope.gui.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.IkeEncoder;
import org.roamscope.ike.IkeEncoder.Endpoint;
import org.roamscope.ike.IkeEncoder.Part;
import org.roamscope.ike.IkeEncoder.Sender;
import org.roamscope.mobility.MobilityEncoder;
import org.roamscope.mobility.MobilityEncoder.AcknowledgementFlag;
import org.roamscope.mobility.MobilityEncoder.UpdateFlag;
import org.roamscope.net.PacketEncoder;

/**
 * A capture whose every name is an attack on the screen: identities, APNs, vendor IDs, comments and
 * names of interfaces hold markup, terminal sequences, bidirectional overrides, zero-width
 * characters, broken UTF-8 and very long strings; some packets are damaged.
 */
final class HostileCapture {
  /** UEs besides those with hostile names. */
  static final int ORDINARY_UES = 3_000;

  /** What stands in names, one string per UE. */
  static final List<String> NAMES =
      List.of(
          "<img src=x onerror=alert(1)>@<b>example</b>.com",
          "\u001b[31mred\u001b]0;title\u0007@example.com",
          "line\r\nfeed\tand\u0000nul@example.com",
          "user\u202egpj.exe\u202c@\u2066example\u2069.com",
          "zero\u200bwidth\u200d\ufeff\u00ad@example.com",
          "\u2028separator\u2029\u0085@example.com",
          "\ue000private\udbff\udfff\u0378@example.com",
          "%s%n{0}${jndi:x}_mnemonic__&amp;@example.com",
          "zalgo" + "\u0301\u0489".repeat(100),
          "x".repeat(240));

  private static final int MOBILITY = 135;
  private static final int UDP = 17;
  private static final int SERVICE_SELECTION = 20;
  private static final int IKE_PORT = 500;
  private static final int IKE_AUTH = 35;
  private static final int IDENTITY_OF_INITIATOR = 35;
  private static final int IDENTITY_OF_RESPONDER = 36;
  private static final int VENDOR_ID = 43;
  private static final int HUGE_COMMENT = 20_000;
  private static final int DAMAGED = 200;
  private static final IpAddress AGENT = IpAddress.parse("2001:db8:100::1");
  private static final byte[] MAC = {2, 0, 0, 0, 0, 1};

  private final List<byte[]> packets = new ArrayList<>();

  private HostileCapture() {}

  /** Writes it; the file. */
  static Path write(Path file) throws IOException {
    var capture = new HostileCapture();
    for (int i = 0; i < NAMES.size(); i++) {
      capture.hostile(i + 1, NAMES.get(i).getBytes(StandardCharsets.UTF_8));
    }
    byte[] loneSurrogates = {(byte) 0xed, (byte) 0xa0, (byte) 0x80, 'a', (byte) 0xc0, (byte) 0x80};
    capture.hostile(NAMES.size() + 1, loneSurrogates);
    int named = capture.packets.size();
    for (int i = 0; i < ORDINARY_UES; i++) {
      capture.binding(0x1000 + i, i % 0xffff, List.of());
    }
    capture.damage(named);
    capture.save(file, named);
    return file;
  }

  /** One UE: IKE with its name, then a binding with its name. */
  private void hostile(int ue, byte[] name) {
    IpAddress careOf = careOf(ue);
    var here = new Endpoint(careOf, IKE_PORT);
    var there = new Endpoint(AGENT, IKE_PORT);
    long initiator = 0x1111_0000L + ue;
    long responder = 0x2222_0000L + ue;
    ike(careOf, AGENT, IkeEncoder.saInit(Sender.INITIATOR_REQUEST, initiator, 0, here, there));
    ike(
        AGENT,
        careOf,
        IkeEncoder.saInit(Sender.RESPONDER_RESPONSE, initiator, responder, there, here));
    byte[] nameType = {2, 0, 0, 0};
    ike(
        careOf,
        AGENT,
        IkeEncoder.message(
            Sender.INITIATOR_REQUEST,
            initiator,
            responder,
            IKE_AUTH,
            1,
            List.of(
                Part.of(IDENTITY_OF_INITIATOR, nameType, name),
                Part.of(IDENTITY_OF_RESPONDER, nameType, apn(name)),
                Part.of(VENDOR_ID, name),
                IkeEncoder.notify(24, name))));
    byte[] cut = cut(name);
    binding(
        ue,
        ue,
        List.of(
            MobilityEncoder.mobileNodeIdentifier(1, cut),
            MobilityEncoder.raw(SERVICE_SELECTION, cut(apn(name)), 1, 0)));
  }

  /** An access point name of its own, so that it can be told from the identity on the screen. */
  private static byte[] apn(byte[] name) {
    var octets = new ByteArrayOutputStream();
    octets.writeBytes("apn.".getBytes(StandardCharsets.UTF_8));
    octets.writeBytes(name);
    return octets.toByteArray();
  }

  private static byte[] cut(byte[] name) {
    return Arrays.copyOf(name, Math.min(name.length, 200));
  }

  private static IpAddress careOf(int ue) {
    return IpAddress.parse("2001:db8:a::" + Integer.toHexString(ue));
  }

  private void ike(IpAddress source, IpAddress destination, byte[] message) {
    byte[] datagram = PacketEncoder.udp(source, IKE_PORT, destination, IKE_PORT, message);
    packets.add(PacketEncoder.ipv6(source, destination, UDP, datagram));
  }

  private void binding(int ue, int sequence, List<MobilityEncoder.Option> options) {
    IpAddress home = IpAddress.parse("2001:db8:100::1:" + Integer.toHexString(ue));
    IpAddress careOf = careOf(ue);
    var update =
        MobilityEncoder.bindingUpdate(
            sequence, Set.of(UpdateFlag.A, UpdateFlag.H, UpdateFlag.K), 3600);
    options.forEach(update::with);
    byte[] asked = update.encode(home, AGENT);
    packets.add(
        PacketEncoder.ipv6(careOf, AGENT, 60, PacketEncoder.homeAddress(MOBILITY, home, asked)));
    byte[] answered =
        MobilityEncoder.bindingAcknowledgement(0, Set.of(AcknowledgementFlag.K), sequence, 3600)
            .encode(AGENT, home);
    packets.add(
        PacketEncoder.ipv6(
            AGENT, careOf, 43, PacketEncoder.routingHeader(MOBILITY, home, answered)));
  }

  /** Copies of the first packets, cut and with other octets. */
  private void damage(int first) {
    var random = new Random(24303);
    for (int i = 0; i < DAMAGED; i++) {
      byte[] whole = packets.get(random.nextInt(first));
      byte[] copy = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int n = random.nextInt(4); n > 0; n--) {
        copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
      }
      packets.add(copy);
    }
  }

  private void save(Path file, int named) throws IOException {
    try (var out = CaptureWriter.pcapng(Files.newOutputStream(file))) {
      String all = String.join(" ", NAMES);
      out.section(List.of(BlockOption.comment(all), option(4, all)));
      out.describe(new CaptureInterface(0, 0, 1, 0, all, List.of(option(2, all), option(3, all))));
      for (int i = 0; i < packets.size(); i++) {
        byte[] frame = PacketEncoder.ethernet(MAC, MAC, packets.get(i));
        List<BlockOption> comments =
            i < named
                ? List.of(
                    BlockOption.comment(NAMES.get(i % NAMES.size())),
                    BlockOption.comment("\u202e".repeat(HUGE_COMMENT)))
                : List.of();
        out.write(new Frame(i + 1, i * 10_000_000L, 1, 0, frame.length, frame, comments));
      }
    }
  }

  private static BlockOption option(int code, String text) {
    return new BlockOption(code, text.getBytes(StandardCharsets.UTF_8));
  }
}
