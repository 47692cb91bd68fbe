package org.roamscope.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.roamscope.field.IpAddress;

/** A mobile node at a home agent: everything its binding signalling says. */
public final class Ue {
  /** Registrations remembered of one UE; beyond it the oldest go. */
  private static final int MAX_REGISTRATIONS = 10_000;

  /** Addresses of the home agent remembered of one UE; more are not one home agent's. */
  private static final int MAX_HOME_AGENT_ADDRESSES = 64;

  private final IpAddress homeAddress;
  private final IpAddress homeAgent;
  // Most of what is kept in a flood is this: collections are made when there is something to keep.
  private Set<IpAddress> homeAgentAddresses;
  private SortedSet<String> identities = Collections.emptySortedSet();
  private final List<Registration> registrations = new ArrayList<>(1);
  private final List<Registration> registrationsSeen = Collections.unmodifiableList(registrations);
  private List<Event.MalformedMobility> malformed = List.of();
  private long forgotten;

  Ue(IpAddress homeAddress, IpAddress homeAgent) {
    this.homeAddress = homeAddress;
    this.homeAgent = homeAgent;
    homeAgentAddresses = Set.of(homeAgent);
  }

  void reaches(IpAddress homeAgentAddress) {
    if (homeAgentAddresses.contains(homeAgentAddress)) {
      return;
    }
    if (homeAgentAddresses.size() == 1) {
      homeAgentAddresses = new LinkedHashSet<>(homeAgentAddresses);
    }
    if (homeAgentAddresses.size() < MAX_HOME_AGENT_ADDRESSES) {
      homeAgentAddresses.add(homeAgentAddress);
    }
  }

  void add(Registration registration) {
    registrations.add(registration);
    if (registrations.size() > MAX_REGISTRATIONS) {
      registrations.removeFirst();
      forgotten++;
    }
  }

  void add(Event.MalformedMobility message) {
    if (malformed.isEmpty()) {
      malformed = new ArrayList<>();
    }
    if (malformed.size() < MAX_REGISTRATIONS) {
      malformed.add(message);
    }
  }

  /** IPv6 home address. */
  public IpAddress homeAddress() {
    return homeAddress;
  }

  /** IPv6 address of the home agent. */
  public IpAddress homeAgent() {
    return homeAgent;
  }

  /** Every address at which this UE reached its home agent. */
  public Set<IpAddress> homeAgentAddresses() {
    return Collections.unmodifiableSet(homeAgentAddresses);
  }

  void identify(String identity) {
    if (identities.isEmpty()) {
      identities = new TreeSet<>();
    }
    identities.add(identity);
  }

  /** Identities seen. */
  public SortedSet<String> identities() {
    return Collections.unmodifiableSortedSet(identities);
  }

  /** Registrations in the order of their first packet. */
  public List<Registration> registrations() {
    return registrationsSeen;
  }

  Registration latest(int back) {
    return registrations.get(registrations.size() - 1 - back);
  }

  int count() {
    return registrations.size();
  }

  /** Messages that were damaged on the wire. */
  public List<Event.MalformedMobility> malformed() {
    return Collections.unmodifiableList(malformed);
  }

  /** Registrations dropped because there were too many. */
  public long forgotten() {
    return forgotten;
  }
}
