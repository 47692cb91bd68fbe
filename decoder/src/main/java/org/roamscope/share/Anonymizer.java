package org.roamscope.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.Frame;
import org.roamscope.decode.ForwardPass;
import org.roamscope.dissect.Dissection;
import org.roamscope.net.ReassembledPacket;
import org.roamscope.net.Reassembler.Fragment;

/**
 * Frames of one capture with every name in them replaced and everything unreadable that is not
 * understood. Lengths and times stay, so that what can be said of the capture does. The capture is
 * gone through twice, because the first fragment of a datagram can be written only when its last
 * one was seen: {@link #look} at every frame, then ask for every {@link #replaced} one.
 */
public final class Anonymizer {
  /** Options of packets that name nobody: direction and kind of reception, packets lost before. */
  private static final List<Integer> KEPT_OPTIONS = List.of(2, 4);

  private final Pseudonyms names;
  private final Fragments fragments = new Fragments();
  private long blanked;

  /** Starts. */
  public Anonymizer(Pseudonyms names) {
    this.names = names;
  }

  /**
   * The first time.
   *
   * @param frame the next frame
   * @param pass takes the frames apart; it must not have keys
   */
  public void look(Frame frame, ForwardPass pass) {
    Fragment fragment = pass.next(frame).fragment();
    if (fragment == null) {
      return;
    }
    fragments.add(frame.number(), fragment);
    Dissection whole = pass.complete(frame, fragment);
    if (whole != null) {
      whole
          .first(ReassembledPacket.class)
          .map(ReassembledPacket::slice)
          .ifPresent(payload ->
              fragments.complete(
                  fragment, payload, Rewriter.rewrite(names, payload, whole, Optional.empty())));
    }
  }

  /**
   * The second time.
   *
   * @param frame the next frame
   * @param pass another pass than the first
   * @return the frame to write
   */
  public Frame replaced(Frame frame, ForwardPass pass) {
    Dissection dissection = pass.next(frame);
    Optional<byte[]> part = Optional.empty();
    @Nullable Fragment fragment = dissection.fragment();
    if (fragment != null) {
      pass.complete(frame, fragment);
      part = fragments.part(frame.number());
      blanked += part.isPresent() ? 0 : 1;
    }
    byte[] octets = Rewriter.rewrite(names, frame.slice(), dissection, part);
    List<BlockOption> options = new ArrayList<>(frame.options());
    options.removeIf(option -> !KEPT_OPTIONS.contains(option.code()));
    Frame made =
        new Frame(
            frame.number(),
            frame.timeNanos(),
            frame.linkType(),
            frame.interfaceId(),
            frame.originalLength(),
            octets,
            options);
    return frame.timed() ? made : made.withoutTime();
  }

  /** The interface without its name and whatever else is said of it. */
  public static CaptureInterface nameless(CaptureInterface description) {
    return new CaptureInterface(
        description.id(),
        description.section(),
        description.linkType(),
        description.snapLength(),
        null,
        List.of());
  }

  /** Fragments of datagrams that were never whole: their payload is zeros. */
  public long blankedFragments() {
    return blanked;
  }
}
