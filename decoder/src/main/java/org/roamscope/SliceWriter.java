package org.roamscope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureFile;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;

/**
 * Frames of one capture with everything that stands around them, or of several with their
 * interfaces, which are numbered anew, and the comments of their sections, each at the first frame
 * of its section.
 */
public final class SliceWriter implements Slicing.Receiver {
  private record Key(int capture, int interfaceId) {}

  private final CaptureFile part;
  private final int captures;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final Map<Integer, Integer> sections = new HashMap<>();
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
    part.write(frame.with(number, options(capture, frame, reader)), interfaces);
  }

  private List<BlockOption> options(int capture, Frame frame, CaptureReader reader) {
    List<List<BlockOption>> begun = reader.sectionOptions();
    Integer before = sections.put(capture, begun.size());
    if (begun.isEmpty() || before != null && before == begun.size()) {
      return frame.options();
    }
    List<BlockOption> options = new ArrayList<>(frame.options());
    begun.getLast().stream()
        .filter(option -> option.code() == BlockOption.COMMENT)
        .forEach(options::add);
    return options;
  }

  private static CaptureInterface numbered(int number, Frame frame, CaptureReader reader) {
    CaptureInterface known = reader.interfaces().get(frame.interfaceId());
    return new CaptureInterface(
        number, 0, known.linkType(), known.snapLength(), known.name(), known.options());
  }
}
