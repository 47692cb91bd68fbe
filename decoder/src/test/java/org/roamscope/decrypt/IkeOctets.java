package org.roamscope.decrypt;

import static org.roamscope.decrypt.Sealing.join;

import java.nio.ByteBuffer;

/** Octets of IKE messages of both versions. */
final class IkeOctets {
  private IkeOctets() {}

  /** A payload and its type. */
  static final class Payload {
    final int type;
    final byte[] body;

    Payload(int type, byte[] body) {
      this.type = type;
      this.body = body;
    }
  }

  /** Payloads that name one another; the last one names none. */
  static byte[] chain(Payload... payloads) {
    byte[] all = {};
    for (int i = 0; i < payloads.length; i++) {
      int next = i + 1 < payloads.length ? payloads[i + 1].type : 0;
      all = join(all, header(next, payloads[i].body.length), payloads[i].body);
    }
    return all;
  }

  /** A generic header. */
  static byte[] header(int next, int octets) {
    ByteBuffer header = ByteBuffer.allocate(4).put((byte) next).put((byte) 0);
    return header.putShort((short) (4 + octets)).array();
  }

  /** UDP of port 500, without a checksum. */
  static byte[] udp(byte[] message) {
    ByteBuffer header = ByteBuffer.allocate(8).putShort((short) 500).putShort((short) 500);
    header.putShort((short) (8 + message.length)).putShort((short) 0);
    return join(header.array(), message);
  }
}
