package org.roamscope.ike;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roamscope.bytes.Hex;
import org.roamscope.ike.IkeEncoder.Part;
import org.roamscope.ike.IkeEncoder.Sender;

/** Messages of the project's lab and made ones, by name. */
final class LabMessages {
  private LabMessages() {}

  /** The lab's. */
  static Map<String, byte[]> recorded() {
    Map<String, byte[]> messages = new LinkedHashMap<>();
    for (String block : text().split("\n\n", -1)) {
      if (!block.startsWith("#")) {
        int line = block.indexOf('\n');
        String name = block.substring(0, block.indexOf(' '));
        messages.put(name, Hex.parse(block.substring(line)));
      }
    }
    return messages;
  }

  static byte[] recorded(String name) {
    byte[] message = recorded().get(name);
    if (message == null) {
      throw new IllegalArgumentException(name);
    }
    return message;
  }

  /** Recorded and made: between them every payload this package knows. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> messages = new LinkedHashMap<>(recorded());
    messages.put("made-inside", inside());
    messages.put("made-inside-v1", insideV1());
    messages.put("made-fragment-v1", v1(132, "00000010 00070201 a1a2a3a4 a5a6a7a8"));
    messages.put(
        "made-skf", IkeEncoder.fragment(Sender.INITIATOR_REQUEST, 1, 2, 35, 1, 1, 2, 35, 100));
    messages.put("made-sk", IkeEncoder.encrypted(Sender.RESPONDER_RESPONSE, 1, 2, 37, 3, 0, 76));
    messages.put("made-main", IkeEncoder.mainMode(1, 0));
    messages.put("made-encrypted-v1", IkeEncoder.encryptedV1(1, 2, 5, 77, 8, 92));
    return messages;
  }

  /** What an IKE_AUTH carries inside SK, here in the clear. */
  static byte[] inside() {
    return IkeEncoder.message(
        Sender.INITIATOR_REQUEST,
        0x1122334455667788L,
        0x99aabbccddeeff00L,
        IkeMessage.IKE_AUTH,
        1,
        List.of(
            part(35, "03000000 75654061706e"), // RFC822 ue@apn
            part(36, "02000000 61706e"), // FQDN apn
            part(35, "01000000 c000020a"), // IPv4
            part(36, "05000000 20010db8000000000000000000000001"), // IPv6
            part(35, "0b000000 0102"), // key id
            part(37, "04 3082"), // certificate
            part(38, "04" + " 00112233".repeat(5)), // certificate request
            part(39, "02000000 aabbccdd"), // shared key
            part(
                47, // CFG_REQUEST: MIP6_HOME_PREFIX empty and full, IP4 address, an unknown one
                "01000000 00100000 00100015 00000e10 20010db800aa00000000000000000000 40"
                    + " 00010004 0a010203 01230002 beef"
                    + " 00130014 20010db8000000000000000000000002 c6336401"),
            part(
                44, // IPv6 range of the Mobility Header, then IPv4, then a Fibre Channel one
                "03000000 08870028 0000ffff"
                    + " 20010db8000000000000000000000000 20010db800000000ffffffffffffffff"
                    + " 07000010 0000ffff 00000000 ffffffff"
                    + " 09000010 00010203 00040506 01020304"),
            part(45, "01000000 08000028 0000ffff" + " 00".repeat(16) + "ff".repeat(16)),
            part(48, "0201000b 01 757365724061"), // EAP response, identity
            part(
                48,
                "01020020 17 010000 01050000" + "aa".repeat(16) + "0b010000"), // EAP request, AKA
            part(48, "03030004"), // EAP success
            part(42, "03040002 00001001 00001002"), // delete two ESP SAs
            part(41, "03044009 00001001"), // REKEY_SA of an ESP SA
            part(43, "766964"),
            part(49, "00"),
            part(99, "0102")));
  }

  /** What Quick Mode and Informational exchanges carry, here in the clear. */
  static byte[] insideV1() {
    String header = "0000000000000001 0000000000000002 08 10 05 00 00000001 ";
    String chain =
        "01000008 01020304" // hash
            + "05000040 00000001 00000001" // SA, IPsec, identity only
            + "00000034 01030401 00001001" // proposal 1: ESP, SPI, one transform
            + "00000028 010c0000" // transform 1: AES-CBC
            + "80010001 0002000400000e10 80040002 80050002 80060080 80030002 8002000a" // attributes
            + "0500000c 01110000 c000020a" // ID: IPv4, UDP
            + "05000010 04000000 c0000200 ffffff00" // subnet
            + "0b000018 05870000 20010db8000000000000000000000001" // ID: IPv6, MH
            + "0c000020 00000001 01108d28 00000000000000010000000000000002 00000007" // DPD
            + "0e000010 00000001 03040001 00001001" // delete
            + "1400001a 01000007 00010004 c000020a 8002ffff 40880002 4142" // mode config
            + "15000008 a1a2a3a4" // NAT-D
            + "1500000c 01000000 c000020a" // NAT-OA, IPv4
            + "06000018 05000000 20010db8000000000000000000000001" // NAT-OA, IPv6
            + "07000006 0430" // certificate
            + "09000005 04" // certificate request
            + "10000006 0102" // signature
            + "00000005 aa"; // SA TEK payload, unknown here
    byte[] body = Hex.parse(chain);
    return Hex.parse(header + String.format("%08x", 28 + body.length) + chain);
  }

  private static Part part(int type, String body) {
    return Part.of(type, Hex.parse(body));
  }

  private static byte[] v1(int first, String body) {
    int octets = 28 + Hex.parse(body).length;
    return Hex.parse(
        "0000000000000001 0000000000000002"
            + String.format("%02x 10 02 01 00000000 %08x", first, octets)
            + body);
  }

  private static String text() {
    try (InputStream in = LabMessages.class.getResourceAsStream("messages.txt")) {
      if (in == null) {
        throw new IllegalStateException("messages.txt");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
