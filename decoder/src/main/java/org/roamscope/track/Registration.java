package org.roamscope.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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

  private final IpAddress homeAddress;
  private final IpAddress homeAgent;
  // Nearly always one, one and none: immutable until there are more, see with().
  private List<Event.BindingUpdate> updates;
  private List<Event.BindingAcknowledgement> answers = List.of();
  private List<At> duplicates = List.of();
  private final @Nullable OpaquePacket opaqueUpdate;
  private @Nullable OpaquePacket opaqueAnswer;
  private @Nullable OpaquePacket lastOpaque;
  private SortedSet<Long> closedSpis = Collections.emptySortedSet();

  Registration(Event.BindingUpdate update) {
    homeAddress = update.homeAddress();
    homeAgent = update.homeAgent();
    updates = List.of(update);
    opaqueUpdate = null;
  }

  Registration(IpAddress homeAddress, IpAddress homeAgent, OpaquePacket packet) {
    this.homeAddress = homeAddress;
    this.homeAgent = homeAgent;
    updates = List.of();
    opaqueUpdate = packet;
    closed(packet);
  }

  private void closed(OpaquePacket packet) {
    lastOpaque = packet;
    if (closedSpis.isEmpty()) {
      closedSpis = new TreeSet<>();
    }
    if (closedSpis.size() < MOST_SPIS) {
      closedSpis.add(packet.spi());
    }
  }

  void retransmitted(Event.BindingUpdate update) {
    updates = with(updates, update);
  }

  /** The list with one more; of too many the first one stays: it says where the series began. */
  private static <E> List<E> with(List<E> list, E element) {
    if (list.isEmpty()) {
      return List.of(element);
    }
    List<E> grown = list.size() == 1 ? new ArrayList<>(list) : list;
    if (grown.size() == MOST_MESSAGES) {
      grown.remove(1);
    }
    grown.add(element);
    return grown;
  }

  private static <E> List<E> readOnly(List<E> list) {
    return list.size() < 2 ? list : Collections.unmodifiableList(list);
  }

  /**
   * The same octets once more. Captures of both sides of a NAT show a packet twice: what it became
   * behind the NAT is what the home agent answers.
   */
  void duplicated(Event.BindingUpdate again) {
    for (int i = 0; i < updates.size(); i++) {
      Event.BindingUpdate known = updates.get(i);
      if (known.sequence() == again.sequence() && again.natted() && !known.natted()) {
        List<Event.BindingUpdate> changed = new ArrayList<>(updates);
        changed.set(i, again);
        updates = changed.size() == 1 ? List.of(again) : changed;
        duplicates = with(duplicates, known.at());
        return;
      }
    }
    duplicates = with(duplicates, again.at());
  }

  void answered(Event.BindingAcknowledgement answer) {
    answers = with(answers, answer);
  }

  void opaqueAnswered(OpaquePacket packet) {
    if (opaqueAnswer == null) {
      opaqueAnswer = packet;
    }
    closed(packet);
  }

  void opaqueRepeated(OpaquePacket packet) {
    closed(packet);
  }

  /** True when an update of this series has the sequence number. */
  boolean asked(int sequence) {
    for (Event.BindingUpdate update : updates) {
      if (update.sequence() == sequence) {
        return true;
      }
    }
    return false;
  }

  /** True when an acknowledgement with the same sequence number and status is already here. */
  boolean hasAnswer(Event.BindingAcknowledgement answer) {
    for (Event.BindingAcknowledgement known : answers) {
      if (known.sequence() == answer.sequence() && known.status() == answer.status()) {
        return true;
      }
    }
    return false;
  }

  /** The home address. */
  public IpAddress homeAddress() {
    return homeAddress;
  }

  /** The home agent, as the innermost IPv6 header has it. */
  public IpAddress homeAgent() {
    return homeAgent;
  }

  /** True when the signalling is inside ESP and cannot be read. */
  public boolean opaque() {
    return opaqueUpdate != null;
  }

  /** ESP SPIs of the packets that could not be read. */
  public SortedSet<Long> closedSpis() {
    return Collections.unmodifiableSortedSet(closedSpis);
  }

  /** Updates of the series in capture time; empty when {@link #opaque()}. */
  public List<Event.BindingUpdate> updates() {
    return readOnly(updates);
  }

  /** Acknowledgements in capture time. */
  public List<Event.BindingAcknowledgement> answers() {
    return readOnly(answers);
  }

  /** Frames that repeat an update bit for bit with the same sequence number. */
  public List<At> duplicates() {
    return readOnly(duplicates);
  }

  /** The update that the last acknowledgement answers, else the last one sent; null when opaque. */
  public Event.@Nullable BindingUpdate update() {
    if (updates.size() < 2) {
      return updates.isEmpty() ? null : updates.getFirst();
    }
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
    if (answers.size() == 1) {
      return answers.getFirst();
    }
    for (int i = answers.size() - 1; i >= 0; i--) {
      if (answers.get(i).accepted()) {
        return answers.get(i);
      }
    }
    return answers.isEmpty() ? null : answers.getLast();
  }

  /** What became of it. */
  public Outcome outcome() {
    if (opaque()) {
      return Outcome.UNREADABLE;
    }
    Event.BindingAcknowledgement answer = answer();
    if (answer == null) {
      return Outcome.UNANSWERED;
    }
    return answer.accepted() ? Outcome.ACCEPTED : Outcome.REFUSED;
  }

  /** True when a binding stands on it, as far as can be told. */
  public boolean effective() {
    return opaque() || outcome() == Outcome.ACCEPTED;
  }

  /** First packet of the series. */
  public At begun() {
    return opaqueUpdate == null ? updates.getFirst().at() : opaqueUpdate.at();
  }

  /** First acknowledgement that accepts (or stands for one), or null. */
  public @Nullable At acceptedAt() {
    if (opaque()) {
      return opaqueAnswer == null ? null : opaqueAnswer.at();
    }
    for (Event.BindingAcknowledgement answer : answers) {
      if (answer.accepted()) {
        return answer.at();
      }
    }
    return null;
  }

  /** Last packet of the series. */
  public At ended() {
    if (lastOpaque != null) {
      return lastOpaque.at();
    }
    At last = updates.getLast().at();
    for (Event.BindingAcknowledgement answer : answers) {
      if (answer.at().timeNanos() > last.timeNanos()) {
        last = answer.at();
      }
    }
    return last;
  }

  /** True for a Binding Update with lifetime 0. */
  public boolean deregistration() {
    return !opaque() && updates.getFirst().lifetimeSeconds() == 0;
  }

  /** How the update travelled. */
  public Access access() {
    return opaqueUpdate == null ? updates.getFirst().access() : opaqueUpdate.access();
  }

  /** Outermost addresses of the update that counts. */
  public Path path() {
    Event.BindingUpdate update = update();
    return update != null ? update.path() : Objects.requireNonNull(opaqueUpdate).path();
  }

  /** The care-of address. */
  public IpAddress careOfAddress() {
    return opaqueUpdate == null ? updates.getFirst().careOfAddress() : opaqueUpdate.careOfAddress();
  }

  /** Every address that IKE of this mobile node may come from while the binding stands. */
  public Set<IpAddress> addresses() {
    if (updates.size() == 1 && careOfAddress().equals(updates.getFirst().path().source())) {
      return Set.of(careOfAddress());
    }
    Set<IpAddress> addresses = new LinkedHashSet<>();
    addresses.add(careOfAddress());
    if (opaqueUpdate != null) {
      addresses.add(opaqueUpdate.path().source());
    }
    for (Event.BindingUpdate update : updates) {
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
    Event.BindingUpdate update = update();
    return update != null && update.natted();
  }

  /** True when the signalling was inside ESP or behind AH. */
  public boolean protectedByEsp() {
    Event.BindingUpdate update = update();
    return update == null || update.protectedByEsp();
  }

  /** K of the update that counts, or null when it cannot be read. */
  public @Nullable Boolean keyManagementRequested() {
    Event.BindingUpdate update = update();
    return update == null ? null : update.flags().keyManagement();
  }

  /** K of the acknowledgement that counts, or null when there is none or it cannot be read. */
  public @Nullable Boolean keyManagementGranted() {
    Event.BindingAcknowledgement answer = answer();
    return answer == null ? null : answer.keyManagement();
  }

  /** Frame of the update that counts. */
  public int updateFrame() {
    Event.BindingUpdate update = update();
    return update == null ? Objects.requireNonNull(opaqueUpdate).at().frame() : update.at().frame();
  }

  /** Frame of the acknowledgement that counts, or null. */
  public @Nullable Integer answerFrame() {
    Event.BindingAcknowledgement answer = answer();
    if (answer != null) {
      return answer.at().frame();
    }
    return opaqueAnswer == null ? null : opaqueAnswer.at().frame();
  }

  /** When a granted binding runs out, nanoseconds since 1970, or {@link Long#MAX_VALUE}. */
  public long expiresNanos() {
    Event.BindingAcknowledgement answer = answer();
    return answer == null || !answer.accepted() ? Long.MAX_VALUE : answer.expiresNanos();
  }
}
