package org.roamscope.decode.output;

import java.io.IOException;
import org.roamscope.decode.DecodedFrame;

/** The octets of a frame, sixteen a line ({@code -x}), and an empty line. */
public final class HexOutput implements FrameOutput {
  private static final int ROW = 16;
  private static final int TEXT_COLUMN = 3 * ROW + 2;
  private static final char[] DIGITS = "0123456789abcdef".toCharArray();

  private final StringBuilder text = new StringBuilder(8192);

  /** A dump of every frame. */
  public HexOutput() {}

  @Override
  public void begin(Appendable out) {}

  @Override
  public void frame(DecodedFrame frame, Appendable out) throws IOException {
    text.setLength(0);
    byte[] data = frame.frame().data();
    int width = offsetDigits(data.length);
    for (int at = 0; at < data.length; at += ROW) {
      row(data, at, width);
    }
    out.append(text.append('\n'));
  }

  @Override
  public void end(Appendable out) {}

  /** Four digits, more when the last offset needs them. */
  private static int offsetDigits(int length) {
    int digits = 4;
    while (digits < 8 && Math.max(0, length - 1) >>> 4 * digits != 0) {
      digits++;
    }
    return digits;
  }

  private void row(byte[] data, int at, int width) {
    for (int shift = 4 * (width - 1); shift >= 0; shift -= 4) {
      text.append(DIGITS[at >>> shift & 15]);
    }
    text.append(' ');
    int start = text.length();
    int count = Math.min(ROW, data.length - at);
    for (int i = 0; i < count; i++) {
      int octet = data[at + i] & 0xff;
      text.append(' ').append(DIGITS[octet >>> 4]).append(DIGITS[octet & 15]);
    }
    while (text.length() < start + TEXT_COLUMN + 1) {
      text.append(' ');
    }
    for (int i = 0; i < count; i++) {
      char c = (char) (data[at + i] & 0xff);
      text.append(c >= ' ' && c <= '~' ? c : '.');
    }
    text.append('\n');
  }
}
