package org.roamscope.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.field.IpAddress;

/** An IKE SA (IKEv1: ISAKMP SA) as a passive observer sees it. */
public final class IkeSa {
  /** Exchanges remembered of one SA; beyond it the oldest go, the first stays. */
  private static final int MAX_EXCHANGES = 4096;

  /** Notify types below are errors (RFC 7296 section 3.10.1, RFC 2408 section 3.14.1). */
  private static final int FIRST_STATUS = 16384;

  /** Endpoint changes remembered of one SA. */
  private static final int MAX_ENDPOINTS = 1024;

  /** Where an SA stands. */
  public enum State {
    /** Begun, not seen to be authenticated. */
    HALF_OPEN("half-open"),
    /** Authenticated, or seen in use. */
    ESTABLISHED("established"),
    /** Replaced by CREATE_CHILD_SA. */
    REKEYED("rekeyed"),
    /** Ended by a DELETE that could be read. */
    DELETED("deleted"),
    /** Begun and answered with an error. */
    FAILED("failed");

    private final String json;

    State(String json) {
      this.json = json;
    }

    /** Spelling in reports. */
    public String json() {
      return json;
    }
  }

  /**
   * Both ends of a message.
   *
   * @param at the message; in {@link #endpoints()} the first one with these ends
   * @param initiator address of the original initiator
   * @param initiatorPort its UDP port
   * @param responder address of the original responder
   * @param responderPort its UDP port
   */
  public record Endpoints(
      At at, IpAddress initiator, int initiatorPort, IpAddress responder, int responderPort) {
    boolean sameAs(Endpoints other) {
      return initiator.equals(other.initiator)
          && initiatorPort == other.initiatorPort
          && responder.equals(other.responder)
          && responderPort == other.responderPort;
    }
  }

  /**
   * How long the SA may live.
   *
   * @param told the message that says so
   * @param seconds from then on
   */
  public record Lifetime(At told, long seconds) {
    /** When it ends, nanoseconds since 1970; {@link Long#MAX_VALUE} beyond all time. */
    public long endNanos() {
      long most = (Long.MAX_VALUE - told.timeNanos()) / At.SECOND;
      return seconds >= most ? Long.MAX_VALUE : told.timeNanos() + seconds * At.SECOND;
    }
  }

  private final int version;
  private final long initiatorSpi;
  private final boolean startSeen;
  private final List<Endpoints> endpoints = new ArrayList<>();
  private final List<IkeExchange> exchanges = new ArrayList<>();
  private final Map<IkeExchange.Key, IkeExchange> open = new HashMap<>();
  private long responderSpi;
  private State state = State.HALF_OPEN;
  private @Nullable IkeSa successor;
  private @Nullable IkeSa predecessor;
  private final Set<IpAddress> addresses = new LinkedHashSet<>();
  private @Nullable String initiatorIdentity;
  private @Nullable String responderIdentity;
  private @Nullable String eapIdentity;
  private final Set<IkeContent.HomePrefix> homePrefixes = new LinkedHashSet<>();
  private @Nullable Lifetime lifetime;
  private boolean decrypted;
  private int messages;
  private boolean encrypted;
  private int retransmissions;
  private At first;
  private At last;

  IkeSa(Event.Ike message, boolean startSeen) {
    version = message.version();
    initiatorSpi = message.initiatorSpi();
    responderSpi = message.responderSpi();
    this.startSeen = startSeen;
    first = message.at();
    last = message.at();
    if (!startSeen) {
      state = State.ESTABLISHED;
    }
  }

