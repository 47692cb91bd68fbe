package org.roamscope.track;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/** A fact that a frame shows. Immutable; correlation knows nothing else. */
public sealed interface Event {
  /** Where and when. */
  At at();

  /**
   * A Binding Update.
   *
   * @param at where and when
   * @param path outermost addresses
   * @param access how it travels
   * @param homeAddress effective source: the home address
   * @param homeAgent innermost destination
   * @param careOfAddress IPv4 Care-of Address option, Alternate Care-of Address option, else source
   * @param homeAddressOption true when the home address came in a Home Address option
   * @param sequence sequence number
   * @param lifetimeSeconds lifetime asked for, 0 to remove the binding
   * @param flags A, H, K, P, F
   * @param ipv4 IPv4 options, RFC 5555
   * @param likeness digest of the message without sequence number and checksum
   * @param protection what keeps others from forging it
   * @param options other facts of its mobility options
   */
  record BindingUpdate(
      At at,
      Path path,
      Access access,
      IpAddress homeAddress,
      IpAddress homeAgent,
      IpAddress careOfAddress,
      boolean homeAddressOption,
      int sequence,
      int lifetimeSeconds,
      UpdateFlags flags,
      Ipv4Request ipv4,
      long likeness,
      Protection protection,
      UpdateOptions options)
      implements Event {
    /** One whose other options do not matter. */
    public BindingUpdate(
        At at,
        Path path,
        Access access,
        IpAddress homeAddress,
        IpAddress homeAgent,
        IpAddress careOfAddress,
        boolean homeAddressOption,
        int sequence,
        int lifetimeSeconds,
        UpdateFlags flags,
        Ipv4Request ipv4,
        long likeness,
        Protection protection) {
      this(
          at,
          path,
          access,
          homeAddress,
          homeAgent,
          careOfAddress,
          homeAddressOption,
          sequence,
          lifetimeSeconds,
          flags,
          ipv4,
          likeness,
          protection,
          UpdateOptions.NONE);
    }

    /** True inside ESP, or behind AH. */
    public boolean protectedByEsp() {
      return protection == Protection.IPSEC;
    }

    /** True when the IPv4 care-of address of the option is not the outer source: a NAT. */
    public boolean natted() {
      return access == Access.UDP_IPV4
          && ipv4.careOfAddress() != null
          && !ipv4.careOfAddress().equals(path.source());
    }
  }

  /**
   * Flags of a Binding Update.
   *
   * @param acknowledge A
   * @param homeRegistration H
   * @param keyManagement K
   * @param proxy P
   * @param forceUdp F
   */
  record UpdateFlags(
      boolean acknowledge,
      boolean homeRegistration,
      boolean keyManagement,
      boolean proxy,
      boolean forceUdp) {
    // By hand, because millions are compared: see IpAddress.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof UpdateFlags that && bits() == that.bits();
    }

    @Override
    public int hashCode() {
      return bits();
    }

