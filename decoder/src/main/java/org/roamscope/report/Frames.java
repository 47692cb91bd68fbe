package org.roamscope.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.roamscope.track.At;

/**
 * Frame numbers and relative times as text.
 *
 * @param several true with several captures: frames are {@code capture:frame}
 * @param firstNanos time of the first frame, the zero of relative times
 */
public record Frames(boolean several, long firstNanos) {
  /** Frames printed before "and N more". */
  private static final int SHOWN = 12;

  private static final Comparator<At> ORDER = Comparator.naturalOrder();

  /** One number: {@code 17}, or {@code 2:17}; that also where a watch has a second part. */
  public String number(At at) {
    return several || at.capture() > 0
        ? at.capture() + 1 + ":" + at.frame()
        : Integer.toString(at.frame());
  }

  /** {@code frames 11, 12, 17}, in time order, each once. */
  String list(Collection<At> frames) {
    List<At> sorted = frames.stream().distinct().sorted(ORDER).toList();
    if (sorted.isEmpty()) {
      return "no frame";
    }
    StringBuilder text = new StringBuilder(sorted.size() == 1 ? "frame" : "frames");
    for (int i = 0; i < sorted.size() && i < SHOWN; i++) {
      text.append(i == 0 ? Lines.GLUE : ' ').append(number(sorted.get(i)));
      text.append(i + 1 < Math.min(sorted.size(), SHOWN) ? "," : "");
    }
    if (sorted.size() > SHOWN) {
      text.append(" and").append(Lines.GLUE).append(sorted.size() - SHOWN);
      text.append(Lines.GLUE).append("more");
    }
    return text.toString();
  }

  /** Seconds since the first frame, six decimals. */
  public String seconds(long timeNanos) {
    long micros = Math.floorDiv(timeNanos - firstNanos, 1000);
    StringBuilder text = new StringBuilder(20);
    // A one before the decimals keeps their zeros, and gives its place to the point.
    long size = Math.abs(micros);
    text.append(micros < 0 ? "-" : "").append(size / 1_000_000);
    int point = text.length();
    text.append(1_000_000 + size % 1_000_000).setCharAt(point, '.');
    return text.toString();
  }

  /** {@code 32.114 ms}, glued. */
  static String millis(long nanos) {
    long micros = Math.round(nanos / 1000.0);
    return BigDecimal.valueOf(micros, 3).toPlainString() + Lines.GLUE + "ms";
  }

  /** {@code 1 handover}, {@code 2 handovers}, glued. */
  static String count(long number, String one, String many) {
    return number + String.valueOf(Lines.GLUE) + Lines.glued(number == 1 ? one : many);
  }
}