  void add(Event.Ike message, boolean fromInitiator) {
    messages++;
    encrypted |= message.encrypted();
    read(message.content());
    Long seconds = message.lifetimeSeconds();
    lifetime = seconds == null ? lifetime : new Lifetime(message.at(), seconds);
    last = message.at();
    if (responderSpi == 0 || state == State.HALF_OPEN && message.responderSpi() != 0) {
      responderSpi = message.responderSpi();
    }
    Path path = message.path();
    Endpoints now =
        fromInitiator
            ? new Endpoints(
                message.at(),
                path.source(),
                path.sourcePort(),
                path.destination(),
                path.destinationPort())
            : new Endpoints(
                message.at(),
                path.destination(),
                path.destinationPort(),
                path.source(),
                path.sourcePort());
    if ((endpoints.isEmpty() || !endpoints.getLast().sameAs(now))
        && endpoints.size() < MAX_ENDPOINTS) {
      endpoints.add(now);
    }
    if (version == 2
        ? exchange2(message, fromInitiator, now)
        : exchange1(message, fromInitiator, now)) {
      retransmissions++;
    }
  }

  private void read(@Nullable IkeContent content) {
    if (content == null) {
      return;
    }
    decrypted = true;
    addresses.addAll(content.addresses());
    homePrefixes.addAll(content.homePrefixes());
    IkeContent.Identities told = content.identities();
    initiatorIdentity = initiatorIdentity == null ? told.initiator() : initiatorIdentity;
    responderIdentity = responderIdentity == null ? told.responder() : responderIdentity;
    eapIdentity = eapIdentity == null ? told.eap() : eapIdentity;
  }

  private boolean exchange2(Event.Ike message, boolean fromInitiator, Endpoints now) {
    boolean byInitiator = fromInitiator != message.responseFlag();
    IkeExchange.Key key = new IkeExchange.Key(byInitiator, message.exchange(), message.messageId());
    IkeExchange exchange = exchange(key, now, message.responseFlag());
    if (!message.responseFlag()) {
      exchange.openRequest(message.content());
      ended(message);
      return exchange.request(now, message.digest(), message.length());
    }
    boolean repeated =
        exchange.respond(now, message.digest(), message.length(), message.notifies());
    exchange.openResponse(message.content());
    established(message);
    ended(message);
    if (message.exchange() == IkeTracker.IKE_SA_INIT) {
      boolean retry =
          message.notifies().contains(IkeTracker.COOKIE)
              || message.notifies().contains(IkeTracker.INVALID_KE_PAYLOAD);
      if (!retry && !exchange.errors().isEmpty() && state == State.HALF_OPEN) {
        state = State.FAILED;
      }
    }
    return repeated;
  }

  /**
   * RFC 7296 section 1.4.1: with the DELETE the SA ends, answered or not; section 2.21.2: where
   * authentication fails, which the initiator may tell in an INFORMATIONAL, there is none.
   */
  private void ended(Event.Ike message) {
    IkeContent content = message.content();
    if (content == null || state == State.REKEYED) {
      return;
    }
    boolean authenticates =
        message.exchange() == IkeTracker.IKE_AUTH
            || message.exchange() == IkeTracker.INFORMATIONAL && !message.responseFlag();
    if (authenticates && content.authenticationFailed()) {
      state = State.FAILED;
    } else if (content.deletesIkeSa() && state != State.FAILED) {
      state = State.DELETED;
    }
  }

  private void established(Event.Ike message) {
    if (state == State.HALF_OPEN
        && message.exchange() != IkeTracker.IKE_SA_INIT
        && message.exchange() != IkeTracker.IKE_INTERMEDIATE) {
      state = State.ESTABLISHED;
    }
  }

