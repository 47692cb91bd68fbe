package org.roamscope.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * One binding transaction: a Binding Update with its retransmissions and the acknowledgements of
 * any of them. Where the signalling is inside ESP and cannot be read, the packets that must have
 * been it stand in ({@link #opaque()}).
 */
public final class Registration {
  /** What became of it. */
  public enum Outcome {
    /** Status below 128. */
    ACCEPTED("accepted"),
    /** Status 128 or above. */
    REFUSED("refused"),
    /** No acknowledgement was seen. */
    UNANSWERED("unanswered"),
    /** The update was damaged on the wire. */
    MALFORMED("malformed"),
    /** Inside ESP without a key. */
    UNREADABLE("unreadable");

    private final String json;

    Outcome(String json) {
      this.json = json;
    }

    /** Spelling in reports. */
    public String json() {
      return json;
    }
  }

  /** A packet inside ESP that took the place of a message. */
  record OpaquePacket(At at, Path path, Access access, IpAddress careOfAddress, long spi) {}

  /** Updates, copies and answers remembered of one registration; beyond it the oldest go. */
  private static final int MOST_MESSAGES = 1024;

  /** SPIs remembered of one registration: two, and after a rekeying two more. */
  private static final int MOST_SPIS = 16;

  /** An acknowledgement later than this, in nanoseconds, is kept whole. */
  private static final int PROMPT = Integer.MAX_VALUE;

  /** What few registrations have. */
  private static final class More {
    /** All updates where there are two or more, else empty. */
    private List<Event.BindingUpdate> updates = List.of();

    /** All answers where there are two or more, or the only one is not {@link #usual}. */
    private List<Event.BindingAcknowledgement> answers = List.of();

    private List<At> duplicates = List.of();
    private @Nullable Opaque opaque;
  }

  /** A registration inside ESP. */
  private static final class Opaque {
    private final IpAddress homeAddress;
    private final IpAddress homeAgent;
    private final OpaquePacket update;
    private final SortedSet<Long> spis = new TreeSet<>();
    private @Nullable OpaquePacket answer;
    private OpaquePacket last;

    Opaque(IpAddress homeAddress, IpAddress homeAgent, OpaquePacket packet) {
      this.homeAddress = homeAddress;
      this.homeAgent = homeAgent;
      update = packet;
      last = packet;
      add(packet);
    }

    void add(OpaquePacket packet) {
      last = packet;
      if (spis.size() < MOST_SPIS) {
        spis.add(packet.spi());
      }
    }
  }

  // Millions are kept, nearly all of one update and the acknowledgement that comes back for it.
  // Those
  // two stand here as numbers, and are made when they are asked for.
  private @Nullable Path path;
  private @Nullable IpAddress homeAddress;
  private @Nullable IpAddress careOfAddress;
  private Event.@Nullable UpdateTerms terms;
  private long likeness;
  private long timeNanos;
  private int frame;
  private char capture;
  private char sequence;

  /** Of the only answer, when it is {@link #usual}. */
  private Event.@Nullable AnswerTerms answerTerms;

  private int answerFrame;
  private int answerDelay;
  private @Nullable More more;

  Registration(Event.BindingUpdate update) {
    first(update);
  }

  Registration(IpAddress homeAddress, IpAddress homeAgent, OpaquePacket packet) {
    more().opaque = new Opaque(homeAddress, homeAgent, packet);
  }

  private void first(Event.BindingUpdate update) {
    path = update.path();
    homeAddress = update.homeAddress();
    careOfAddress = update.careOfAddress();
    terms = update.terms();
    likeness = update.likeness();
    timeNanos = update.timeNanos();
    frame = update.frame();
    capture = At.index(update.capture());
    sequence = (char) update.sequence();
  }

  private Event.BindingUpdate first() {
    return new Event.BindingUpdate(
        capture,
        frame,
        timeNanos,
        Objects.requireNonNull(path),
        Objects.requireNonNull(homeAddress),
        Objects.requireNonNull(careOfAddress),
        sequence,
        likeness,
        Objects.requireNonNull(terms));
  }

  /** True for an acknowledgement that goes soon to where the update came from. */
  private boolean usual(Event.BindingAcknowledgement answer) {
    long delay = answer.timeNanos() - timeNanos;
    return more == null
        && answer.capture() == capture
        && answer.sequence() == sequence
        && answer.homeAddress().equals(homeAddress)
        && answer.path().reverses(Objects.requireNonNull(path))
        && delay >= 0
        && delay <= PROMPT;
  }

  private Event.BindingAcknowledgement only(Event.AnswerTerms given) {
    return new Event.BindingAcknowledgement(
        capture,
        answerFrame,
        timeNanos + answerDelay,
        Objects.requireNonNull(path).reversed(),
        Objects.requireNonNull(homeAddress),
        sequence,
        given);
  }

  private More more() {
    if (more == null) {
      more = new More();
    }
    return more;
  }

  private @Nullable Opaque hidden() {
    return more == null ? null : more.opaque;
  }

  private Opaque closed() {
    return Objects.requireNonNull(hidden());
  }

  /** All updates where there are two or more, else empty. */
  private List<Event.BindingUpdate> series() {
    return more == null ? List.of() : more.updates;
  }

  private boolean repeated() {
    return !series().isEmpty();
  }

  void retransmitted(Event.BindingUpdate update) {
    More rest = more();
    rest.updates = with(rest.updates.isEmpty() ? with(List.of(), first()) : rest.updates, update);
  }

  /** The list with one more; of too many the first one stays: it says where the series began. */
  private static <E> List<E> with(List<E> list, E element) {
    List<E> grown = list.isEmpty() ? new ArrayList<>(2) : list;
    if (grown.size() == MOST_MESSAGES) {
      grown.remove(1);
    }
    grown.add(element);
    return grown;
  }

  /**
   * The same octets once more. Captures of both sides of a NAT show a packet twice: what it became
   * behind the NAT is what the home agent answers.
   */
  void duplicated(Event.BindingUpdate again) {
    At duplicate = again.at();
    List<Event.BindingUpdate> known = updates();
    for (int i = 0; i < known.size(); i++) {
      Event.BindingUpdate update = known.get(i);
      if (update.sequence() == again.sequence() && again.natted() && !update.natted()) {
        if (i == 0) {
          keepAnswer();
          first(again);
        }
        if (known.size() > 1) {
          more().updates.set(i, again);
        }
        duplicate = update.at();
        break;
      }
    }
    more().duplicates = with(more().duplicates, duplicate);
  }

  /** The update that the only answer was measured by is about to become another. */
  private void keepAnswer() {
    if (answerTerms != null) {
      more().answers = with(List.of(), only(answerTerms));
      answerTerms = null;
    }
  }

  void answered(Event.BindingAcknowledgement answer) {
    if (answerTerms == null && usual(answer)) {
      answerTerms = answer.terms();
      answerFrame = answer.frame();
      answerDelay = (int) (answer.timeNanos() - timeNanos);
    } else {
      keepAnswer();
      more().answers = with(more().answers, answer);
    }
  }

  void opaqueAnswered(OpaquePacket packet) {
    Opaque closed = closed();
    if (closed.answer == null) {
      closed.answer = packet;
    }
    closed.add(packet);
  }

  void opaqueRepeated(OpaquePacket packet) {
    closed().add(packet);
  }

  /** True when an update of this series has the sequence number. */
  boolean asked(int sequence) {
    if (!repeated()) {
      return terms != null && this.sequence == sequence;
    }
    for (Event.BindingUpdate update : series()) {
      if (update.sequence() == sequence) {
        return true;
      }
    }
    return false;
  }

  /** True when an acknowledgement with the same sequence number and status is already here. */
  boolean hasAnswer(Event.BindingAcknowledgement answer) {
    if (answerTerms != null) {
      return sequence == answer.sequence() && answerTerms.status() == answer.status();
    }
    for (Event.BindingAcknowledgement known : answers()) {
      if (known.sequence() == answer.sequence() && known.status() == answer.status()) {
        return true;
      }
    }
    return false;
  }

  /** True when the last update sent is the same message but for its sequence number. */
  boolean alike(Event.BindingUpdate update) {
    return terms != null
        && update.likeness() == (repeated() ? series().getLast().likeness() : likeness);
  }

  /** Where the last update sent came from; null when opaque. */
  @Nullable IpAddress lastSource() {
    Path last = repeated() ? series().getLast().path() : path;
    return last == null ? null : last.source();
  }

  /** Time of the last update sent, nanoseconds since 1970; only for one that is not opaque. */
  long lastNanos() {
    return repeated() ? series().getLast().timeNanos() : timeNanos;
  }

  /** How often the update was sent, 0 when {@link #opaque()}. */
  public int transmissions() {
    if (repeated()) {
      return series().size();
    }
    return terms == null ? 0 : 1;
  }

  /** The home address. */
  public IpAddress homeAddress() {
    return homeAddress == null ? closed().homeAddress : homeAddress;
  }

  /** The home agent, as the innermost IPv6 header has it. */
  public IpAddress homeAgent() {
    return terms == null ? closed().homeAgent : terms.homeAgent();
  }

  /** True when the signalling is inside ESP and cannot be read. */
  public boolean opaque() {
    return terms == null;
  }

  /** ESP SPIs of the packets that could not be read. */
  public SortedSet<Long> closedSpis() {
    Opaque hidden = hidden();
    return hidden == null
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(hidden.spis);
  }

  /** Updates of the series in capture time; empty when {@link #opaque()}. */
  public List<Event.BindingUpdate> updates() {
    if (!repeated()) {
      return terms == null ? List.of() : List.of(first());
    }
    return Collections.unmodifiableList(series());
  }

  /** Acknowledgements in capture time. */
  public List<Event.BindingAcknowledgement> answers() {
    if (answerTerms != null) {
      return List.of(only(answerTerms));
    }
    return more == null ? List.of() : Collections.unmodifiableList(more.answers);
  }

  /** True when there is an acknowledgement that can be read. */
  public boolean answered() {
    return answerTerms != null || more != null && !more.answers.isEmpty();
  }

  /** Frames that repeat an update bit for bit with the same sequence number. */
  public List<At> duplicates() {
    return more == null ? List.of() : Collections.unmodifiableList(more.duplicates);
  }

  /** The update that the last acknowledgement answers, else the last one sent; null when opaque. */
  public Event.@Nullable BindingUpdate update() {
    if (!repeated()) {
      return terms == null ? null : first();
    }
    List<Event.BindingUpdate> updates = series();
    Event.BindingAcknowledgement answer = answer();
    if (answer != null) {
      for (int i = updates.size() - 1; i >= 0; i--) {
        if (updates.get(i).sequence() == answer.sequence()) {
          return updates.get(i);
        }
      }
    }
    return updates.getLast();
  }

  /** The acknowledgement that counts: the last one that accepts, else the last one; or null. */
  public Event.@Nullable BindingAcknowledgement answer() {
    if (answerTerms != null) {
      return only(answerTerms);
    }
    if (more == null || more.answers.isEmpty()) {
      return null;
    }
    List<Event.BindingAcknowledgement> answers = more.answers;
    for (int i = answers.size() - 1; i >= 0; i--) {
      if (answers.get(i).accepted()) {
        return answers.get(i);
      }
    }
    return answers.getLast();
  }

  /** What became of it. */
  public Outcome outcome() {
    if (opaque()) {
      return Outcome.UNREADABLE;
    }
    Event.AnswerTerms given = given();
    if (given == null) {
      return Outcome.UNANSWERED;
    }
    return given.accepted() ? Outcome.ACCEPTED : Outcome.REFUSED;
  }

  /** What the acknowledgement that counts grants, or null when there is none. */
  public Event.@Nullable AnswerTerms given() {
    if (answerTerms != null) {
      return answerTerms;
    }
    Event.BindingAcknowledgement answer = answer();
    return answer == null ? null : answer.terms();
  }

  /** True when a binding stands on it, as far as can be told. */
  public boolean effective() {
    return opaque() || outcome() == Outcome.ACCEPTED;
  }

  /** First packet of the series. */
  public At begun() {
    return opaque() ? closed().update.at() : new At(capture, frame, timeNanos);
  }

  /** Time of the first packet of the series, nanoseconds since 1970. */
  public long begunNanos() {
    return opaque() ? closed().update.at().timeNanos() : timeNanos;
  }

  /** First acknowledgement that accepts (or stands for one), or null. */
  public @Nullable At acceptedAt() {
    Opaque hidden = hidden();
    if (hidden != null) {
      return hidden.answer == null ? null : hidden.answer.at();
    }
    if (answerTerms != null) {
      return answerTerms.accepted() ? new At(capture, answerFrame, timeNanos + answerDelay) : null;
    }
    for (Event.BindingAcknowledgement answer : answers()) {
      if (answer.accepted()) {
        return answer.at();
      }
    }
    return null;
  }

  /** Last packet of the series. */
  public At ended() {
    if (opaque()) {
      return closed().last.at();
    }
    if (!repeated() && answerTerms != null && answerDelay > 0) {
      return new At(capture, answerFrame, timeNanos + answerDelay);
    }
    Event last = repeated() ? series().getLast() : first();
    for (Event.BindingAcknowledgement answer : answers()) {
      if (answer.timeNanos() > last.timeNanos()) {
        last = answer;
      }
    }
    return last.at();
  }

  /** True for a Binding Update with lifetime 0. */
  public boolean deregistration() {
    return terms != null && terms.lifetimeSeconds() == 0;
  }

  /** How the update travelled. */
  public Access access() {
    return terms == null ? closed().update.access() : terms.access();
  }

  /** Outermost addresses of the update that counts. */
  public Path path() {
    if (path == null) {
      return closed().update.path();
    }
    return repeated() ? Objects.requireNonNull(update()).path() : path;
  }

  /** The care-of address. */
  public IpAddress careOfAddress() {
    return careOfAddress == null ? closed().update.careOfAddress() : careOfAddress;
  }

  /** Every address that IKE of this mobile node may come from while the binding stands. */
  public Set<IpAddress> addresses() {
    if (path != null && !repeated() && path.source().equals(careOfAddress)) {
      return Set.of(path.source());
    }
    Set<IpAddress> addresses = new LinkedHashSet<>();
    addresses.add(careOfAddress());
    if (opaque()) {
      addresses.add(closed().update.path().source());
    }
    for (Event.BindingUpdate update : updates()) {
      addresses.add(update.path().source());
    }
    return addresses;
  }

  /** True when the mobile node is at the same place as with {@code other}. */
  public boolean samePlace(Registration other) {
    return careOfAddress().equals(other.careOfAddress())
        && path().source().equals(other.path().source());
  }

  /** True when a NAT translates between the mobile node and the home agent, as the options show. */
  public boolean natted() {
    if (repeated()) {
      return Objects.requireNonNull(update()).natted();
    }
    return terms != null && terms.natted(Objects.requireNonNull(path));
  }

  /** True when the signalling was inside ESP or behind AH. */
  public boolean protectedByEsp() {
    Event.UpdateTerms sent = sentTerms();
    return sent == null || sent.protection() == Protection.IPSEC;
  }

  /** K of the update that counts, or null when it cannot be read. */
  public @Nullable Boolean keyManagementRequested() {
    Event.UpdateTerms sent = sentTerms();
    return sent == null ? null : sent.flags().keyManagement();
  }

  /** K of the acknowledgement that counts, or null when there is none or it cannot be read. */
  public @Nullable Boolean keyManagementGranted() {
    Event.AnswerTerms given = given();
    return given == null ? null : given.keyManagement();
  }

  /** What the update that counts asks for, or null when it cannot be read. */
  private Event.@Nullable UpdateTerms sentTerms() {
    return repeated() ? Objects.requireNonNull(update()).terms() : terms;
  }

  /** Frame of the update that counts. */
  public int updateFrame() {
    if (repeated()) {
      return Objects.requireNonNull(update()).frame();
    }
    return terms == null ? closed().update.at().frame() : frame;
  }

  /** Frame of the acknowledgement that counts, or null. */
  public @Nullable Integer answerFrame() {
    if (answerTerms != null) {
      return answerFrame;
    }
    Event.BindingAcknowledgement answer = answer();
    if (answer != null) {
      return answer.frame();
    }
    Opaque hidden = hidden();
    return hidden == null || hidden.answer == null ? null : hidden.answer.at().frame();
  }

  /**
   * From the update that counts to the acknowledgement that counts, nanoseconds; empty when one of
   * them is not there.
   */
  public OptionalLong answeredAfterNanos() {
    if (!repeated() && answerTerms != null) {
      return OptionalLong.of(answerDelay);
    }
    Event.BindingUpdate update = update();
    Event.BindingAcknowledgement answer = answer();
    return update == null || answer == null
        ? OptionalLong.empty()
        : OptionalLong.of(answer.timeNanos() - update.timeNanos());
  }

  /** When a granted binding runs out, nanoseconds since 1970, or {@link Long#MAX_VALUE}. */
  public long expiresNanos() {
    if (answerTerms != null) {
      return answerTerms.accepted()
          ? answerTerms.expiresNanos(timeNanos + answerDelay)
          : Long.MAX_VALUE;
    }
    Event.BindingAcknowledgement answer = answer();
    return answer == null || !answer.accepted() ? Long.MAX_VALUE : answer.expiresNanos();
  }
}
