package org.roamscope.track;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * What the encrypted payloads of an IKE message say, once they are decrypted.
 *
 * @param deletesIkeSa a DELETE of the IKE SA itself, RFC 7296 section 3.11
 * @param eapFailed EAP Failure, RFC 3748 section 4.2
 * @param notifies notify types, in the order of the payloads
 * @param identities who speaks
 * @param addresses addresses assigned by configuration or the only ones of a traffic selector
 * @param homePrefixes MIP6_HOME_PREFIX, RFC 5026 section 4.3
 * @param newIkeSpi SPI in a proposal for a new IKE SA, RFC 7296 section 1.3.2, or null
 * @param children what it says of AH and ESP
 */
public record IkeContent(
    boolean deletesIkeSa,
    boolean eapFailed,
    List<Integer> notifies,
    Identities identities,
    Set<IpAddress> addresses,
    Set<HomePrefix> homePrefixes,
    @Nullable Long newIkeSpi,
    Children children) {
  /** One that says nothing of AH and ESP. */
  public IkeContent(
      boolean deletesIkeSa,
      boolean eapFailed,
      List<Integer> notifies,
      Identities identities,
      Set<IpAddress> addresses,
      Set<HomePrefix> homePrefixes,
      @Nullable Long newIkeSpi) {
    this(
        deletesIkeSa,
        eapFailed,
        notifies,
        identities,
        addresses,
        homePrefixes,
        newIkeSpi,
        Children.NONE);
  }

  /**
   * One direction of AH or ESP. Who receives the packets has chosen the SPI.
   *
   * @param protocol 2 AH, 3 ESP
   * @param spi unsigned
   */
  public record ChildSpi(int protocol, long spi) {}

  /**
   * What a message says of AH and ESP; all SPIs are those of packets that its sender receives.
   *
   * @param proposed in the proposals of its SA payload: a request may have several, one is chosen
   * @param rekeyed in REKEY_SA, RFC 7296 section 1.3.3, or null
   * @param deleted in Delete payloads, RFC 7296 section 3.11
   */
  public record Children(
      List<ChildSpi> proposed, @Nullable ChildSpi rekeyed, List<ChildSpi> deleted) {
    /** Nothing. */
    public static final Children NONE = new Children(List.of(), null, List.of());
  }

  /**
   * Identities as text; null where the message does not say.
   *
   * @param initiator IDi
   * @param responder IDr
   * @param eap identity of an EAP response
   */
  public record Identities(
      @Nullable String initiator, @Nullable String responder, @Nullable String eap) {}

  /**
   * A home prefix.
   *
   * @param prefix its address
   * @param length leading bits that count
   */
  public record HomePrefix(IpAddress prefix, int length) {
    /** Clears the bits that do not count. */
    public HomePrefix {
      prefix = masked(prefix, length);
    }

    /** True for an address of the prefix. */
    public boolean holds(IpAddress address) {
      return !address.v4() && masked(address, length).equals(prefix);
    }

    private static IpAddress masked(IpAddress address, int length) {
      return new IpAddress(
          address.high() & mask(length), address.low() & mask(length - Long.SIZE), false);
    }

    private static long mask(int length) {
      return length >= Long.SIZE ? -1L : length <= 0 ? 0 : -1L << (Long.SIZE - length);
    }
  }

  /** True with UPDATE_SA_ADDRESSES, RFC 4555 section 3.5. */
  public boolean movesSa() {
    return notifies.contains(IkeTracker.UPDATE_SA_ADDRESSES);
  }

  /** True with INITIAL_CONTACT: the sender knows no other SA with its peer, RFC 7296 2.4. */
  public boolean initialContact() {
    return notifies.contains(IkeTracker.INITIAL_CONTACT);
  }

  /** True when this ends in no SA: AUTHENTICATION_FAILED or EAP Failure. */
  public boolean authenticationFailed() {
    return eapFailed || notifies.contains(IkeTracker.AUTHENTICATION_FAILED);
  }
}
