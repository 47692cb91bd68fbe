package org.roamscope.track;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/** A fact that a frame shows. Immutable; correlation knows nothing else. */
public sealed interface Event {
  /** Where and when. */
  At at();

  /** When: nanoseconds since 1970-01-01 UTC. */
  default long timeNanos() {
    return at().timeNanos();
  }

  /**
   * A Binding Update. Millions are kept: where and when stand in it as numbers, and what many say
   * alike is one object.
   *
   * @param capture index of the capture, from 0
   * @param frame frame number in it, from 1
   * @param timeNanos nanoseconds since 1970-01-01 UTC
   * @param path outermost addresses
   * @param homeAddress effective source: the home address
   * @param careOfAddress IPv4 Care-of Address option, Alternate Care-of Address option, else source
   * @param sequence sequence number
   * @param likeness digest of the message without sequence number and checksum
   * @param terms all else
   */
  record BindingUpdate(
      int capture,
      int frame,
      long timeNanos,
      Path path,
      IpAddress homeAddress,
      IpAddress careOfAddress,
      int sequence,
      long likeness,
      UpdateTerms terms)
      implements Event {
    /** One that was seen at {@code at}. */
    public BindingUpdate(
        At at,
        Path path,
        IpAddress homeAddress,
        IpAddress careOfAddress,
        int sequence,
        long likeness,
        UpdateTerms terms) {
      this(
          at.capture(),
          at.frame(),
          at.timeNanos(),
          path,
          homeAddress,
          careOfAddress,
          sequence,
          likeness,
          terms);
    }

    @Override
    public At at() {
      return new At(capture, frame, timeNanos);
    }

    /** Innermost destination. */
    public IpAddress homeAgent() {
      return terms.homeAgent();
    }

    /** How it travels. */
    public Access access() {
      return terms.access();
    }

    /** True when the home address came in a Home Address option. */
    public boolean homeAddressOption() {
      return terms.homeAddressOption();
    }

    /** Lifetime asked for, 0 to remove the binding. */
    public int lifetimeSeconds() {
      return terms.lifetimeSeconds();
    }

    /** A, H, K, P, F. */
    public UpdateFlags flags() {
      return terms.flags();
    }

    /** IPv4 options, RFC 5555. */
    public Ipv4Request ipv4() {
      return terms.ipv4();
    }

    /** What keeps others from forging it. */
    public Protection protection() {
      return terms.protection();
    }

    /** Other facts of its mobility options. */
    public UpdateOptions options() {
      return terms.options();
    }

    /** True inside ESP, or behind AH. */
    public boolean protectedByEsp() {
      return protection() == Protection.IPSEC;
    }

    /** True when the IPv4 care-of address of the option is not the outer source: a NAT. */
    public boolean natted() {
      return terms.natted(path);
    }
  }

  /**
   * What a Binding Update asks for and how it came, as far as many may have it in common.
   *
   * @param homeAgent innermost destination
   * @param access how it travels
   * @param homeAddressOption true when the home address came in a Home Address option
   * @param lifetimeSeconds lifetime asked for, 0 to remove the binding
   * @param flags A, H, K, P, F
   * @param ipv4 IPv4 options, RFC 5555
   * @param protection what keeps others from forging it
   * @param options other facts of its mobility options
   */
  record UpdateTerms(
      IpAddress homeAgent,
      Access access,
      boolean homeAddressOption,
      int lifetimeSeconds,
      UpdateFlags flags,
      Ipv4Request ipv4,
      Protection protection,
      UpdateOptions options) {
    /** True when the IPv4 care-of address of the option is not the source of that path: a NAT. */
    public boolean natted(Path path) {
      return access == Access.UDP_IPV4
          && ipv4.careOfAddress() != null
          && !ipv4.careOfAddress().equals(path.source());
    }

    // By hand, because millions are compared: see IpAddress.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof UpdateTerms that
          && homeAgent.equals(that.homeAgent)
          && lifetimeSeconds == that.lifetimeSeconds
          && homeAddressOption == that.homeAddressOption
          && access == that.access
          && protection == that.protection
          && flags.equals(that.flags)
          && ipv4.equals(that.ipv4)
          && options.equals(that.options);
    }