  private boolean exchange1(Event.Ike message, boolean fromInitiator, Endpoints now) {
    if (state == State.HALF_OPEN && finished1(message, fromInitiator)) {
      state = State.ESTABLISHED;
    }
    boolean error = message.notifies().stream().anyMatch(type -> type < FIRST_STATUS);
    if (state == State.HALF_OPEN
        && error
        && !message.encrypted()
        && message.exchange() == IkeTracker.INFORMATIONAL_1) {
      state = State.FAILED;
    }
    IkeExchange.Key mine =
        new IkeExchange.Key(fromInitiator, message.exchange(), message.messageId());
    IkeExchange.Key theirs =
        new IkeExchange.Key(!fromInitiator, message.exchange(), message.messageId());
    ended(message);
    IkeExchange exchange = open.get(mine);
    if (exchange != null) {
      exchange.openRequest(message.content());
      return exchange.request(now, message.digest(), message.length());
    }
    exchange = open.get(theirs);
    if (exchange == null && message.exchange() == IkeTracker.INFORMATIONAL_1) {
      exchange = unansweredInformational(!fromInitiator, message.at());
    }
    if (exchange != null) {
      return exchange.respond(now, message.digest(), message.length(), message.notifies());
    }
    exchange = exchange(mine, now, false);
    exchange.openRequest(message.content());
    return exchange.request(now, message.digest(), message.length());
  }

  /** RFC 2409: message 6 of main mode, message 3 of aggressive mode, or anything under phase 1. */
  private boolean finished1(Event.Ike message, boolean fromInitiator) {
    return switch (message.exchange()) {
      case IkeTracker.QUICK_MODE -> true;
      case IkeTracker.INFORMATIONAL_1 -> message.encrypted();
      case IkeTracker.MAIN_MODE -> message.encrypted() && !fromInitiator;
      case IkeTracker.AGGRESSIVE_MODE ->
          fromInitiator && exchanges.stream().anyMatch(IkeExchange::answered);
      default -> false;
    };
  }

  /** IKEv1 answers an Informational (R-U-THERE) with one that has a message id of its own. */
  private @Nullable IkeExchange unansweredInformational(boolean byInitiator, At now) {
    for (int i = exchanges.size() - 1; i >= 0 && i >= exchanges.size() - 8; i--) {
      IkeExchange exchange = exchanges.get(i);
      if (exchange.byInitiator() == byInitiator
          && exchange.type() == IkeTracker.INFORMATIONAL_1
          && !exchange.answered()
          && now.since(exchange.last().at()) < 2 * At.SECOND) {
        return exchange;
      }
    }
    return null;
  }

  /** What the request of the IKEv2 response {@code answer} says, or null while closed. */
  @Nullable IkeContent asked(Event.Ike answer) {
    boolean byInitiator = !answer.initiatorFlag();
    IkeExchange exchange =
        open.get(new IkeExchange.Key(byInitiator, answer.exchange(), answer.messageId()));
    return exchange == null ? null : exchange.asked();
  }

  private IkeExchange exchange(IkeExchange.Key key, Endpoints now, boolean response) {
    IkeExchange exchange = open.get(key);
    if (exchange == null) {
      exchange = new IkeExchange(key);
      if (response) {
        exchange.inferRequest(now);
      }
      open.put(key, exchange);
      exchanges.add(exchange);
      if (exchanges.size() > MAX_EXCHANGES) {
        IkeExchange gone = exchanges.remove(1);
        open.remove(gone.key());
      }
    }
    return exchange;
  }

  void replacedBy(IkeSa next) {
    successor = next;
    next.predecessor = this;
    state = State.REKEYED;
  }

  /** Major version, 1 or 2. */
  public int version() {
    return version;
  }

  /** Initiator's SPI (IKEv1: cookie). */
  public long initiatorSpi() {
    return initiatorSpi;
  }

  /** Responder's SPI, 0 while unknown. */
  public long responderSpi() {
    return responderSpi;
  }

  /** True when the capture shows a message of the exchanges that set it up. */
  public boolean startSeen() {
    return startSeen;
  }

  /** Where it stands. */
  public State state() {
    return state;
  }

  /** True when it was authenticated, or seen in use, whatever became of it. */
  public boolean stood() {
    return switch (state) {
      case ESTABLISHED, REKEYED, DELETED -> true;
      case HALF_OPEN, FAILED -> false;
    };
  }

