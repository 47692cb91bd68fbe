package org.roamscope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.decode.ForwardPass;
import org.roamscope.decrypt.Decryptor;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.Dissection;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import org.roamscope.share.Outline;
import org.roamscope.share.SlicePlan;

/** Takes out of captures the frames that one verdict or finding needs. */
public final class Slicing {
  /** Told every frame of the slice in the order of their times. */
  @FunctionalInterface
  public interface Receiver {
    /**
     * Takes a frame.
     *
     * @param capture which capture it comes from, from 0
     * @param frame the frame
     * @param reader the capture, with the interfaces and other blocks read so far
     * @throws IOException when output fails; it ends the run
     */
    void frame(int capture, Frame frame, CaptureReader reader) throws IOException;
  }

  private final List<Analysis.Source> sources;
  private final KeyRing keys;
  private final Profile profile;
  private final BooleanSupplier cancelled;

  /**
   * Starts.
   *
   * @param sources the captures; they are read several times
   * @param keys what opens encrypted packets, for the audits before and after
   * @param profile the profile of both audits
   * @param cancelled true to stop early
   */
  public Slicing(
      List<Analysis.Source> sources, KeyRing keys, Profile profile, BooleanSupplier cancelled) {
    this.sources = List.copyOf(sources);
    this.keys = keys;
    this.profile = profile;
    this.cancelled = cancelled;
  }

  /** The audit of the captures. */
  public Report audit() {
    return audit(sources);
  }

  private Report audit(List<Analysis.Source> captures) {
    return Analysis.run(captures, keys, profile, "", (name, bytes, frames) -> {}, cancelled);
  }

  /** What the audit of a slice does not say and should, see {@link SlicePlan#missing}. */
  public List<String> missing(SlicePlan plan, Analysis.Source slice) {
    return plan.missing(audit(List.of(slice)).audit());
  }

  /** A capture, and the frame that it is at. */
  private static final class Reading {
    final int capture;
    final CaptureReader reader;
    final ForwardPass pass;
    @Nullable Frame frame;

    Reading(int capture, CaptureReader reader, KeyRing keys) throws IOException {
      this.capture = capture;
      this.reader = reader;
      pass = new ForwardPass(reader, new Decryptor(keys), DecodeAs.NONE);
      frame = reader.next();
    }

    long time() {
      return frame == null ? Long.MAX_VALUE : frame.timeNanos();
    }
  }

  /**
   * Writes the frames that a plan takes.
   *
   * @param whole the audit of the captures
   * @return how many
   * @throws IOException when a capture cannot be read, and what the receiver threw
   */
  public long copy(Report whole, SlicePlan plan, SlicePlan.Width width, Receiver receiver)
      throws IOException {
    List<CaptureReader> open = new ArrayList<>();
    long taken = 0;
    try {
      PriorityQueue<Reading> readings =
          new PriorityQueue<>(
              Comparator.comparingLong(Reading::time).thenComparingInt(one -> one.capture));
      for (Analysis.Source source : sources) {
        CaptureReader reader = source.open();
        open.add(reader);
        readings.add(new Reading(open.size() - 1, reader, keys));
      }
      while (!readings.isEmpty() && !cancelled.getAsBoolean()) {
        Reading reading = readings.remove();
        Frame frame = reading.frame;
        if (frame != null) {
          long last = whole.captures().get(reading.capture).packets();
          boolean end = frame.number() == 1 || frame.number() == last;
          Dissection dissection = dissected(reading, frame);
          if (end && SlicePlan.takesEnds(width)
              || plan.takes(width, Outline.of(reading.capture, frame, dissection))) {
            receiver.frame(reading.capture, frame, reading.reader);
            taken++;
          }
          reading.frame = reading.reader.next();
          readings.add(reading);
        }
      }
    } finally {
      for (CaptureReader reader : open) {
        reader.close();
      }
    }
    return taken;
  }

  private static Dissection dissected(Reading reading, Frame frame) {
    Dissection dissection = reading.pass.next(frame);
    if (dissection.fragment() != null) {
      reading.pass.complete(frame, dissection.fragment());
    }
    return dissection;
  }
}