    private int bits() {
      return (acknowledge ? 1 : 0)
          | (homeRegistration ? 2 : 0)
          | (keyManagement ? 4 : 0)
          | (proxy ? 8 : 0)
          | (forceUdp ? 16 : 0);
    }
  }

  /**
   * IPv4 options of a Binding Update.
   *
   * @param careOfAddress IPv4 Care-of Address option
   * @param homeAddress IPv4 Home Address option; unspecified asks for one
   */
  record Ipv4Request(@Nullable IpAddress careOfAddress, @Nullable IpAddress homeAddress) {
    /** Neither. */
    public static final Ipv4Request NONE = new Ipv4Request(null, null);
  }

  /**
   * Mobility options of a Binding Update as rules ask for them.
   *
   * @param types option types in it, padding left out
   * @param ipv4HomePrefixLength prefix length of the IPv4 Home Address option, or null
   */
  record UpdateOptions(Set<Integer> types, @Nullable Integer ipv4HomePrefixLength) {
    /** No options. */
    public static final UpdateOptions NONE = new UpdateOptions(Set.of(), null);

    /** An own copy. */
    public UpdateOptions {
      types = Set.copyOf(types);
    }

    /** True when an option of the type is there. */
    public boolean has(int type) {
      return types.contains(type);
    }
  }

  /**
   * Mobility options of a Binding Acknowledgement as rules ask for them.
   *
   * @param types option types in it, padding left out
   * @param refreshAdviceSeconds interval of the Binding Refresh Advice option, or null
   */
  record AnswerOptions(Set<Integer> types, @Nullable Integer refreshAdviceSeconds) {
    /** No options. */
    public static final AnswerOptions NONE = new AnswerOptions(Set.of(), null);

    /** An own copy. */
    public AnswerOptions {
      types = Set.copyOf(types);
    }
  }

  /**
   * A Binding Acknowledgement.
   *
   * @param at where and when
   * @param path outermost addresses
   * @param access how it travels
   * @param homeAddress effective destination: the home address
   * @param homeAgent innermost source
   * @param routingHeader true with a Type 2 routing header
   * @param status below 128 accepted
   * @param keyManagement K
   * @param proxy P
   * @param sequence sequence number
   * @param lifetimeSeconds lifetime granted
   * @param natDetection NAT Detection option
   * @param ipv4 IPv4 Address Acknowledgement option
   * @param protection what keeps others from forging it
   * @param options other facts of its mobility options
   */
  record BindingAcknowledgement(
      At at,
      Path path,
      Access access,
      IpAddress homeAddress,
      IpAddress homeAgent,
      boolean routingHeader,
      int status,
      boolean keyManagement,
      boolean proxy,
      int sequence,
      int lifetimeSeconds,
      @Nullable NatDetected natDetection,
      @Nullable Ipv4Granted ipv4,
      Protection protection,
      AnswerOptions options)
      implements Event {
    /** One whose other options do not matter. */
    public BindingAcknowledgement(
        At at,
        Path path,
        Access access,
        IpAddress homeAddress,
        IpAddress homeAgent,
        boolean routingHeader,
        int status,
        boolean keyManagement,
        boolean proxy,
        int sequence,
        int lifetimeSeconds,
        @Nullable NatDetected natDetection,
        @Nullable Ipv4Granted ipv4,
        Protection protection) {
      this(
          at,
          path,
          access,
          homeAddress,
          homeAgent,
          routingHeader,
          status,
          keyManagement,
          proxy,
          sequence,
          lifetimeSeconds,
          natDetection,
          ipv4,
          protection,
          AnswerOptions.NONE);
    }

    /** True inside ESP, or behind AH. */
    public boolean protectedByEsp() {
      return protection == Protection.IPSEC;
    }

    /** True for status 0 to 127. */
    public boolean accepted() {
      return status < 128;
    }

    /** True when the lifetime granted never runs out: all bits set, units of four seconds. */
    public boolean endless() {
      return lifetimeSeconds == 0xffff * 4;
    }

    /** When the lifetime granted runs out, nanoseconds since 1970, or {@link Long#MAX_VALUE}. */
    public long expiresNanos() {
      return endless() ? Long.MAX_VALUE : at.timeNanos() + lifetimeSeconds * At.SECOND;
    }
  }

  /**
   * NAT Detection option.
   *
   * @param force F
   * @param refreshSeconds refresh time
   */
  record NatDetected(boolean force, long refreshSeconds) {}

  /**
   * IPv4 Address Acknowledgement option.
   *
   * @param status 0 to 127 success
   * @param address the IPv4 home address
   */
  record Ipv4Granted(int status, IpAddress address) {}

  /**
   * A mobility message whose checksum is wrong or that is too short for its type: seen, not
   * believed.
   *
   * @param at where and when
   * @param homeAddress effective address of the mobile node's side, as far as it can be told
   * @param what what is wrong
   */
  record MalformedMobility(At at, IpAddress homeAddress, String what) implements Event {}

  /**
   * A Binding Error.
   *
   * @param at where and when
   * @param path outermost addresses
   * @param status 1 unknown binding for the Home Address option, 2 unknown message type
   * @param homeAddress home address of the packet that was answered, unspecified when it had none
   */
  record BindingError(At at, Path path, int status, IpAddress homeAddress) implements Event {}

  /**
   * Another Mobility Header message: refresh request, return routability, ...
   *
   * @param at where and when
   * @param type MH Type
   * @param source effective source
   * @param destination effective destination
   */
  record OtherMobility(At at, int type, IpAddress source, IpAddress destination) implements Event {}

  /** Which way a packet inside ESP goes. */
  enum Direction {
    /** From the mobile node. */
    TO_HOME_AGENT,
    /** From the home agent. */
    TO_MOBILE_NODE,
    /** The packet alone does not tell. */
    UNKNOWN
  }

  /**
   * Something inside ESP between a mobile node and its home agent that cannot be read.
   *
   * @param at where and when
   * @param path outermost addresses
   * @param access how it travels
   * @param direction which way
   * @param source effective source of the IPv6 header that carries ESP
   * @param destination effective destination of it
   * @param spi ESP SPI
   * @param sequence ESP sequence number
   */
  record OpaqueMobility(
      At at,
      Path path,
      Access access,
      Direction direction,
      IpAddress source,
      IpAddress destination,
      long spi,
      long sequence)
      implements Event {}

  /**
   * An IKE message.
   *
   * @param at where and when
   * @param path outermost addresses
   * @param version major version, 1 or 2
   * @param initiatorSpi initiator's SPI or cookie
   * @param responderSpi responder's SPI or cookie, 0 while unknown
   * @param exchange exchange type
   * @param messageId message id
   * @param initiatorFlag IKEv2 I flag: sent by the original initiator
   * @param responseFlag IKEv2 R flag: a response
   * @param encrypted true when the payloads are encrypted
   * @param fragment true for an IKE fragment
   * @param length length on the wire in octets
   * @param digest digest of the message, for retransmissions
   * @param notifies unencrypted notify types
   * @param lifetimeSeconds how long the SA may live: AUTH_LIFETIME (RFC 4478), in IKEv1 the life
   *     duration that the responder chose (RFC 2409 appendix A); null when the message does not say
   * @param content what the encrypted payloads say, null when there are none or they stay closed
   */
  record Ike(
      At at,
      Path path,
      int version,
      long initiatorSpi,
      long responderSpi,
      int exchange,
      long messageId,
      boolean initiatorFlag,
      boolean responseFlag,
      boolean encrypted,
      boolean fragment,
      long length,
      long digest,
      List<Integer> notifies,
      @Nullable Long lifetimeSeconds,
      @Nullable IkeContent content)
      implements Event {}
}
