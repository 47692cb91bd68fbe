package org.roamscope.ike;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;

/**
 * Puts the fragments of IKE messages together: those of IKEv1 (payload 132), which carry the octets
 * of a whole message, and those of IKEv2 (RFC 7383 section 2.6) once they are decrypted, which
 * carry the payloads of one. An exact repetition is passed over; a fragment that contradicts
 * another one makes the message void. State is bounded: at most {@value #MAX_MESSAGES} unfinished
 * messages of at most {@value #MAX_OCTETS} octets, each for at most 60 seconds of capture time.
 */
public final class FragmentAssembler {
  static final int MAX_MESSAGES = 1024;
  static final int MAX_OCTETS = 262_144;
  static final int MAX_FRAGMENTS = 1024;

  /** Objects around the octets of a fragment. */
  private static final long OVERHEAD = 128;

  private static final long LIFETIME_NANOS = 60_000_000_000L;

  /**
   * Which message a fragment belongs to.
   *
   * @param initiatorSpi SPI or cookie of the initiator
   * @param responderSpi SPI or cookie of the responder
   * @param source sender of the fragment
   * @param message IKEv1: fragment ID; IKEv2: message ID, and in bit 32 the R flag
   * @param majorVersion 1 or 2
   */
  public record Key(
      long initiatorSpi, long responderSpi, IpAddress source, long message, int majorVersion)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::initiatorSpi)
            .thenComparingLong(Key::responderSpi)
            .thenComparing(Key::source)
            .thenComparingLong(Key::message)
            .thenComparingInt(Key::majorVersion);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * One fragment.
   *
   * @param key its message
   * @param number from 1
   * @param total fragments of the message, 0 while unknown
   * @param firstPayload IKEv2: type of the first payload of the message, in fragment 1; else 0
   * @param octets its part of the message
   */
  public record Fragment(Key key, int number, int total, int firstPayload, Slice octets) {
    /** The same without the frame around it, which may be much larger. */
    private Fragment alone() {
      return new Fragment(key, number, total, firstPayload, Slice.of(octets.bytes()));
    }

    /** The fragment that an IKEv1 message is, if it is one. */
    public static Optional<Fragment> of(IkeMessage message, IpAddress source) {
      for (IkePayload part : message.parts()) {
        if (part instanceof MessageFragment piece) {
          Key key = new Key(message.initiatorSpi(), message.responderSpi(), source, piece.id(), 1);
          int total = piece.last() ? piece.number() : 0;
          return Optional.of(new Fragment(key, piece.number(), total, 0, piece.data()));
        }
      }
      return Optional.empty();
    }

    /**
     * The fragment that an IKEv2 message is, if it is one.
     *
     * @param content what was decrypted, without padding
     */
    public static Optional<Fragment> opened(IkeMessage message, IpAddress source, Slice content) {
      for (IkePayload part : message.parts()) {
        if (part instanceof EncryptedFragment piece) {
          long id = message.messageId() | (message.request() ? 0L : 1L << 32);
          Key key = new Key(message.initiatorSpi(), message.responderSpi(), source, id, 2);
          return Optional.of(
              new Fragment(key, piece.number(), piece.total(), piece.nextPayload(), content));
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A whole message.
   *
   * @param octets IKEv1: the message from its header, for {@link IkeDissector#dissect}; IKEv2: its
   *     payloads, for {@link IkeDissector#chain}; a byte source of its own
   * @param firstPayload IKEv2: type of the first payload
   * @param frames frames that contributed, in the order of arrival
   */
  public record Assembled(Slice octets, int firstPayload, List<Integer> frames) {}

  private static final class Message {
    final Map<Integer, Fragment> parts = new TreeMap<>();
    final List<Integer> frames = new ArrayList<>();
    final long started;
    int total;
    int octets;
    boolean broken;

    Message(long started) {
      this.started = started;
    }

    Message copy() {
      Message copy = new Message(started);
      copy.parts.putAll(parts);
      copy.frames.addAll(frames);
      copy.total = total;
      copy.octets = octets;
      copy.broken = broken;
      return copy;
    }
  }

  private final BoundedMap<Key, Message> waiting;

  /** Nothing is waiting. */
  public FragmentAssembler() {
    waiting = new BoundedMap<>(MAX_MESSAGES);
  }

  private FragmentAssembler(FragmentAssembler other) {
    waiting = other.waiting.copy(Message::copy);
  }

  /** Memory that fragments take while they wait, octets, about. */
  public long octetsWaiting() {
    return waiting
        .values()
        .mapToLong(message -> message.octets + message.parts.size() * OVERHEAD)
        .sum();
  }

  /** One that goes on from the same state. */
  public FragmentAssembler copy() {
    return new FragmentAssembler(this);
  }

  /**
   * Takes a fragment.
   *
   * @param fragment the fragment; one cut by the capture voids its message
   * @param frame the frame it came in
   * @param timeNanos capture time
   * @return the whole message when this was the last one missing, else null
   */
  public @Nullable Assembled accept(Fragment fragment, int frame, long timeNanos) {
    Message message = waiting.get(fragment.key());
    if (message == null
        || Math.abs(timeNanos - message.started) > LIFETIME_NANOS
        || smallerFragmentsNow(message, fragment)) {
      waiting.remove(fragment.key());
      message = new Message(timeNanos);
      waiting.put(fragment.key(), message);
    }
    if (message.broken || passedOver(message, fragment)) {
      return null;
    }
    if (contradicts(message, fragment)) {
      message.broken = true;
      message.parts.clear();
      return null;
    }
    message.parts.put(fragment.number(), fragment.alone());
    message.frames.add(frame);
    message.octets += fragment.octets().length();
    message.total = Math.max(message.total, fragment.total());
    return message.parts.size() == message.total ? finish(fragment.key(), message) : null;
  }

  /** RFC 7383 section 2.6: a larger total means that the sender began anew with smaller pieces. */
  private static boolean smallerFragmentsNow(Message message, Fragment fragment) {
    return fragment.key().majorVersion() == 2
        && message.total > 0
        && fragment.total() > message.total;
  }

  private static boolean passedOver(Message message, Fragment fragment) {
    boolean late =
        fragment.key().majorVersion() == 2
            && fragment.total() > 0
            && fragment.total() < message.total;
    Fragment known = message.parts.get(fragment.number());
    return late
        || known != null
            && known.total() == fragment.total()
            && known.octets().contentEquals(fragment.octets());
  }

  private static boolean contradicts(Message message, Fragment fragment) {
    int total = Math.max(message.total, fragment.total());
    boolean secondEnd =
        message.total > 0 && fragment.total() > 0 && message.total != fragment.total();
    boolean beyond =
        total > 0
            && (fragment.number() > total
                || !message.parts.isEmpty() && lastNumber(message) > total);
    return fragment.octets().truncated()
        || fragment.number() < 1
        || fragment.number() > MAX_FRAGMENTS
        || total > MAX_FRAGMENTS
        || secondEnd
        || beyond
        || message.parts.containsKey(fragment.number())
        || message.octets + (long) fragment.octets().length() > MAX_OCTETS;
  }

  private static int lastNumber(Message message) {
    int last = 0;
    for (int number : message.parts.keySet()) {
      last = Math.max(last, number);
    }
    return last;
  }

  private Assembled finish(Key key, Message message) {
    waiting.remove(key);
    byte[] whole = new byte[message.octets];
    int at = 0;
    int first = 0;
    for (Fragment part : message.parts.values()) {
      byte[] octets = part.octets().bytes();
      System.arraycopy(octets, 0, whole, at, octets.length);
      at += octets.length;
      first = part.number() == 1 ? part.firstPayload() : first;
    }
    return new Assembled(Slice.of(whole), first, List.copyOf(message.frames));
  }

  /** Messages given up because the table was full. */
  public long evictions() {
    return waiting.evictions();
  }
}
