package org.roamscope.track;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.Configuration;
import org.roamscope.ike.ConfigurationAttribute;
import org.roamscope.ike.Delete;
import org.roamscope.ike.Eap;
import org.roamscope.ike.Identification;
import org.roamscope.ike.IkePayload;
import org.roamscope.ike.Notify;
import org.roamscope.ike.Proposal;
import org.roamscope.ike.SecurityAssociation;
import org.roamscope.ike.TrafficSelector;
import org.roamscope.ike.TrafficSelectors;

/** Reads the facts that correlation needs out of decrypted payloads. Stateless. */
final class IkeContentReader {
  /** Protocol ID of RFC 7296 section 3.3.1 and RFC 2407 section 4.4.1. */
  private static final int PROTOCOL_IKE = 1;

  private static final int PROTOCOL_AH = 2;
  private static final int PROTOCOL_ESP = 3;
  private static final int IKE_SPI = 8;
  private static final int CHILD_SPI = 4;
  private static final int REKEY_SA = 16393;

  /** Attributes of RFC 7296 section 3.15.1 and RFC 5026 section 4.3. */
  private static final int INTERNAL_IP4_ADDRESS = 1;

  private static final int INTERNAL_IP6_ADDRESS = 8;
  private static final int MIP6_HOME_PREFIX = 16;

  /** In MIP6_HOME_PREFIX a lifetime of 4 octets comes before the prefix. */
  private static final int PREFIX_AT = 4;

  private static final int PREFIX_LENGTH_AT = 20;
  private static final int EAP_FAILURE = 4;

  /** Notifications kept of one message. */
  private static final int MOST_NOTIFIES = 64;

  /** SPIs of AH and ESP kept of one message, proposed and deleted. */
  private static final int MOST_CHILDREN = 64;

  private final Set<IpAddress> addresses = new LinkedHashSet<>();
  private final Set<IkeContent.HomePrefix> homePrefixes = new LinkedHashSet<>();
  private final List<Integer> notifies = new ArrayList<>();
  private boolean deletesIkeSa;
  private boolean eapFailed;
  private @Nullable String initiatorIdentity;
  private @Nullable String responderIdentity;
  private @Nullable String eapIdentity;
  private @Nullable Long newIkeSpi;
  private final List<IkeContent.ChildSpi> proposedChildren = new ArrayList<>();
  private final List<IkeContent.ChildSpi> deletedChildren = new ArrayList<>();
  private IkeContent.@Nullable ChildSpi rekeyedChild;

  private IkeContentReader() {}

  /**
   * The facts.
   *
   * @param payloads decrypted payloads in wire order
   */
  static IkeContent read(List<IkePayload> payloads) {
    IkeContentReader reader = new IkeContentReader();
    payloads.forEach(reader::take);
    return new IkeContent(
        reader.deletesIkeSa,
        reader.eapFailed,
        List.copyOf(reader.notifies),
        new IkeContent.Identities(
            reader.initiatorIdentity, reader.responderIdentity, reader.eapIdentity),
        Set.copyOf(reader.addresses),
        Set.copyOf(reader.homePrefixes),
        reader.newIkeSpi,
        reader.children());
  }

  private IkeContent.Children children() {
    return proposedChildren.isEmpty() && deletedChildren.isEmpty() && rekeyedChild == null
        ? IkeContent.Children.NONE
        : new IkeContent.Children(
            List.copyOf(proposedChildren), rekeyedChild, List.copyOf(deletedChildren));
  }

  private void take(IkePayload payload) {
    switch (payload) {
      case Notify notify -> notified(notify);
      case Delete delete -> {
        deletesIkeSa |= delete.protocol() == PROTOCOL_IKE;
        delete.spis().forEach(spi -> child(delete.protocol(), spi, deletedChildren));
      }
      case Identification identification -> identify(identification);
      case TrafficSelectors selectors -> selectors.selectors().forEach(this::single);
      case Configuration configuration -> configuration.attributes().forEach(this::assigned);
      case Eap eap -> authenticate(eap);
      case SecurityAssociation association -> association.proposals().forEach(this::proposed);
      default -> {
        // Others hold keys, certificates and random numbers: nothing that tells whose an SA is.
      }
    }
  }

  private void notified(Notify notify) {
    if (notifies.size() < MOST_NOTIFIES) {
      notifies.add(notify.messageType());
    }
    if (notify.messageType() == REKEY_SA && rekeyedChild == null) {
      rekeyedChild = child(notify.protocol(), notify.spi());
    }
  }

  private static void child(int protocol, Slice spi, List<IkeContent.ChildSpi> to) {
    IkeContent.ChildSpi child = child(protocol, spi);
    if (child != null && !to.contains(child) && to.size() < MOST_CHILDREN) {
      to.add(child);
    }
  }

  private static IkeContent.@Nullable ChildSpi child(int protocol, Slice spi) {
    boolean known = protocol == PROTOCOL_AH || protocol == PROTOCOL_ESP;
    return known && spi.length() == CHILD_SPI
        ? new IkeContent.ChildSpi(protocol, spi.u32(0))
        : null;
  }

  private void identify(Identification identification) {
    if (identification.type() == Identification.TYPE_RESPONDER) {
      responderIdentity = identification.identity();
    } else {
      initiatorIdentity = identification.identity();
    }
  }

  private void authenticate(Eap eap) {
    eapFailed |= eap.code() == EAP_FAILURE;
    eapIdentity = eap.identity().orElse(eapIdentity);
  }

  private void proposed(Proposal proposal) {
    Slice spi = proposal.spi();
    if (newIkeSpi == null && proposal.protocol() == PROTOCOL_IKE && spi.holds(0, IKE_SPI)) {
      newIkeSpi = spi.u64(0);
    }
    child(proposal.protocol(), spi, proposedChildren);
  }

  /** A selector of one address is that of a home address or of the home agent. */
  private void single(TrafficSelector selector) {
    if (selector.start().isPresent() && selector.start().equals(selector.end())) {
      addresses.add(selector.start().get());
    }
  }

  private void assigned(ConfigurationAttribute attribute) {
    Slice value = attribute.value();
    if (attribute.type() == INTERNAL_IP4_ADDRESS && value.holds(0, 4)) {
      addresses.add(IpAddress.v4(value, 0));
    } else if (attribute.type() == INTERNAL_IP6_ADDRESS && value.holds(0, 16)) {
      addresses.add(IpAddress.v6(value, 0));
    } else if (attribute.type() == MIP6_HOME_PREFIX && value.holds(PREFIX_AT, 17)) {
      int length = value.u8(PREFIX_LENGTH_AT);
      if (length <= 128) {
        homePrefixes.add(new IkeContent.HomePrefix(IpAddress.v6(value, PREFIX_AT), length));
      }
    }
  }
}
