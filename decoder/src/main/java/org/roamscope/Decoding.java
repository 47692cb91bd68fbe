package org.roamscope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.PacketRecord;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameNotes;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;

/**
 * Decodes a capture frame by frame, in flat memory: a frame is let go when the receiver returns.
 * Only what asks for the audit reads the capture twice.
 */
public final class Decoding {
  /** Told every frame in capture order. */
  @FunctionalInterface
  public interface Receiver {
    /** What to do next. */
    enum Next {
      /** Go on; the frame was shown, times are counted from it. */
      SHOWN,
      /** Go on; the frame was not shown. */
      SKIPPED,
      /** Stop after this frame. */
      STOP
    }

    /**
     * Takes a frame.
     *
     * @param reader where it comes from, with the interfaces and other blocks read so far
     * @throws IOException when output fails; it ends the run
     */
    Next frame(DecodedFrame frame, CaptureReader reader) throws IOException;

    /**
     * True when a frame can be passed over, not shown, if it is plain traffic: that saves taking it
     * apart.
     *
     * @param number of the frame
     */
    default boolean passesOver(int number) {
      return false;
    }

    /**
     * Told after each frame that was decoded and not passed over: later ones are decoded by what is
     * known now.
     *
     * @param reader where it came from
     * @param decoder of all frames
     */
    default void decoded(CaptureReader reader, FrameDecoder decoder) {}

    /**
     * Told once after the last frame, unless the receiver stopped: blocks may stand behind it.
     *
     * @param reader with the interfaces and other blocks of the whole capture
     */
    default void ended(CaptureReader reader) {}
  }

  /**
   * How a run ended.
   *
   * @param frames frames read
   * @param problems what is wrong with the capture and with the keys in it
   */
  public record Outcome(long frames, List<CaptureProblem> problems) {}

  private Decoding() {}

  /**
   * Audits a capture so that its frames can say what is known of them.
   *
   * @param source the capture, which will be read again
   * @param keys what opens encrypted packets
   * @param version version of this program
   * @param cancelled true to stop early
   */
  public static FrameNotes audit(
      Analysis.Source source,
      KeyRing keys,
      Profile profile,
      String version,
      BooleanSupplier cancelled) {
    Report report =
        Analysis.run(
            List.of(source), keys, profile, version, (name, bytes, frames) -> {}, cancelled);
    return FrameNotes.of(report.audit());
  }

  /**
   * Decodes a capture.
   *
   * @param source the capture
   * @param notes what its audit knows, or {@link FrameNotes#NONE}
   * @param decodeAs ports to read as something else
   * @param keys what opens encrypted packets
   * @param fields filter names that the receiver will ask for
   * @param receiver told every frame
   * @param cancelled true to stop
   * @throws IOException what the receiver threw
   */
  public static Outcome run(
      Analysis.Source source,
      FrameNotes notes,
      DecodeAs decodeAs,
      KeyRing keys,
      Set<String> fields,
      Receiver receiver,
      BooleanSupplier cancelled)
      throws IOException {
    CaptureReader opened;
    try {
      opened = source.open();
    } catch (CaptureException e) {
      return failed(e.offset(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed(0, source.name() + " cannot be read: " + e.getMessage());
    }
    try (CaptureReader reader = opened) {
      FrameDecoder decoder = new FrameDecoder(reader, notes::of, decodeAs, fields, keys);
      while (!cancelled.getAsBoolean()) {
        boolean more;
        try {
          more = reader.advance();
        } catch (IOException e) {
          receiver.ended(reader);
          List<CaptureProblem> problems = new ArrayList<>(decoder.keyProblems());
          problems.add(
              new CaptureProblem(
                  reader.bytesRead(),
                  null,
                  source.name() + " cannot be read further: " + e.getMessage()));
          return new Outcome(reader.framesRead(), problems);
        }
        if (!more) {
          break;
        }
        PacketRecord record = reader.record();
        if (receiver.passesOver(record.number()) && decoder.passOver(record)) {
          continue;
        }
        DecodedFrame decoded = decoder.decode(record.frame());
        switch (receiver.frame(decoded, reader)) {
          case SHOWN -> decoder.displayed(decoded);
          case SKIPPED -> {}
          case STOP -> {
            return ended(reader, decoder);
          }
        }
        receiver.decoded(reader, decoder);
      }
      receiver.ended(reader);
      return ended(reader, decoder);
    }
  }

  private static Outcome ended(CaptureReader reader, FrameDecoder decoder) {
    List<CaptureProblem> problems = new ArrayList<>(reader.problems());
    problems.addAll(decoder.keyProblems());
    return new Outcome(reader.framesRead(), List.copyOf(problems));
  }

  private static Outcome failed(long offset, String message) {
    return new Outcome(0, List.of(new CaptureProblem(offset, null, message)));
  }
}
