package org.roamscope.decode;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.ike.DecryptedPayloads;
import org.roamscope.ike.Encrypted;
import org.roamscope.ike.EncryptedFragment;
import org.roamscope.ike.IkeHeader;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.net.PacketEncoder;

/** An IKE message as it would have been sent without encryption. */
final class OpenedMessage {
  private static final int NEXT_PAYLOAD_AT = 16;
  private static final int FLAGS_AT = 19;
  private static final int LENGTH_AT = 24;
  private static final int ENCRYPTED = 1;

  private OpenedMessage() {}

  /**
   * The message with its payloads in place of what was encrypted, without padding.
   *
   * @param message a message that {@code inside} came out of, or its last fragment
   * @param inside all of its payloads
   */
  static Optional<byte[]> of(IkeMessage message, DecryptedPayloads inside) {
    return switch (message.majorVersion()) {
      case 1 -> Optional.of(version1(message, inside));
      case 2 -> version2(message, inside);
      default -> Optional.empty();
    };
  }

  /** RFC 2408 section 3.1: the E flag says that all after the header is encrypted. */
  private static byte[] version1(IkeMessage message, DecryptedPayloads inside) {
    Slice plain = inside.slice();
    int octets = Math.max(0, plain.length() - inside.decryption().padding().length());
    byte[] all =
        PacketEncoder.join(
            message.slice().bytes(0, IkeHeader.OCTETS), plain.part(0, octets).bytes());
    all[FLAGS_AT] &= ~ENCRYPTED;
    return sized(all);
  }

  /** RFC 7296 section 3.14: SK is the last payload, and names the first one inside. */
  private static Optional<byte[]> version2(IkeMessage message, DecryptedPayloads inside) {
    @Nullable IkePayload before = null;
    for (IkePayload part : message.parts()) {
      int first;
      Slice payloads;
      switch (part) {
        case Encrypted sealed -> {
          first = sealed.nextPayload();
          Slice plain = inside.slice();
          // Padding, and an octet with its length.
          payloads =
              plain.part(
                  0, Math.max(0, plain.length() - inside.decryption().padding().length() - 1));
        }
        case EncryptedFragment piece -> {
          first = inside.parts().isEmpty() ? 0 : inside.parts().getFirst().type();
          payloads = inside.slice();
        }
        default -> {
          before = part;
          continue;
        }
      }
      int at = part.slice().offset() - message.slice().offset();
      byte[] all = PacketEncoder.join(message.slice().bytes(0, at), payloads.bytes());
      int pointer =
          before == null ? NEXT_PAYLOAD_AT : before.slice().offset() - message.slice().offset();
      all[pointer] = (byte) first;
      return Optional.of(sized(all));
    }
    return Optional.empty();
  }

  private static byte[] sized(byte[] message) {
    ByteBuffer.wrap(message).putInt(LENGTH_AT, message.length);
    return message;
  }
}