    @Override
    public int hashCode() {
      return ((homeAgent.hashCode() * 31 + lifetimeSeconds) * 31 + flags.hashCode()) * 31
          + ipv4.hashCode();
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
   * A Binding Acknowledgement, kept as a {@link BindingUpdate} is.
   *
   * @param capture index of the capture, from 0
   * @param frame frame number in it, from 1
   * @param timeNanos nanoseconds since 1970-01-01 UTC
   * @param path outermost addresses
   * @param homeAddress effective destination: the home address
   * @param sequence sequence number
   * @param terms all else
   */
  record BindingAcknowledgement(
      int capture,
      int frame,
      long timeNanos,
      Path path,
      IpAddress homeAddress,
      int sequence,
      AnswerTerms terms)
      implements Event {
    /** One that was seen at {@code at}. */
    public BindingAcknowledgement(
        At at, Path path, IpAddress homeAddress, int sequence, AnswerTerms terms) {
      this(at.capture(), at.frame(), at.timeNanos(), path, homeAddress, sequence, terms);
    }

    @Override
    public At at() {
      return new At(capture, frame, timeNanos);
    }

    /** Innermost source. */
    public IpAddress homeAgent() {
      return terms.homeAgent();
    }

    /** How it travels. */
    public Access access() {
      return terms.access();
    }

    /** True with a Type 2 routing header. */
    public boolean routingHeader() {
      return terms.routingHeader();
    }

    /** Below 128 accepted. */
    public int status() {
      return terms.status();
    }

    /** K. */
    public boolean keyManagement() {
      return terms.keyManagement();
    }

    /** P. */
    public boolean proxy() {
      return terms.proxy();
    }

    /** Lifetime granted. */
    public int lifetimeSeconds() {
      return terms.lifetimeSeconds();
    }

    /** NAT Detection option, or null. */
    public @Nullable NatDetected natDetection() {
      return terms.natDetection();
    }

    /** IPv4 Address Acknowledgement option, or null. */
    public @Nullable Ipv4Granted ipv4() {
      return terms.ipv4();
    }

    /** What keeps others from forging it. */
    public Protection protection() {
      return terms.protection();
    }

    /** Other facts of its mobility options. */
    public AnswerOptions options() {
      return terms.options();
    }

    /** True inside ESP, or behind AH. */
    public boolean protectedByEsp() {
      return protection() == Protection.IPSEC;
    }

    /** True for status 0 to 127. */
    public boolean accepted() {
      return terms.accepted();
    }

    /** True when the lifetime granted never runs out. */
    public boolean endless() {
      return terms.endless();
    }

    /** When the lifetime granted runs out, nanoseconds since 1970, or {@link Long#MAX_VALUE}. */
    public long expiresNanos() {
      return terms.expiresNanos(timeNanos);
    }
  }

  /**
   * What a Binding Acknowledgement grants and how it came, as far as many may have it in common.
   *
   * @param homeAgent innermost source
   * @param access how it travels
   * @param routingHeader true with a Type 2 routing header
   * @param status below 128 accepted
   * @param keyManagement K
   * @param proxy P
   * @param lifetimeSeconds lifetime granted
   * @param natDetection NAT Detection option
   * @param ipv4 IPv4 Address Acknowledgement option
   * @param protection what keeps others from forging it
   * @param options other facts of its mobility options
   */
  record AnswerTerms(
      IpAddress homeAgent,
      Access access,
      boolean routingHeader,
      int status,
      boolean keyManagement,
      boolean proxy,
      int lifetimeSeconds,
      @Nullable NatDetected natDetection,
      @Nullable Ipv4Granted ipv4,
      Protection protection,
      AnswerOptions options) {
    /** True for status 0 to 127. */
    public boolean accepted() {
      return status < 128;
    }

    /** True when the lifetime granted never runs out: all bits set, units of four seconds. */
    public boolean endless() {
      return lifetimeSeconds == 0xffff * 4;
    }

    /**
     * When the lifetime granted runs out, nanoseconds since 1970, or {@link Long#MAX_VALUE}.
     *
     * @param timeNanos when it was granted
     */
    public long expiresNanos(long timeNanos) {
      return endless() ? Long.MAX_VALUE : timeNanos + lifetimeSeconds * At.SECOND;
    }

    // By hand, because millions are compared: see IpAddress.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof AnswerTerms that
          && homeAgent.equals(that.homeAgent)
          && status == that.status
          && lifetimeSeconds == that.lifetimeSeconds
          && keyManagement == that.keyManagement
          && proxy == that.proxy
          && routingHeader == that.routingHeader
          && access == that.access
          && protection == that.protection
          && Objects.equals(natDetection, that.natDetection)
          && Objects.equals(ipv4, that.ipv4)
          && options.equals(that.options);
    }

    @Override
    public int hashCode() {
      return ((homeAgent.hashCode() * 31 + lifetimeSeconds) * 31 + status) * 31
          + Objects.hashCode(ipv4);
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
