package org.roamscope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roamscope.capture.CaptureFile;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;

/**
 * Frames of one capture with everything that stands around them, or of several with their
 * interfaces, which are numbered anew.
 */
public final class SliceWriter implements Slicing.Receiver {
  private record Key(int capture, int interfaceId) {}

  private final CaptureFile part;
  private final int captures;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<CaptureInterface> interfaces = new ArrayList<>();

  /**
   * Starts.
   *
   * @param part where the frames go
   * @param captures how many captures they come from
   */
  public SliceWriter(CaptureFile part, int captures) {
    this.part = part;
    this.captures = captures;
  }

  @Override
  public void frame(int capture, Frame frame, CaptureReader reader) throws IOException {
    if (captures == 1) {
      part.write(frame, reader);
      return;
    }
    Integer number = numbers.get(new Key(capture, frame.interfaceId()));
    if (number == null) {
      number = interfaces.size();
      numbers.put(new Key(capture, frame.interfaceId()), number);
      interfaces.add(numbered(number, frame, reader));
    }
    Frame renumbered =
        new Frame(
            frame.number(),
            frame.timeNanos(),
            frame.linkType(),
            number,
            frame.originalLength(),
            frame.data(),
            frame.options());
    part.write(frame.timed() ? renumbered : renumbered.withoutTime(), interfaces);
  }

  private static CaptureInterface numbered(int number, Frame frame, CaptureReader reader) {
    CaptureInterface known = reader.interfaces().get(frame.interfaceId());
    return new CaptureInterface(
        number, 0, known.linkType(), known.snapLength(), known.name(), known.options());
  }
}
