package org.roamscope.decode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.Frame;
import org.roamscope.dissect.Dissection;
import org.roamscope.field.Element;
import org.roamscope.field.Problem;
import org.roamscope.track.At;

/** Builds decoded frames piece by piece. */
public final class TestFrames {
  private static final long NEW_YEAR = 1_767_225_600_000_000_000L;

  private final byte[] data;
  private List<Element> elements = List.of();
  private List<Problem> problems = List.of();
  private List<BlockOption> options = List.of();
  private Mobile mobile = Mobile.NONE;
  private FrameNote note = FrameNote.NOTHING;
  private @Nullable CaptureInterface from;
  private int number = 1;
  private long after;
  private long previousAfter;
  private int decimals = 6;

  /** A frame of these octets. */
  public TestFrames(byte[] data) {
    this.data = data;
  }

  /** What it holds. */
  public TestFrames elements(Element... these) {
    elements = List.of(these);
    return this;
  }

  /** What is wrong with it. */
  public TestFrames problems(Problem... these) {
    problems = List.of(these);
    return this;
  }

  /** A comment. */
  public TestFrames comment(String text) {
    options = List.of(BlockOption.comment(text));
    return this;
  }

  /** Whose mobility it is about. */
  public TestFrames mobile(Mobile of) {
    mobile = of;
    return this;
  }

  /** An interface of that name. */
  public TestFrames from(String name) {
    from = new CaptureInterface(0, 0, 101, 0, name, List.of());
    return this;
  }

  /** The UE, the response time and a finding, as an audit would say. */
  public TestFrames audited(String ue, long responseNanos, String rule, String message) {
    note = new FrameNote();
    note.ue(ue);
    note.responseTo(7, responseNanos);
    note.add(
        new Finding(
            new RuleInfo(rule, "some-rule", Severity.ERROR, "Sometimes.", List.of()),
            Severity.ERROR,
            Confidence.HIGH,
            null,
            new Evidence(new At(0, number, after), "", ""),
            List.of(),
            message,
            Map.of()));
    return this;
  }

  /** Place in the file, and when, nanoseconds after the first frame and the one before. */
  public TestFrames at(int frame, long sinceFirst, long sincePrevious, int digits) {
    number = frame;
    after = sinceFirst;
    previousAfter = sinceFirst - sincePrevious;
    decimals = digits;
    return this;
  }

  /** The frame. */
  public DecodedFrame make() {
    return new DecodedFrame(
        new Frame(number, NEW_YEAR + after, 101, 0, data.length, data, options),
        from,
        new Clock(NEW_YEAR, NEW_YEAR + previousAfter, NEW_YEAR, decimals),
        new Dissection(elements, problems, List.of(), null, null, false, false, List.of()),
        mobile,
        note,
        Set.of());
  }
}
