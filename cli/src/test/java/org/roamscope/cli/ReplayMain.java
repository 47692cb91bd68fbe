package org.roamscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.pcap4j.core.PcapHandle;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;

/**
 * Sends the frames of a capture on an interface: {@code ReplayMain FILE INTERFACE [TIMES]}. Without
 * TIMES once and at their own pace, else so many times as fast as it can.
 */
final class ReplayMain {
  private ReplayMain() {}

  public static void main(String[] args) throws Exception {
    List<Frame> frames = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(Path.of(args[0]))) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame);
      }
    }
    boolean paced = args.length < 3;
    int times = paced ? 1 : Integer.parseInt(args[2]);
    try (PcapHandle out = new PcapHandle.Builder(args[1]).build()) {
      long begun = System.nanoTime();
      for (int i = 0; i < times; i++) {
        for (Frame frame : frames) {
          long due = begun + frame.timeNanos() - frames.getFirst().timeNanos();
          if (paced) {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
          }
          out.sendPacket(frame.data());
        }
      }
    }
  }
}
