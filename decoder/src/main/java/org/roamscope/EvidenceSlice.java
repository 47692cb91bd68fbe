package org.roamscope;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.roamscope.audit.Profile;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import org.roamscope.share.RecentFrames;
import org.roamscope.share.SlicePlan;
import org.roamscope.track.At;

/**
 * The frames that a finding of a watch needs, as a capture with comments: of those at hand the
 * fewest of which an audit says what the watch said.
 */
public final class EvidenceSlice {
  private final byte[] capture;
  private final int frames;
  private final Report report;
  private final List<String> missing;
  private final List<At> gone;

  private EvidenceSlice(
      byte[] capture, int frames, Report report, List<String> missing, List<At> gone) {
    this.capture = capture;
    this.frames = frames;
    this.report = report;
    this.missing = missing;
    this.gone = gone;
  }

  /**
   * What slices are cut from and audited with.
   *
   * @param frames those at hand, in the order of the capture
   * @param interfaces of the capture
   * @param secrets blocks of decryption secrets to copy; empty when they stay behind
   * @param keys what opens encrypted packets
   * @param profile whose text decides
   */
  public record Source(
      List<RecentFrames.Recent> frames,
      List<CaptureInterface> interfaces,
      List<RawBlock> secrets,
      KeyRing keys,
      Profile profile) {
    /** Copies. */
    public Source {
      frames = List.copyOf(frames);
      interfaces = List.copyOf(interfaces);
      secrets = List.copyOf(secrets);
    }
  }

  /**
   * Cuts a slice. When none says what the watch said, as when frames are gone, it is the signalling
   * of the UEs, and {@link #missing()} is not empty.
   *
   * @param plan what it must show
   * @param comment about the whole capture
   * @throws IOException never but for a frame that cannot be written as pcapng
   */
  public static EvidenceSlice of(Source source, SlicePlan plan, String comment) throws IOException {
    List<At> gone = gone(source, plan);
    EvidenceSlice fallback = null;
    List<Frame> before = List.of();
    for (SlicePlan.Width width : SlicePlan.Width.values()) {
      List<Frame> taken = taken(source, plan, width);
      if (fallback == null || !taken.equals(before)) {
        EvidenceSlice slice = audited(source, plan, comment, taken, gone);
        if (slice.missing.isEmpty()) {
          return slice;
        }
        fallback = fallback == null || width == SlicePlan.Width.SIGNALLING ? slice : fallback;
      }
      before = taken;
    }
    if (fallback == null) {
      throw new IllegalStateException("there is a width");
    }
    return fallback;
  }

  private static List<At> gone(Source source, SlicePlan plan) {
    return plan.gone(source.frames().stream().map(one -> one.outline().at()));
  }

  private static List<Frame> taken(Source source, SlicePlan plan, SlicePlan.Width width) {
    List<Frame> taken = new ArrayList<>();
    int last = source.frames().size() - 1;
    for (int i = 0; i <= last; i++) {
      boolean end = (i == 0 || i == last) && SlicePlan.takesEnds(width);
      if (end || plan.takes(width, source.frames().get(i).outline())) {
        taken.add(source.frames().get(i).frame());
      }
    }
    return taken;
  }

  private static EvidenceSlice audited(
      Source source, SlicePlan plan, String comment, List<Frame> frames, List<At> gone)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
      writer.section(List.of(BlockOption.comment(comment)));
      for (CaptureInterface one : source.interfaces()) {
        writer.describe(one);
      }
      for (RawBlock secret : source.secrets()) {
        writer.write(secret);
      }
      for (Frame frame : frames) {
        writer.write(frame);
      }
    }
    byte[] capture = out.toByteArray();
    Report report =
        Analysis.run(
            List.of(octets(capture)),
            source.keys(),
            source.profile(),
            "",
            (name, bytes, read) -> {},
            () -> false);
    return new EvidenceSlice(capture, frames.size(), report, plan.missing(report.audit()), gone);
  }

  private static Analysis.Source octets(byte[] capture) {
    return new Analysis.Source.Octets(Slice.of(capture), "the evidence");
  }

  /** How many frames it holds. */
  public int frames() {
    return frames;
  }

  /** Octets of it, without the comments of packets. */
  public long octets() {
    return capture.length;
  }

  /** What the watch said and an audit of the slice does not; lines for people. */
  public List<String> missing() {
    return missing;
  }

  /** Frames that the finding names and that were no longer at hand. */
  public List<At> gone() {
    return gone;
  }

  /**
   * Writes it whole or not at all, with what an audit of it says as comments of packets.
   *
   * @throws IOException when it cannot be written
   */
  public void write(Path to) throws IOException {
    new AnnotatedCopy(report, Set.of()).write(0, octets(capture), to);
  }
}
