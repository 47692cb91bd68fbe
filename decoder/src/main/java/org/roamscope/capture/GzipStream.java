package org.roamscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of gzip members, one after the other (RFC 1952). Throws {@link Damage} where the data
 * is cut, corrupt, followed by something else, or larger than allowed; everything before that has
 * been delivered by then.
 */
final class GzipStream extends InputStream {
  private static final int FLAG_HEADER_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  private final ByteInput raw;
  private final long most;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] one = new byte[1];
  private long produced;
  private long memberStart;
  private boolean inMember;

  /** Reads {@code raw}, and lets at most {@code most} bytes out. */
  GzipStream(ByteInput raw, long most) {
    this.raw = raw;
    this.most = most;
  }

  static boolean startsHere(ByteInput raw) throws IOException {
    return raw.ready(2) == 2 && raw.u8(0) == 0x1f && raw.u8(1) == 0x8b;
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int at, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (!inMember && !startMember()) {
        return -1;
      }
      int count = inflate(to, at, length);
      if (count > 0) {
        return count;
      }
      if (inflater.finished()) {
        endMember();
      } else if (raw.available() == 0) {
        throw cutOff();
      } else if (inflater.needsDictionary()) {
        throw damage("is corrupt");
      }
    }
  }

  private int inflate(byte[] to, int at, int length) throws IOException {
    boolean full = produced >= most;
    int ready = raw.available();
    inflater.setInput(raw.chunk(), raw.index(), ready);
    int count;
    try {
      count =
          full
              ? inflater.inflate(one, 0, 1)
              : inflater.inflate(to, at, (int) Math.min(length, most - produced));
    } catch (DataFormatException e) {
      throw damage("is corrupt");
    }
    raw.skip(ready - inflater.getRemaining());
    if (full && count > 0) {
      throw new Damage("the gzip data expands to more than the " + most + " bytes allowed");
    }
    crc.update(to, at, count);
    produced += count;
    return count;
  }

  private boolean startMember() throws IOException {
    while (raw.available() > 0 && raw.u8(0) == 0) { // padding of a tape block
      raw.skip(1);
    }
    if (raw.available() == 0) {
      return false;
    }
    memberStart = raw.offset();
    if (!startsHere(raw)) {
      throw new Damage(
          "the gzip data ends at byte " + memberStart + " of the file and something else follows");
    }
    if (raw.ready(10) < 10) {
      throw cutOff();
    }
    int method = raw.u8(2);
    int flags = raw.u8(3);
    if (method != 8 || (flags & 0xe0) != 0) {
      throw damage("has an unknown method or flag");
    }
    raw.skip(10);
    if ((flags & FLAG_EXTRA) != 0) {
      need(2);
      int extra = raw.u16(0, ByteOrder.LITTLE_ENDIAN);
      raw.skip(2 + extra);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipText();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipText();
    }
    if ((flags & FLAG_HEADER_CRC) != 0) {
      need(2);
      raw.skip(2);
    }
    inflater.reset();
    crc.reset();
    inMember = true;
    return true;
  }

  private void skipText() throws IOException {
    int octet;
    do {
      need(1);
      octet = raw.u8(0);
      raw.skip(1);
    } while (octet != 0);
  }

  private void endMember() throws IOException {
    need(8);
    if (raw.u32(0, ByteOrder.LITTLE_ENDIAN) != crc.getValue()) {
      throw damage("has a wrong checksum");
    }
    if (raw.u32(4, ByteOrder.LITTLE_ENDIAN) != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw damage("has a wrong length");
    }
    raw.skip(8);
    inMember = false;
  }

  private void need(int count) throws IOException {
    if (raw.ready(count) < count) {
      throw cutOff();
    }
  }

  private Damage cutOff() {
    return new Damage(
        "the gzip data is cut off: the file ends at byte "
            + raw.taken()
            + ", inside the member that starts at byte "
            + memberStart);
  }

  private Damage damage(String what) {
    String place = " (member at byte " + memberStart + ", noticed at byte " + raw.offset() + ")";
    return new Damage("the gzip data " + what + place);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
