package org.roamscope.decode.output;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.Mobile;
import org.roamscope.field.Element;
import org.roamscope.field.PlainText;
import org.roamscope.mobility.BindingAcknowledgement;
import org.roamscope.mobility.BindingUpdate;
import org.roamscope.mobility.MobilityHeader;

/** A column of the packet list: the seven of Wireshark and ours. */
public enum Column {
  /** Frame number. */
  NO("No.", ""),
  /** Time, see {@link TimeFormat}. */
  TIME("Time", ""),
  /** Address the frame comes from. */
  SOURCE("Source", ""),
  /** Address it goes to. */
  DESTINATION("Destination", ""),
  /** Innermost protocol that was understood. */
  PROTOCOL("Protocol", ""),
  /** Octets on the wire. */
  LENGTH("Length", ""),
  /** What the frame says. */
  INFO("Info", ""),
  /** Home address, where the frame says it. */
  HOA("HoA", "HoA="),
  /** Care-of address, where the frame says it; {@code (moved)} when it is another one. */
  COA("CoA", "CoA="),
  /** The Key Management Mobility Capability bit of a Binding Update or Acknowledgement. */
  K("K", ""),
  /** Seconds from request to response; needs the audit. */
  RESPONSE("Resp. time", "Resp="),
  /** Home address of the UE the frame belongs to; needs the audit. */
  UE("UE", "UE="),
  /** Rules that found something in this frame; needs the audit. */
  FINDING("Finding", "Finding=");

  /** Stands after a care-of address that is another one than before; seen without colour too. */
  public static final String MOVED = " (moved)";

  private final String title;
  private final String lead;

  Column(String title, String lead) {
    this.title = title;
    this.lead = lead;
  }

  /** Heading. */
  public String title() {
    return title;
  }

  /** Name in an option. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True when the column is empty unless the capture was audited. */
  public boolean audited() {
    return switch (this) {
      case RESPONSE, UE, FINDING -> true;
      case NO, TIME, SOURCE, DESTINATION, PROTOCOL, LENGTH, INFO, HOA, COA, K -> false;
    };
  }

  /** What tells the value from those of its neighbours in a line of text; empty for Wireshark's. */
  String lead() {
    return lead;
  }

  /** True for a column that is left out of a line of text when it is empty. */
  boolean optional() {
    return compareTo(INFO) > 0;
  }

  /** The value, made printable. */
  public String text(DecodedFrame frame, TimeFormat time) {
    StringBuilder out = new StringBuilder();
    write(frame, time, out);
    return out.toString();
  }

  /** Writes the value, made printable. */
  void write(DecodedFrame frame, TimeFormat time, StringBuilder out) {
    switch (this) {
      case NO -> out.append(frame.frame().number());
      case TIME -> time.write(frame, out);
      case SOURCE -> out.append(PlainText.of(frame.summary().source()));
      case DESTINATION -> out.append(PlainText.of(frame.summary().destination()));
      case PROTOCOL -> out.append(PlainText.of(frame.summary().protocol()));
      case LENGTH -> out.append(frame.frame().originalLength());
      case INFO -> out.append(PlainText.of(frame.summary().info()));
      case HOA -> maybe(frame.mobile().homeAddress(), out);
      case COA -> careOf(frame.mobile(), out);
      case K -> key(frame, out);
      case RESPONSE -> response(frame, out);
      case UE -> maybe(frame.note().ue(), out);
      case FINDING -> findings(frame, out);
    }
  }

  private static void maybe(@Nullable Object value, StringBuilder out) {
    if (value != null) {
      out.append(PlainText.of(value.toString()));
    }
  }

  private static void careOf(Mobile mobile, StringBuilder out) {
    maybe(mobile.careOfAddress(), out);
    if (mobile.moved()) {
      out.append(MOVED);
    }
  }

  /** The last one counts: a message inside a tunnel. */
  private static void key(DecodedFrame frame, StringBuilder out) {
    int start = out.length();
    for (Element element : frame.dissection().elements()) {
      if (element instanceof MobilityHeader header) {
        if (header.message() instanceof BindingUpdate update) {
          out.setLength(start);
          out.append(update.keyManagement() ? "K=1" : "K=0");
        } else if (header.message() instanceof BindingAcknowledgement answer) {
          out.setLength(start);
          out.append(answer.keyManagement() ? "K=1" : "K=0");
        }
      }
    }
  }

  private static void response(DecodedFrame frame, StringBuilder out) {
    Long nanos = frame.note().responseNanos();
    if (nanos != null) {
      TimeFormat.plain(nanos, frame.clock().decimals(), out);
    }
  }

  private static void findings(DecodedFrame frame, StringBuilder out) {
    int start = out.length();
    frame
        .note()
        .findings()
        .forEach(finding -> {
          if (out.length() > start) {
            out.append(',');
          }
          out.append(PlainText.of(finding.rule().id()));
        });
  }
}
