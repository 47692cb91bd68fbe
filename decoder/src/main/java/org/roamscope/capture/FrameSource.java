package org.roamscope.capture;

import java.io.IOException;

/** Packets of one capture format. */
sealed interface FrameSource permits PcapSource, PcapngSource {
  /** Name of the format, for people and reports. */
  String format();

  /**
   * Reads the next packet into the record; false when no more can be read, and then it is not asked
   * again.
   */
  boolean next(PacketRecord record) throws IOException;

  /** Makes the packet just read number 1; those after it follow. */
  void renumber(PacketRecord record);
}
