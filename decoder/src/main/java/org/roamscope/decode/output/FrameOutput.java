package org.roamscope.decode.output;

import java.io.IOException;
import org.roamscope.decode.DecodedFrame;

/** Writes decoded frames in one form. Every text out of a packet is escaped for that form. */
public interface FrameOutput {
  /** What stands before the first frame. */
  void begin(Appendable out) throws IOException;

  /** One frame; frames come in capture order. */
  void frame(DecodedFrame frame, Appendable out) throws IOException;

  /** What stands after the last frame, also when there was none. */
  void end(Appendable out) throws IOException;
}
