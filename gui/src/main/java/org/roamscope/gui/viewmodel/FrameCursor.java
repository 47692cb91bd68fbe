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
import org.roamscope.decode.FrameIndex;
import org.roamscope.decode.FrameNote;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.keys.KeyRing;

/**
 * Finds one frame of a capture again. What a frame means depends on those before it (fragments,
 * keys, the place before), so a frame is reached from the last place of the index by passing all
 * between, of which only those are taken apart that may be more than plain traffic. The cursor then
 * stays, and the next frames are near; the last frames passed are kept for the way back. Not for
 * several threads.
 */
final class FrameCursor {
  private static final int KEPT = 128;

  private final Analysis.Source source;
  private final FrameIndex index;
  private final KeyRing keys;
  private final IntFunction<FrameNote> notes;
  private final Set<String> fields;
  private final Deque<DecodedFrame> passed = new ArrayDeque<>();
  private @Nullable Reading reading;

  /**
   * A way forwards through the capture.
   *
   * @param from where the next frame comes from
   * @param by what decodes it
   * @param after frames before the place of the index that it went on from, 0 without
   */
  private record Reading(CaptureReader from, FrameDecoder by, int after) {}

  /**
   * At the beginning.
   *
   * @param index places of the capture
   * @param notes what is known of the frame of a number, asked when that is passed
   * @param fields fields that will be asked for; they are read in one go
   */
  FrameCursor(
      Analysis.Source source,
      FrameIndex index,
      KeyRing keys,
      IntFunction<FrameNote> notes,
      Set<String> fields) {
    this.source = source;
    this.index = index;
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
    Reading way = towards(number);
    while (!unwanted.getAsBoolean()) {
      if (!way.from.advance()) {
        return null;
      }
      FrameDecoder by = way.by;
      PacketRecord record = way.from.record();
      if (number - record.number() >= KEPT && by.passOver(record)) {
        by.displayed(record);
        continue;
      }
      Frame frame = record.frame();
      DecodedFrame decoded = by.decode(frame);
      if (way.after > 0 && by.hasKeys()) {
        way = begin(null); // the capture holds keys, and what they open depends on all before it
        continue;
      }
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

  /** The way to a frame that is the shortest: the one it is on, or from a place. */
  private Reading towards(int number) throws IOException {
    FrameIndex.Place place = index.before(number - KEPT);
    Reading here = reading;
    return here == null
            || here.from.framesRead() >= number
            || place != null && place.frames() > here.from.framesRead()
        ? begin(place)
        : here;
  }

  private Reading begin(FrameIndex.@Nullable Place place) throws IOException {
    close();
    CaptureReader from = place == null ? source.open() : source.open(place.position());
    Reading begun =
        place == null
            ? new Reading(from, new FrameDecoder(from, notes, DecodeAs.NONE, fields, keys), 0)
            : new Reading(from, place.state().resume(from, notes, fields), place.frames());
    reading = begun;
    return begun;
  }

  /** Frames that reading passed over unread when it began the last time. */
  int begunAfter() {
    return reading == null ? 0 : reading.after;
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
    Reading open = reading;
    reading = null;
    if (open != null) {
      open.from.close();
    }
  }
}
