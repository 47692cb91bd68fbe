package org.roamscope.capture;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Frames of one capture format. */
sealed interface FrameSource permits PcapSource, PcapngSource {
  /** Name of the format, for people and reports. */
  String format();

  /** The next frame, or null when no more can be read; then it is not asked again. */
  @Nullable Frame next() throws IOException;
}