  /** Both ends over time, at least one entry. */
  public List<Endpoints> endpoints() {
    return Collections.unmodifiableList(endpoints);
  }

  /** Exchanges in the order of their first request. */
  public List<IkeExchange> exchanges() {
    return Collections.unmodifiableList(exchanges);
  }

  /** Messages seen, retransmissions included. */
  public int messages() {
    return messages;
  }

  /** True when a message had encrypted payloads. */
  public boolean encrypted() {
    return encrypted;
  }

  /** True when encrypted payloads of at least one message could be read. */
  public boolean decrypted() {
    return decrypted;
  }

  /** Identity of the original initiator, IDi, or null while closed. */
  public @Nullable String initiatorIdentity() {
    return initiatorIdentity;
  }

  /** Identity of the original responder, IDr, or null while closed. */
  public @Nullable String responderIdentity() {
    return responderIdentity;
  }

  /** Identity that the initiator gave in EAP, or null. */
  public @Nullable String eapIdentity() {
    return eapIdentity;
  }

  /** Home prefixes that the configuration assigns. */
  public Set<IkeContent.HomePrefix> homePrefixes() {
    return Collections.unmodifiableSet(homePrefixes);
  }

  /** How long it may live, as it was told last, or null when that was not seen. */
  public @Nullable Lifetime lifetime() {
    return lifetime;
  }

  /** Addresses that configuration or traffic selectors name: the home address is among them. */
  public Set<IpAddress> addresses() {
    return Collections.unmodifiableSet(addresses);
  }

  /** Messages that repeat earlier bytes. */
  public int retransmissions() {
    return retransmissions;
  }

  /** First message. */
  public At first() {
    return first;
  }

  /** Last message. */
  public At last() {
    return last;
  }

  /** The SA that a CREATE_CHILD_SA exchange put in its place, or null. */
  public @Nullable IkeSa successor() {
    return successor;
  }

  /** The SA in whose place a CREATE_CHILD_SA exchange put this one, or null. */
  public @Nullable IkeSa predecessor() {
    return predecessor;
  }

  /**
   * Time from the first message to the last answer of authentication (EAP takes several IKE_AUTH
   * rounds; IKEv1: of phase 2) in nanoseconds, or -1.
   */
  public long setUpNanos() {
    long end = -1;
    for (IkeExchange exchange : setUp()) {
      boolean begins =
          exchange.type() == IkeTracker.IKE_SA_INIT
              || exchange.type() == IkeTracker.IKE_INTERMEDIATE;
      Endpoints response = exchange.response();
      if (!begins && response != null) {
        end = Math.max(end, response.at().since(first));
      }
    }
    return end;
  }

  /**
   * The exchanges that set it up: IKE_SA_INIT, IKE_INTERMEDIATE and IKE_AUTH; in IKEv1 phase 1 and
   * the first Quick Mode. Empty when the capture does not show its start.
   */
  public List<IkeExchange> setUp() {
    if (!startSeen) {
      return List.of();
    }
    List<IkeExchange> run = new ArrayList<>();
    boolean child = false;
    for (IkeExchange exchange : exchanges) {
      boolean quick = exchange.type() == IkeTracker.QUICK_MODE;
      boolean sets =
          switch (exchange.type()) {
            case IkeTracker.IKE_SA_INIT, IkeTracker.IKE_INTERMEDIATE, IkeTracker.IKE_AUTH ->
                version == 2;
            case IkeTracker.MAIN_MODE, IkeTracker.AGGRESSIVE_MODE -> version == 1;
            case IkeTracker.QUICK_MODE -> version == 1 && !child;
            default -> false;
          };
      child |= quick;
      if (sets) {
        run.add(exchange);
      }
    }
    return List.copyOf(run);
  }

  /** SPIs in hexadecimal digits. */
  @Override
  public String toString() {
    return Hex.spi64(initiatorSpi) + "/" + Hex.spi64(responderSpi);
  }
}
