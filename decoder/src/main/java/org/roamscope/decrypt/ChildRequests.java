package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Slice;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.ike.Proposal;
import org.roamscope.ike.SecurityAssociation;

/** Requests for child SAs, or for a new IKE SA, that wait for their answers. */
final class ChildRequests {
  private static final int MOST_REQUESTS = 16;
  private static final int MOST_OFFERS = 64;

  /** IKE_AUTH may take many messages with EAP, and asks for one child SA. */
  private static final long AUTH = -1;

  /**
   * A proposal.
   *
   * @param number its number
   * @param protocol 1 IKE, 2 AH, 3 ESP
   * @param spi chosen by the sender
   */
  record Offer(int number, int protocol, Slice spi) {}

  /**
   * A request.
   *
   * @param offers its proposals
   * @param nonce its nonce; null in IKE_AUTH
   */
  record Request(List<Offer> offers, @Nullable Slice nonce) {
    /** The offer that an answer takes up. */
    @Nullable Offer taken(Proposal chosen) {
      Offer ofProtocol = null;
      for (Offer offer : offers) {
        if (offer.protocol == chosen.protocol()) {
          if (offer.number == chosen.number()) {
            return offer;
          }
          ofProtocol = ofProtocol == null ? offer : ofProtocol;
        }
      }
      return ofProtocol;
    }
  }

  private final BoundedMap<Long, Request> waiting = new BoundedMap<>(MOST_REQUESTS);

  /** Takes a request that holds an SA payload. */
  void put(IkeMessage message, SecurityAssociation association, @Nullable Slice nonce) {
    waiting.put(key(message), request(association, nonce));
  }

  /** What an SA payload offers, as octets of its own. */
  static Request request(SecurityAssociation association, @Nullable Slice nonce) {
    List<Offer> offers = new ArrayList<>();
    for (Proposal proposal : association.proposals()) {
      if (offers.size() < MOST_OFFERS) {
        Slice spi = Slice.of(proposal.spi().bytes());
        offers.add(new Offer(proposal.number(), proposal.protocol(), spi));
      }
    }
    return new Request(List.copyOf(offers), nonce == null ? null : Slice.of(nonce.bytes()));
  }

  /** The request that a message answers. */
  @Nullable Request answered(IkeMessage message) {
    return waiting.get(key(message));
  }

  /** The SA payload, or null. */
  static @Nullable SecurityAssociation association(List<IkePayload> payloads) {
    for (IkePayload payload : payloads) {
      if (payload instanceof SecurityAssociation association) {
        return association;
      }
    }
    return null;
  }

  /** Both ends count their requests from 0. */
  private static long key(IkeMessage message) {
    boolean byInitiator = message.fromOriginalInitiator() == message.request();
    return message.exchangeType() == IkeMessage.IKE_AUTH
        ? AUTH
        : message.messageId() | (byInitiator ? 0 : 1L << 32);
  }
}
