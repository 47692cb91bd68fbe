package org.roamscope.gui.viewmodel;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;
import org.roamscope.report.Report;
import org.roamscope.report.Tone;
import org.roamscope.track.At;
import org.roamscope.track.IkeSa;

/**
 * Numbers and times of a report as the pages say them.
 *
 * @param several true with several captures: frames are {@code capture:frame}
 * @param firstNanos time of the first frame, the zero of relative times
 */
public record ReportTexts(boolean several, long firstNanos) {
  /** For no report. */
  public static final ReportTexts NONE = new ReportTexts(false, 0);

  /** Frames in the order of their numbers, capture by capture. */
  public static final Comparator<At> BY_NUMBER =
      Comparator.comparingInt(At::capture).thenComparingInt(At::frame);

  private static final double NANOS = 1e9;
  private static final int MAX_PLACES = 6;

  /** For a report. */
  public static ReportTexts of(Report report) {
    return new ReportTexts(
        report.captures().size() > 1, report.audit().correlation().observation().firstNanos());
  }

  /** Number of a frame as the packet list has it. */
  public String number(At at) {
    return several ? at.capture() + 1 + ":" + at.frame() : Integer.toString(at.frame());
  }

  /** Seconds since the first frame. */
  public String seconds(At at) {
    return String.format(Locale.ROOT, "%.6f", (at.timeNanos() - firstNanos) / NANOS);
  }

  /** K asked and granted, for example {@code 1 / 0}; a question mark for what was not seen. */
  static String k(@Nullable Boolean asked, @Nullable Boolean granted) {
    return bit(asked) + " / " + bit(granted);
  }

  /** A sign that says without colour how bad something is. */
  public static String sign(Tone tone) {
    return switch (tone) {
      case BAD -> "✗";
      case DOUBTFUL -> "▲";
      case NOTABLE -> "●";
      case GOOD -> "✓";
    };
  }

  private static String bit(@Nullable Boolean set) {
    return set == null ? "?" : set ? "1" : "0";
  }

  /** The places of an end of an IKE SA, one after the other. */
  public String places(IkeSa sa, End end) {
    StringBuilder text = new StringBuilder();
    String last = "";
    int told = 0;
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      String now =
          switch (end) {
            case INITIATOR -> place(ends.initiator(), ends.initiatorPort());
            case RESPONDER -> place(ends.responder(), ends.responderPort());
          };
      if (now.equals(last)) {
        continue;
      }
      if (told == MAX_PLACES) {
        return text.append(" → …").toString();
      }
      text.append(told++ == 0 ? "" : " → ").append(now);
      last = now;
    }
    return text.toString();
  }

  /** An address with its port. */
  public static String place(IpAddress address, int port) {
    return address.toString().indexOf(':') >= 0
        ? "[" + address + "]:" + port
        : address + ":" + port;
  }

  /** An end of an IKE SA. */
  public enum End {
    /** Who began it. */
    INITIATOR,
    /** Who answered. */
    RESPONDER
  }
}
