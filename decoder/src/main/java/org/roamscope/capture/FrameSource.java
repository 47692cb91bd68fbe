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

  /** What it knows between two packets, apart from the ledger. */
  State state();

  /** What a source knows between two packets: enough to go on in another input. */
  sealed interface State permits PcapSource.State, PcapngSource.State {
    /**
     * Goes on.
     *
     * @param in where the next packet begins
     * @param ledger what was learnt of the file so far
     */
    FrameSource resume(ByteInput in, Ledger ledger, CaptureReader.Limits limits);
  }

  /** Makes the packet just read number 1; those after it follow. */
  void renumber(PacketRecord record);
}
