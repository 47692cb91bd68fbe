package org.roamscope.track;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.Configuration;
import org.roamscope.ike.ConfigurationAttribute;
import org.roamscope.ike.Delete;
import org.roamscope.ike.Identification;
import org.roamscope.ike.IkePayload;
import org.roamscope.ike.Notify;
import org.roamscope.ike.TrafficSelector;
import org.roamscope.ike.TrafficSelectors;

/** Reads the facts that correlation needs out of decrypted payloads. Stateless. */
final class IkeContentReader {
  /** Protocol ID of RFC 7296 section 3.3.1 and RFC 2407 section 4.4.1. */
  private static final int PROTOCOL_IKE = 1;

  /** Notify of RFC 4555 section 3.5. */
  private static final int UPDATE_SA_ADDRESSES = 16400;

  /** Attributes of RFC 7296 section 3.15.1. */
  private static final int INTERNAL_IP4_ADDRESS = 1;

  private static final int INTERNAL_IP6_ADDRESS = 8;

  private final Set<IpAddress> addresses = new LinkedHashSet<>();
  private boolean deletesIkeSa;
  private boolean movesSa;
  private @Nullable String initiatorIdentity;
  private @Nullable String responderIdentity;

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
        reader.movesSa,
        reader.initiatorIdentity,
        reader.responderIdentity,
        Set.copyOf(reader.addresses));
  }

  private void take(IkePayload payload) {
    switch (payload) {
      case Notify notify -> movesSa |= notify.messageType() == UPDATE_SA_ADDRESSES;
      case Delete delete -> deletesIkeSa |= delete.protocol() == PROTOCOL_IKE;
      case Identification identification -> identify(identification);
      case TrafficSelectors selectors -> selectors.selectors().forEach(this::single);
      case Configuration configuration -> configuration.attributes().forEach(this::assigned);
      default -> {
        // Others hold keys, certificates and random numbers: nothing that tells whose an SA is.
      }
    }
  }

  private void identify(Identification identification) {
    if (identification.type() == Identification.TYPE_RESPONDER) {
      responderIdentity = identification.identity();
    } else {
      initiatorIdentity = identification.identity();
    }
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
    }
  }
}
