package org.roamscope.share;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.Frame;
import org.roamscope.track.At;

/**
 * The latest frames of a watch, as many as fit into so many octets: three quarters are for
 * signalling, so that what users send cannot push it out. The first frame stays, for it says since
 * when was watched.
 */
public final class RecentFrames {
  /**
   * A frame that is at hand.
   *
   * @param frame the frame
   * @param outline what decides whether a slice takes it
   */
  public record Recent(Frame frame, Outline outline) {}

  private static final Comparator<At> PLACE =
      Comparator.comparingInt(At::capture).thenComparingInt(At::frame);

  /** What the objects around the octets of a frame take, about. */
  private static final long OVERHEAD = 400;

  /** The latest frames of one kind. */
  private static final class Ring {
    private final Deque<Recent> frames = new ArrayDeque<>();
    private final long most;
    private long octets;

    Ring(long most) {
      this.most = most;
    }

    void add(Recent recent) {
      frames.addLast(recent);
      octets += size(recent);
      while (octets > most && !frames.isEmpty()) {
        octets -= size(frames.removeFirst());
      }
    }

    private static long size(Recent recent) {
      return recent.frame().data().length + OVERHEAD;
    }
  }

  private final Ring signalling;
  private final Ring others;
  private @Nullable Recent first;

  /**
   * Begins.
   *
   * @param octets how much memory frames may take, about
   */
  public RecentFrames(long octets) {
    signalling = new Ring(octets / 4 * 3);
    others = new Ring(octets / 4);
  }

  /** Takes the next frame of the capture. */
  public void add(Frame frame, Outline outline) {
    Recent recent = new Recent(frame, outline);
    if (first == null) {
      first = recent;
    }
    (outline.signalling() ? signalling : others).add(recent);
  }

  /** Octets that are taken, about. */
  public long octets() {
    return signalling.octets + others.octets;
  }

  /** All that are at hand, in the order of the capture. */
  public List<Recent> all() {
    List<Recent> all = new ArrayList<>(signalling.frames.size() + others.frames.size() + 1);
    Deque<Recent> plain = new ArrayDeque<>(others.frames);
    for (Recent recent : signalling.frames) {
      while (!plain.isEmpty() && earlier(plain.getFirst(), recent)) {
        all.add(plain.removeFirst());
      }
      all.add(recent);
    }
    all.addAll(plain);
    if (first != null && (all.isEmpty() || earlier(first, all.getFirst()))) {
      all.addFirst(first);
    }
    return all;
  }

  private static boolean earlier(Recent one, Recent other) {
    return PLACE.compare(one.outline().at(), other.outline().at()) < 0;
  }
}
