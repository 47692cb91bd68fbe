package org.roamscope.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.field.IpAddress;

/**
 * Follows IKE SAs by their SPI pair. The address of a peer never identifies an SA once both SPIs
 * are known: that is what lets it be seen moving.
 */
public final class IkeTracker {
  /** IKE_SA_INIT, RFC 7296 section 3.1. */
  public static final int IKE_SA_INIT = 34;

  /** IKE_AUTH. */
  public static final int IKE_AUTH = 35;

  /** CREATE_CHILD_SA. */
  public static final int CREATE_CHILD_SA = 36;

  /** INFORMATIONAL of IKEv2. */
  public static final int INFORMATIONAL = 37;

  /** IKE_INTERMEDIATE, RFC 9242. */
  public static final int IKE_INTERMEDIATE = 43;

  /** Main mode of IKEv1, RFC 2408. */
  public static final int MAIN_MODE = 2;

  /** Aggressive mode of IKEv1. */
  public static final int AGGRESSIVE_MODE = 4;

  /** Informational of IKEv1. */
  public static final int INFORMATIONAL_1 = 5;

  /** Quick mode of IKEv1. */
  public static final int QUICK_MODE = 32;

  /** Notify: the initiator must repeat IKE_SA_INIT with a cookie. */
  public static final int COOKIE = 16390;

  /** Notify: the initiator must repeat IKE_SA_INIT with another group. */
  public static final int INVALID_KE_PAYLOAD = 17;

  /** Notify: the receiver knows no such IKE SA. */
  public static final int INVALID_IKE_SPI = 4;

  /** Notify: the peer is not who it says it is. */
  public static final int AUTHENTICATION_FAILED = 24;

  /** Notify: the sender knows no other SA with its peer. */
  public static final int INITIAL_CONTACT = 16384;

  /** Notify of RFC 4555 section 3.5: the SA moves to the addresses of this message. */
  public static final int UPDATE_SA_ADDRESSES = 16400;

  /** A rekeyed SA shows itself within this time of the CREATE_CHILD_SA exchange. */
  private static final long REKEY_NANOS = 60 * At.SECOND;

