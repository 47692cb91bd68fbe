package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.SliceWriter;
import org.roamscope.Slicing;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureFile;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;
import org.roamscope.report.FrameComments;
import org.roamscope.report.Report;
import org.roamscope.share.SlicePlan;
import org.roamscope.share.SliceRequest;
import org.roamscope.track.At;
import org.roamscope.track.Ue;

/**
 * Writes packets of the open captures as pcapng, whole or not at all, without decryption secrets.
 * For a background thread.
 *
 * @param captures where the packets come from
 * @param comments verdicts and findings for each packet, or null to write none
 * @param own the user's comments, by row
 * @param cancelled true to stop; nothing is written then
 */
record PacketExport(
    CaptureSet captures,
    @Nullable FrameComments comments,
    Map<Integer, String> own,
    BooleanSupplier cancelled) {
  private static final Set<Integer> LEFT_OUT = Set.of(RawBlock.SECRETS);
  private static final long CONTEXT_NANOS = 2 * At.SECOND;
  private static final int TELL_EVERY = 1024;

  /**
   * What was written.
   *
   * @param packets how many
   * @param mark number in the new file of the packet that was asked about, 0 when it is not in it
   */
  record Written(long packets, long mark) {}

  /** A capture and the frame that it is at. */
  private static final class Reading {
    private final int capture;
    private final CaptureReader reader;
    private @Nullable Frame frame;

    Reading(int capture, CaptureReader reader) throws IOException {
      this.capture = capture;
      this.reader = reader;
      frame = reader.next();
    }

    long time() {
      return frame == null ? Long.MAX_VALUE : frame.timeNanos();
    }
  }

  /**
   * Writes rows in the order of their times.
   *
   * @param wanted which rows
   * @param mark a row whose number in the new file matters, -1 for none
   * @param read told octets read so far
   * @return empty when it was cancelled
   */
  Optional<Written> rows(IntPredicate wanted, int mark, Path to, LongConsumer read)
      throws IOException {
    List<Reading> open = new ArrayList<>();
    try (CaptureFile file = file(to)) {
      for (Analysis.Source source : captures.sources()) {
        open.add(new Reading(open.size(), source.open()));
      }
      Slicing.Receiver writer = writer(file);
      long seen = 0;
      long taken = 0;
      long marked = 0;
      for (Reading next = first(open); next != null; next = first(open)) {
        Frame frame = next.frame;
        if (cancelled.getAsBoolean()) {
          return Optional.empty();
        }
        if (frame != null) {
          int row = captures.row(new At(next.capture, frame.number(), 0));
          if (row >= 0 && wanted.test(row)) {
            writer.frame(next.capture, frame, next.reader);
            taken++;
            marked = row == mark ? taken : marked;
          }
        }
        next.frame = next.reader.next();
        if (++seen % TELL_EVERY == 0) {
          read.accept(open.stream().mapToLong(one -> one.reader.bytesRead()).sum());
        }
      }
      if (taken == 0) {
        throw new IOException("no packet is to be written");
      }
      file.finish();
      return Optional.of(new Written(taken, marked));
    } finally {
      for (Reading reading : open) {
        reading.reader.close();
      }
    }
  }

  private static @Nullable Reading first(List<Reading> open) {
    Reading first = null;
    for (Reading reading : open) {
      if (reading.frame != null && (first == null || reading.time() < first.time())) {
        first = reading;
      }
    }
    return first;
  }

  /**
   * Writes the part of the captures that says of a UE what the whole says.
   *
   * @param report the audit of the whole
   * @return empty when it was cancelled
   */
  Optional<Written> ue(Ue ue, Report report, Profile profile, Path to) throws IOException {
    Slicing slicing = new Slicing(captures.sources(), captures.keys(), profile, cancelled);
    SlicePlan plan =
        SlicePlan.of(
            report.audit(),
            new SliceRequest(
                Optional.empty(),
                Optional.of(ue),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                CONTEXT_NANOS));
    for (SlicePlan.Width width : SlicePlan.Width.values()) {
      try (CaptureFile file = file(to)) {
        long taken = slicing.copy(report, plan, width, writer(file));
        Analysis.Source part = new Analysis.Source.File(file.written(), to.toString());
        boolean says = slicing.missing(plan, part).isEmpty();
        if (cancelled.getAsBoolean()) {
          return Optional.empty();
        }
        if (says) {
          file.finish();
          return Optional.of(new Written(taken, 0));
        }
      }
    }
    throw new IOException(
        "no part of the captures says of this UE what the whole says; filter and export what is"
            + " displayed");
  }

  private static CaptureFile file(Path to) {
    return new CaptureFile(to, CaptureFile.Format.pcapng, LEFT_OUT);
  }

  private Slicing.Receiver writer(CaptureFile file) {
    SliceWriter writer = new SliceWriter(file, captures.sources().size());
    return (capture, frame, reader) -> writer.frame(capture, commented(capture, frame), reader);
  }

  private Frame commented(int capture, Frame frame) {
    FrameComments known = comments;
    Frame said = known == null ? frame : known.annotated(capture, frame);
    String text = own.get(captures.row(new At(capture, frame.number(), 0)));
    return text == null ? said : FrameComments.with(said, List.of(text));
  }
}
