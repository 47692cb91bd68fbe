package org.roamscope.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/** A mobile node at a home agent: everything its binding signalling says. */
public final class Ue {
  /** Registrations remembered of one UE; beyond it the oldest go. */
  private static final int MAX_REGISTRATIONS = 10_000;

  /** Addresses of the home agent remembered of one UE; more are not one home agent's. */
  private static final int MAX_HOME_AGENT_ADDRESSES = 64;

  /** What a mobile node is known by. */
  record Key(IpAddress homeAddress, IpAddress homeAgent) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::homeAddress).thenComparing(Key::homeAgent);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    // By hand, because millions are compared: see IpAddress.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && homeAddress.equals(that.homeAddress)
          && homeAgent.equals(that.homeAgent);
    }

    @Override
    public int hashCode() {
      return homeAddress.hashCode() * 31 + homeAgent.hashCode();
    }
  }

  /** What few UEs have. */
  private static final class More {
    private final Set<IpAddress> homeAgentAddresses = new LinkedHashSet<>();
    private final SortedSet<String> identities = new TreeSet<>();
    private final List<Event.MalformedMobility> malformed = new ArrayList<>();
    private long forgotten;
  }

  private final Key key;
  // Most of what is kept in a flood is this: the rest is made when there is something to keep.
  private @Nullable Registration only;
  private @Nullable List<Registration> several;
  private @Nullable More more;

  Ue(Key key) {
    this.key = key;
  }

  private More more() {
    if (more == null) {
      more = new More();
      more.homeAgentAddresses.add(homeAgent());
    }
    return more;
  }

  void reaches(IpAddress homeAgentAddress) {
    if (!homeAgentAddress.equals(homeAgent())
        && more().homeAgentAddresses.size() < MAX_HOME_AGENT_ADDRESSES) {
      more().homeAgentAddresses.add(homeAgentAddress);
    }
  }

  void add(Registration registration) {
    if (only == null && several == null) {
      only = registration;
      return;
    }
    if (several == null) {
      several = new ArrayList<>(2);
      several.add(only);
      only = null;
    }
    several.add(registration);
    if (several.size() > MAX_REGISTRATIONS) {
      several.removeFirst();
      more().forgotten++;
    }
  }

  void add(Event.MalformedMobility message) {
    if (more().malformed.size() < MAX_REGISTRATIONS) {
      more().malformed.add(message);
    }
  }

  /** IPv6 home address. */
  public IpAddress homeAddress() {
    return key.homeAddress();
  }

  /** IPv6 address of the home agent. */
  public IpAddress homeAgent() {
    return key.homeAgent();
  }

  /** Every address at which this UE reached its home agent. */
  public Set<IpAddress> homeAgentAddresses() {
    return more == null
        ? Set.of(homeAgent())
        : Collections.unmodifiableSet(more.homeAgentAddresses);
  }

  void identify(String identity) {
    more().identities.add(identity);
  }

  /** Identities seen. */
  public SortedSet<String> identities() {
    return more == null
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(more.identities);
  }

  /** Registrations in the order of their first packet. */
  public List<Registration> registrations() {
    if (several == null) {
      return only == null ? List.of() : List.of(only);
    }
    return Collections.unmodifiableList(several);
  }

  /** The last registration but so many. */
  Registration latest(int back) {
    return several == null ? Objects.requireNonNull(only) : several.get(several.size() - 1 - back);
  }

  int count() {
    return several != null ? several.size() : only == null ? 0 : 1;
  }

  /** Messages that were damaged on the wire. */
  public List<Event.MalformedMobility> malformed() {
    return more == null ? List.of() : Collections.unmodifiableList(more.malformed);
  }

  /** Registrations dropped because there were too many. */
  public long forgotten() {
    return more == null ? 0 : more.forgotten;
  }
}
