package org.roamscope.samples;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.field.IpAddress;

/** A UE while a scenario runs: where it is, its IKE SAs, its last Binding Update. */
final class MobileNode {
  /** One IKE SA of the UE. */
  static final class Sa {
    final String name;
    final int version;
    final IkeBytes.Spis spis;
    int nextUeMessage;
    int nextAgentMessage;
    int lastExchange;
    int lastMessage;

    Sa(String name, int version, IkeBytes.Spis spis) {
      this.name = name;
      this.version = version;
      this.spis = spis;
    }
  }

  final String name;
  final IpAddress home;
  final List<Sa> sas = new ArrayList<>();
  Place place;
  Place bindingPlace;
  int sequence;
  int lifetimeSeconds;
  int espSequence;

  MobileNode(String name, IpAddress home) {
    this.name = name;
    this.home = home;
    place = new Place(home, home, 0);
    bindingPlace = place;
  }
}