  private record Pair(long initiator, long responder) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int order = Long.compareUnsigned(initiator, other.initiator);
      return order == 0 ? Long.compareUnsigned(responder, other.responder) : order;
    }

    // By hand, because millions are compared: see IpAddress.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Pair that
          && initiator == that.initiator
          && responder == that.responder;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(initiator) * 31 + Long.hashCode(responder);
    }
  }

  /** Two addresses in either direction. */
  private record Ends(IpAddress lower, IpAddress upper) implements Comparable<Ends> {
    private static final Comparator<Ends> ORDER =
        Comparator.comparing(Ends::lower).thenComparing(Ends::upper);

    static Ends of(Path path) {
      return path.source().compareTo(path.destination()) <= 0
          ? new Ends(path.source(), path.destination())
          : new Ends(path.destination(), path.source());
    }

    @Override
    public int compareTo(Ends other) {
      return ORDER.compare(this, other);
    }
  }

  /** A CREATE_CHILD_SA that was answered: it may have made a new IKE SA. */
  private record Renewal(IkeSa sa, At at) {}

  /** An attempt whose responder SPI may still change: COOKIE and INVALID_KE_PAYLOAD rounds. */
  private record Attempt(long initiator, IpAddress address) implements Comparable<Attempt> {
    private static final Comparator<Attempt> ORDER =
        Comparator.<Attempt>comparingLong(Attempt::initiator).thenComparing(Attempt::address);

    @Override
    public int compareTo(Attempt other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * An unprotected INVALID_IKE_SPI.
   *
   * @param at where and when
   * @param initiatorSpi initiator SPI quoted
   * @param responderSpi responder SPI quoted
   * @param sender who says so
   * @param receiver who is told
   */
  public record InvalidSpi(
      At at, long initiatorSpi, long responderSpi, IpAddress sender, IpAddress receiver) {}

  private static final int MAX_REPORTS = 100_000;

  private final Predicate<IpAddress> homeAgent;
  private final BoundedMap<Pair, IkeSa> pairs;
  private final BoundedMap<Attempt, IkeSa> attempts;
  private final BoundedMap<Ends, Renewal> renewals;
  private final BoundedMap<Pair, IkeSa> announced;
  private final List<InvalidSpi> invalidSpis = new ArrayList<>();

  /**
   * A tracker.
   *
   * @param homeAgent tells addresses of home agents known so far
   * @param capacity SAs kept at most
   */
  public IkeTracker(Predicate<IpAddress> homeAgent, int capacity) {
    this.homeAgent = homeAgent;
    pairs = new BoundedMap<>(capacity);
    attempts = new BoundedMap<>(capacity);
    renewals = new BoundedMap<>(capacity);
    announced = new BoundedMap<>(capacity);
  }

  /** Takes a message. */
  public void accept(Event.Ike message) {
    if (message.notifies().contains(INVALID_IKE_SPI)
        && !message.encrypted()
        && invalidSpis.size() < MAX_REPORTS) {
      invalidSpis.add(
          new InvalidSpi(
              message.at(),
              message.initiatorSpi(),
              message.responderSpi(),
              message.path().source(),
              message.path().destination()));
      return;
    }
    IkeSa sa = find(message);
    sa.add(message, fromInitiator(sa, message));
    if (message.exchange() == CREATE_CHILD_SA && message.responseFlag()) {
      renewed(sa, message);
    }
    if (sa.state() == IkeSa.State.ESTABLISHED) {
      pairs.confirm(new Pair(sa.initiatorSpi(), sa.responderSpi()));
    }
  }

  /** Decrypted, both SPIs of the new SA are known; otherwise it may have been a child SA. */
  private void renewed(IkeSa sa, Event.Ike answer) {
    IkeContent asked = sa.asked(answer);
    IkeContent given = answer.content();
    if (asked == null || given == null) {
      renewals.put(Ends.of(answer.path()), new Renewal(sa, answer.at()));
      return;
    }
    Long initiator = asked.newIkeSpi();
    Long responder = given.newIkeSpi();
    if (initiator != null && responder != null) {
      announced.put(new Pair(initiator, responder), sa);
    }
  }

  private IkeSa find(Event.Ike message) {
    if (message.responderSpi() != 0) {
      IkeSa known = pairs.get(new Pair(message.initiatorSpi(), message.responderSpi()));
      if (known != null) {
        return known;
      }
    }
    IkeSa attempt = attempt(message);
    if (attempt != null) {
      if (message.responderSpi() != 0) {
        pairs.put(new Pair(message.initiatorSpi(), message.responderSpi()), attempt);
      }
      return attempt;
    }
    IkeSa sa = new IkeSa(message, start(message));
    if (message.responderSpi() == 0) {
      attempts.put(new Attempt(message.initiatorSpi(), message.path().source()), sa);
    } else {
      pairs.put(new Pair(message.initiatorSpi(), message.responderSpi()), sa);
      IkeSa told = announced.get(new Pair(message.initiatorSpi(), message.responderSpi()));
      IkeSa old = told == null ? rekeyed(message) : told;
      if (old != null) {
        old.replacedBy(sa);
      }
    }
    return sa;
  }

  /** Any message that sets an SA up shows that it begins: the capture may lack those before. */
  private static boolean start(Event.Ike message) {
    return switch (message.exchange()) {
      case IKE_SA_INIT, IKE_INTERMEDIATE, IKE_AUTH -> message.version() == 2;
      case MAIN_MODE, AGGRESSIVE_MODE -> message.version() == 1;
      default -> false;
    };
  }

  private @Nullable IkeSa attempt(Event.Ike message) {
    IkeSa bySource = attempts.get(new Attempt(message.initiatorSpi(), message.path().source()));
    IkeSa found =
        bySource != null
            ? bySource
            : attempts.get(new Attempt(message.initiatorSpi(), message.path().destination()));
    boolean settled =
        found != null
            && message.responderSpi() != 0
            && found.state() == IkeSa.State.ESTABLISHED
            && found.responderSpi() != message.responderSpi();
    return settled ? null : found;
  }

  /** The SA between the same addresses that had a CREATE_CHILD_SA exchange just before. */
  private @Nullable IkeSa rekeyed(Event.Ike message) {
    if (message.exchange() != INFORMATIONAL && message.exchange() != CREATE_CHILD_SA) {
      return null;
    }
    Renewal renewal = renewals.get(Ends.of(message.path()));
    return renewal != null
            && renewal.sa().successor() == null
            && message.at().since(renewal.at()) <= REKEY_NANOS
        ? renewal.sa()
        : null;
  }

  /** IKEv2 says it in the I flag; in IKEv1 the addresses have to tell. */
  private boolean fromInitiator(IkeSa sa, Event.Ike message) {
    if (message.version() == 2) {
      return message.initiatorFlag();
    }
    Path path = message.path();
    if (sa.endpoints().isEmpty()) {
      return message.responderSpi() == 0 || !homeAgent.test(path.source());
    }
    IkeSa.Endpoints ends = sa.endpoints().getLast();
    if (path.source().equals(ends.responder()) || path.destination().equals(ends.initiator())) {
      return false;
    }
    if (path.source().equals(ends.initiator()) || path.destination().equals(ends.responder())) {
      return true;
    }
    boolean initiatorIsAgent = homeAgent.test(ends.initiator());
    return homeAgent.test(path.source()) == initiatorIsAgent;
  }

  /** All SAs in the order of their first message. */
  public List<IkeSa> all() {
    return Stream.concat(pairs.values(), attempts.unconfirmedValues().stream())
        .distinct()
        .sorted(
            Comparator.<IkeSa>comparingLong(sa -> sa.first().timeNanos())
                .thenComparingInt(sa -> sa.first().capture())
                .thenComparingInt(sa -> sa.first().frame()))
        .toList();
  }

  /** INVALID_IKE_SPI notifications seen. */
  public List<InvalidSpi> invalidSpis() {
    return Collections.unmodifiableList(invalidSpis);
  }

  /** SAs given up because the table was full. */
  public long evictions() {
    return pairs.evictions() + attempts.evictions();
  }
}
