package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.capture.PacketRecord;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameNote;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.keys.KeyRing;

/**
 * Finds one frame of a capture again. What a frame means depends on those before it (fragments,
 * keys, the place before), so a frame is reached by passing all before it, of which only those are
 * taken apart that may be more than plain traffic. The cursor then stays, and the next frames are
 * near; the last frames passed are kept for the way back. Not for several threads.
 */
final class FrameCursor {
  private static final int KEPT = 128;

  private final Analysis.Source source;
  private final KeyRing keys;
  private final IntFunction<FrameNote> notes;
  private final Set<String> fields;
  private final Deque<DecodedFrame> passed = new ArrayDeque<>();
  private @Nullable CaptureReader reader;
  private @Nullable FrameDecoder decoder;

  /**
   * At the beginning.
   *
   * @param notes what is known of the frame of a number, asked when that is passed
   * @param fields fields that will be asked for; they are read in one go
   */
  FrameCursor(
      Analysis.Source source, KeyRing keys, IntFunction<FrameNote> notes, Set<String> fields) {
    this.source = source;
    this.keys = keys;
    this.notes = notes;
    this.fields = fields;
  }

  /**
   * The frame of that number; null when there is none, or when nobody wants it any more.
   *
   * @throws IOException when the file cannot be read again
   */
  @Nullable DecodedFrame find(int number, BooleanSupplier unwanted) throws IOException {
    for (DecodedFrame known : passed) {
      if (known.frame().number() == number) {
        return known;
      }
    }
    CaptureReader from = reader;
    FrameDecoder by = decoder;
    if (from == null || by == null || from.framesRead() >= number) {
      close();
      from = source.open();
      by = new FrameDecoder(from, notes, DecodeAs.NONE, fields, keys);
      reader = from;
      decoder = by;
    }
    while (!unwanted.getAsBoolean()) {
      if (!from.advance()) {
        return null;
      }
      PacketRecord record = from.record();
      if (number - record.number() >= KEPT && by.passOver(record)) {
        by.displayed(record);
        continue;
      }
      Frame frame = record.frame();
      DecodedFrame decoded = by.decode(frame);
      by.displayed(decoded);
      if (number - frame.number() < KEPT) {
        keep(decoded);
      }
      if (frame.number() == number) {
        return decoded;
      }
    }
    return null;
  }

  /** More is known of frames than when they were passed. */
  void forgetNotes() {
    passed.clear();
  }

  private void keep(DecodedFrame frame) {
    if (passed.size() == KEPT) {
      passed.removeFirst();
    }
    passed.addLast(frame);
  }

  /** Lets the file go; the cursor can be used again. */
  void close() throws IOException {
    passed.clear();
    CaptureReader open = reader;
    reader = null;
    decoder = null;
    if (open != null) {
      open.close();
    }
  }
}
