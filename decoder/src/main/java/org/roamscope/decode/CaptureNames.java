package org.roamscope.decode;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.RawBlock;
import org.roamscope.field.IpAddress;

/**
 * Names of addresses that a capture holds itself, in Name Resolution Blocks of pcapng
 * (draft-ietf-opsawg-pcapng, section 4.4): records until one of type 0.
 *
 * <pre>
 * type (16)  length (16)  address (32 or 128 bits)  names in UTF-8, a zero octet behind each, padded
 * </pre>
 *
 * <p>Of a record the first name counts, of an address the first record. Who made the capture chose
 * the names: they are text, and one that is an address itself is left out, for it would pass for
 * another place than it stands for.
 */
public final class CaptureNames {
  /** Names kept; far more than a resolver asks for. */
  public static final int MOST = 100_000;

  /** Octets of a name; DNS has no longer ones (RFC 1035, section 2.3.4). */
  public static final int MAX_LENGTH = 255;

  private static final int IPV4 = 1;
  private static final int IPV6 = 2;
  private static final int IPV4_OCTETS = 4;
  private static final int IPV6_OCTETS = 16;

  private final Map<IpAddress, String> names = new HashMap<>();
  private int seen;
  private int leftOut;

  /** Nothing was looked at yet. */
  public CaptureNames() {}

  /** Takes the names of the blocks that were read since the last call. */
  public void take(CaptureReader reader) {
    if (seen == reader.otherBlocksRead()) {
      return;
    }
    List<RawBlock> blocks = reader.otherBlocks();
    for (; seen < blocks.size(); seen++) {
      if (blocks.get(seen).type() == RawBlock.NAMES) {
        take(blocks.get(seen));
      }
    }
  }

  private void take(RawBlock block) {
    ByteBuffer body = ByteBuffer.wrap(block.body()).order(block.order());
    try {
      while (body.remaining() >= 4) {
        int type = Short.toUnsignedInt(body.getShort());
        int length = Short.toUnsignedInt(body.getShort());
        if (type == 0) {
          return; // options follow: which server was asked, and when
        }
        byte[] value = new byte[length];
        body.get(value);
        body.position(Math.min(body.limit(), body.position() + (-length & 3)));
        switch (type) {
          case IPV4 -> record(value, IPV4_OCTETS);
          case IPV6 -> record(value, IPV6_OCTETS);
          default -> {
            // Names of MAC addresses.
          }
        }
      }
    } catch (BufferUnderflowException e) {
      leftOut++; // a length inside goes past the end
    }
  }

  private void record(byte[] value, int octets) {
    if (value.length <= octets) {
      leftOut++;
      return;
    }
    Slice slice = Slice.of(value);
    IpAddress address = octets == IPV4_OCTETS ? IpAddress.v4(slice, 0) : IpAddress.v6(slice, 0);
    int end = octets;
    while (end < value.length && value[end] != 0) {
      end++;
    }
    String name = text(value, octets, end);
    if (name.isEmpty() || names.size() == MOST && !names.containsKey(address)) {
      leftOut++;
    } else {
      names.putIfAbsent(address, name);
    }
  }

  /** A name, or nothing when it is none. */
  private static String text(byte[] value, int from, int to) {
    if (to - from > MAX_LENGTH) {
      return "";
    }
    String name;
    try {
      name =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(value, from, to - from))
              .toString()
              .strip();
    } catch (CharacterCodingException e) {
      return "";
    }
    return isAddress(name) ? "" : name;
  }

  private static boolean isAddress(String name) {
    try {
      IpAddress.parse(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The name of each address that has one, as it stands in the capture: not made printable. */
  public Map<IpAddress, String> names() {
    return Map.copyOf(names);
  }

  /** How many addresses have a name. */
  public int count() {
    return names.size();
  }

  /** Records that are none, that hold no name, or beyond those kept. */
  public int leftOut() {
    return leftOut;
  }
}
