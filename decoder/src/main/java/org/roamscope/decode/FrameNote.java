package org.roamscope.decode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;

/** What the correlation of the whole capture knows of one frame. */
public final class FrameNote {
  /** For frames of which nothing is known. */
  static final FrameNote NOTHING = new FrameNote();

  private final List<Handover> handovers = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable String ue;
  private @Nullable String ikeSa;
  private @Nullable Integer responseIn;
  private @Nullable Integer responseTo;
  private @Nullable Long responseNanos;
  private @Nullable Integer retransmissionOf;

  FrameNote() {}

  void add(Handover handover) {
    handovers.add(handover);
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  void ue(String name) {
    ue = name;
  }

  void ikeSa(String spi) {
    ikeSa = spi;
  }

  void responseIn(int frame) {
    responseIn = frame;
  }

  void responseTo(int frame, long nanos) {
    responseTo = frame;
    responseNanos = nanos;
  }

  void retransmissionOf(int frame) {
    retransmissionOf = frame;
  }

  /** Handovers that this frame is evidence for. */
  public List<Handover> handovers() {
    return List.copyOf(handovers);
  }

  /** Findings whose primary frame this is. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Home address of the UE, or null. */
  public @Nullable String ue() {
    return ue;
  }

  /** Initiator SPI of the IKE SA, 16 hexadecimal digits, or null. */
  public @Nullable String ikeSa() {
    return ikeSa;
  }

  /** Frame of the response to this request, or null. */
  public @Nullable Integer responseIn() {
    return responseIn;
  }

  /** Frame of the request that this answers, or null. */
  public @Nullable Integer responseTo() {
    return responseTo;
  }

  /** Nanoseconds from the last transmission of the request, or null. */
  public @Nullable Long responseNanos() {
    return responseNanos;
  }

  /** First transmission of what this frame repeats, or null. */
  public @Nullable Integer retransmissionOf() {
    return retransmissionOf;
  }
}
