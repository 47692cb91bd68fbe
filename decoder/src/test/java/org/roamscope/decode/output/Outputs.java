package org.roamscope.decode.output;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameNotes;
import org.roamscope.dissect.DecodeAs;

/** Runs outputs over frames. */
final class Outputs {

  private Outputs() {}

  /** All of it. */
  static String whole(FrameOutput output, DecodedFrame... frames) {
    try {
      StringBuilder out = new StringBuilder();
      output.begin(out);
      for (DecodedFrame frame : frames) {
        output.frame(frame, out);
      }
      output.end(out);
      return out.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String whole(FrameOutput output, Path capture) {
    return whole(output, decoded(capture).toArray(DecodedFrame[]::new));
  }

  static List<DecodedFrame> decoded(Path capture) {
    try (CaptureReader reader =
        CaptureReader.open(
            new ByteArrayInputStream(Files.readAllBytes(capture)), capture.toString())) {
      FrameDecoder decoder = new FrameDecoder(reader, FrameNotes.NONE, DecodeAs.NONE, Set.of());
      List<DecodedFrame> frames = new ArrayList<>();
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        DecodedFrame decoded = decoder.decode(frame);
        decoder.displayed(decoded);
        frames.add(decoded);
      }
      return frames;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
