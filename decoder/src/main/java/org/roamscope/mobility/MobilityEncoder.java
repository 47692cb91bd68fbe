package org.roamscope.mobility;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.roamscope.field.Flag;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;

/**
 * Writes Mobility Header messages from the same layouts that the dissector reads: for tests and
 * samples. Options keep their order; each is padded to its alignment and the message to 8 octets.
 */
public final class MobilityEncoder {
  private static final int CHECKSUM_AT = 4;

  /** Flags of a Binding Update, in wire order. */
  public enum UpdateFlag {
    /** Acknowledge. */
    A(BindingUpdate.ACKNOWLEDGE),
    /** Home Registration. */
    H(BindingUpdate.HOME_REGISTRATION),
    /** Link-Local Address Compatibility. */
    L(BindingUpdate.LINK_LOCAL),
    /** Key Management Mobility Capability. */
    K(BindingUpdate.KEY_MANAGEMENT),
    /** MAP Registration. */
    M(BindingUpdate.MAP_REGISTRATION),
    /** Mobile Router. */
    R(BindingUpdate.MOBILE_ROUTER),
    /** Proxy Registration. */
    P(BindingUpdate.PROXY),
    /** Forcing UDP encapsulation. */
    F(BindingUpdate.FORCE_UDP),
    /** TLV-header format. */
    T(BindingUpdate.TLV_HEADER),
    /** Bulk-Binding-Update, or Overwrite. */
    B(BindingUpdate.BULK_OR_OVERWRITE),
    /** Multicast Subscription. */
    S(BindingUpdate.SUBSCRIPTION),
    /** Distributed mobility. */
    D(BindingUpdate.DISTRIBUTED);

    @SuppressWarnings("ImmutableEnumChecker") // a descriptor: nothing in it changes
    private final Flag field;

    UpdateFlag(Flag field) {
      this.field = field;
    }
  }

  /** Flags of a Binding Acknowledgement, in wire order. */
  public enum AcknowledgementFlag {
    /** Key Management Mobility Capability. */
    K(BindingAcknowledgement.KEY_MANAGEMENT),
    /** Mobile Router. */
    R(BindingAcknowledgement.MOBILE_ROUTER),
    /** Proxy Registration. */
    P(BindingAcknowledgement.PROXY),
    /** TLV-header format. */
    T(BindingAcknowledgement.TLV_HEADER),
    /** Bulk-Binding-Update. */
    B(BindingAcknowledgement.BULK),
    /** Multicast Subscription. */
    S(BindingAcknowledgement.SUBSCRIPTION),
    /** Distributed mobility. */
    D(BindingAcknowledgement.DISTRIBUTED);

    @SuppressWarnings("ImmutableEnumChecker") // a descriptor: nothing in it changes
    private final Flag field;

    AcknowledgementFlag(Flag field) {
      this.field = field;
    }
  }

  /** A mobility option with its alignment {@code multiple}n + {@code offset}. */
  public static final class Option {
    private final byte[] octets;
    private final int multiple;
    private final int offset;

    private Option(byte[] octets, int multiple, int offset) {
      this.octets = octets;
      this.multiple = multiple;
      this.offset = offset;
    }
  }

  private final int type;
  private final byte[] fixed;
  private final List<Option> options = new ArrayList<>();

  private MobilityEncoder(int type, byte[] fixed) {
    this.type = type;
    this.fixed = fixed;
  }

  // ---- messages ------------------------------------------------------------------------------

  /**
   * Binding Update, RFC 6275 section 6.1.7.
   *
   * @param lifetimeSeconds a multiple of 4
   */
  public static MobilityEncoder bindingUpdate(
      int sequence, Set<UpdateFlag> flags, int lifetimeSeconds) {
    return new MobilityEncoder(
        5,
        BindingUpdate.WIRE.write(out -> {
          out.set(BindingUpdate.SEQUENCE, sequence);
          flags.forEach(flag -> out.set(flag.field, true));
          out.set(BindingUpdate.LIFETIME, units(lifetimeSeconds));
        }));
  }

  /**
   * Binding Acknowledgement, RFC 6275 section 6.1.8.
   *
   * @param lifetimeSeconds a multiple of 4
   */
  public static MobilityEncoder bindingAcknowledgement(
      int status, Set<AcknowledgementFlag> flags, int sequence, int lifetimeSeconds) {
    return new MobilityEncoder(
        6,
        BindingAcknowledgement.WIRE.write(out -> {
          out.set(BindingAcknowledgement.STATUS, status);
          flags.forEach(flag -> out.set(flag.field, true));
          out.set(BindingAcknowledgement.SEQUENCE, sequence);
          out.set(BindingAcknowledgement.LIFETIME, units(lifetimeSeconds));
        }));
  }

  /** Binding Error, RFC 6275 section 6.1.9. */
  public static MobilityEncoder bindingError(int status, IpAddress homeAddress) {
    return new MobilityEncoder(
        7,
        BindingError.WIRE.write(out ->
            out.set(BindingError.STATUS, status).set(BindingError.HOME_ADDRESS, homeAddress)));
  }

  /** Binding Refresh Request, RFC 6275 section 6.1.2. */
  public static MobilityEncoder bindingRefreshRequest() {
    return new MobilityEncoder(0, BindingRefreshRequest.WIRE.write(out -> {}));
  }

  /** Home Test Init, RFC 6275 section 6.1.3. */
  public static MobilityEncoder homeTestInit(long cookie) {
    return new MobilityEncoder(
        1, HomeTestInit.WIRE.write(out -> out.set(HomeTestInit.COOKIE, cookie)));
  }

  /** Care-of Test Init, RFC 6275 section 6.1.4. */
  public static MobilityEncoder careOfTestInit(long cookie) {
    return new MobilityEncoder(
        2, CareOfTestInit.WIRE.write(out -> out.set(CareOfTestInit.COOKIE, cookie)));
  }

  /** Home Test, RFC 6275 section 6.1.5. */
  public static MobilityEncoder homeTest(int nonceIndex, long cookie, long token) {
    return new MobilityEncoder(
        3,
        HomeTest.WIRE.write(out ->
            out.set(HomeTest.NONCE_INDEX, nonceIndex)
                .set(HomeTest.COOKIE, cookie)
                .set(HomeTest.TOKEN, token)));
  }

  /** Care-of Test, RFC 6275 section 6.1.6. */
  public static MobilityEncoder careOfTest(int nonceIndex, long cookie, long token) {
    return new MobilityEncoder(
        4,
        CareOfTest.WIRE.write(out ->
            out.set(CareOfTest.NONCE_INDEX, nonceIndex)
                .set(CareOfTest.COOKIE, cookie)
                .set(CareOfTest.TOKEN, token)));
  }

  private static int units(int lifetimeSeconds) {
    if (lifetimeSeconds % 4 != 0) {
      throw new IllegalArgumentException(
          "a lifetime counts units of 4 seconds, not " + lifetimeSeconds + " seconds");
    }
    return lifetimeSeconds / 4;
  }

  // ---- options -------------------------------------------------------------------------------

  /** Appends an option. */
  public MobilityEncoder with(Option option) {
    options.add(option);
    return this;
  }

  /** Binding Refresh Advice, RFC 6275 section 6.2.4. */
  public static Option bindingRefreshAdvice(int lifetimeSeconds) {
    return option(
        BindingRefreshAdvice.TYPE,
        BindingRefreshAdvice.WIRE,
        2,
        0,
        out -> out.set(BindingRefreshAdvice.INTERVAL, units(lifetimeSeconds)));
  }

  /** Alternate Care-of Address, RFC 6275 section 6.2.5. */
  public static Option alternateCareOfAddress(IpAddress address) {
    return option(
        AlternateCareOfAddress.TYPE,
        AlternateCareOfAddress.WIRE,
        8,
        6,
        out -> out.set(AlternateCareOfAddress.ADDRESS, address));
  }

  /** Nonce Indices, RFC 6275 section 6.2.6. */
  public static Option nonceIndices(int home, int careOf) {
    return option(
        NonceIndices.TYPE,
        NonceIndices.WIRE,
        2,
        0,
        out -> out.set(NonceIndices.HOME, home).set(NonceIndices.CARE_OF, careOf));
  }

  /** Binding Authorization Data, RFC 6275 section 6.2.7; comes last. */
  public static Option bindingAuthorizationData(byte[] authenticator) {
    return raw(BindingAuthorizationData.TYPE, authenticator, 8, 2);
  }

  /** Mobile Network Prefix, RFC 3963 section 4.3. */
  public static Option mobileNetworkPrefix(IpAddress prefix, int length) {
    return option(
        MobileNetworkPrefix.TYPE,
        MobileNetworkPrefix.WIRE,
        8,
        4,
        out ->
            out.set(MobileNetworkPrefix.PREFIX_LENGTH, length)
                .set(MobileNetworkPrefix.PREFIX, prefix));
  }

  /** Mobile Node Identifier, RFC 4283 section 3. */
  public static Option mobileNodeIdentifier(int subtype, byte[] identifier) {
    byte[] data = new byte[1 + identifier.length];
    data[0] = (byte) subtype;
    System.arraycopy(identifier, 0, data, 1, identifier.length);
    return raw(MobileNodeIdentifier.TYPE, data, 1, 0);
  }

  /** IPv4 Home Address, RFC 5555 section 3.1.1. */
  public static Option ipv4HomeAddress(IpAddress address, int prefixLength) {
    return option(
        Ipv4HomeAddress.TYPE,
        Ipv4HomeAddress.WIRE,
        4,
        0,
        out ->
            out.set(Ipv4HomeAddress.PREFIX_LENGTH, prefixLength)
                .set(Ipv4HomeAddress.ADDRESS, address));
  }

  /** IPv4 Address Acknowledgement, RFC 5555 section 3.2.1. */
  public static Option ipv4AddressAcknowledgement(int status, IpAddress address, int prefixLength) {
    return option(
        Ipv4AddressAcknowledgement.TYPE,
        Ipv4AddressAcknowledgement.WIRE,
        4,
        0,
        out ->
            out.set(Ipv4AddressAcknowledgement.STATUS, status)
                .set(Ipv4AddressAcknowledgement.PREFIX_LENGTH, prefixLength)
                .set(Ipv4AddressAcknowledgement.ADDRESS, address));
  }

  /** NAT Detection with F set, RFC 5555 section 3.2.2. */
  public static Option natDetectionForced(long refreshSeconds) {
    return option(
        NatDetection.TYPE,
        NatDetection.WIRE,
        4,
        0,
        out -> out.set(NatDetection.FORCE, true).set(NatDetection.REFRESH, refreshSeconds));
  }

  /** NAT Detection with F clear, RFC 5555 section 3.2.2. */
  public static Option natDetection(long refreshSeconds) {
    return option(
        NatDetection.TYPE,
        NatDetection.WIRE,
        4,
        0,
        out -> out.set(NatDetection.REFRESH, refreshSeconds));
  }

  /** IPv4 Care-of Address, RFC 5555 section 3.1.2. */
  public static Option ipv4CareOfAddress(IpAddress address) {
    return option(
        Ipv4CareOfAddress.TYPE,
        Ipv4CareOfAddress.WIRE,
        4,
        0,
        out -> out.set(Ipv4CareOfAddress.ADDRESS, address));
  }

  /** Any option, aligned to {@code multiple}n + {@code offset}. */
  public static Option raw(int type, byte[] data, int multiple, int offset) {
    byte[] octets = new byte[2 + data.length];
    octets[0] = (byte) type;
    octets[1] = (byte) data.length;
    System.arraycopy(data, 0, octets, 2, data.length);
    return new Option(octets, multiple, offset);
  }

  private static Option option(
      int type, Layout wire, int multiple, int offset, Consumer<Layout.Writer> how) {
    byte[] octets = wire.write(how);
    octets[0] = (byte) type;
    octets[1] = (byte) (octets.length - 2);
    return new Option(octets, multiple, offset);
  }

  // ---- the whole -----------------------------------------------------------------------------

  /**
   * The Mobility Header with padding, Header Len and checksum.
   *
   * @param source effective source: the home address where a Home Address option says so
   * @param destination effective destination: the home address of a Type 2 routing header
   */
  public byte[] encode(IpAddress source, IpAddress destination) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(fixed);
    for (Option option : options) {
      pad(out, Math.floorMod(option.offset - out.size(), option.multiple));
      out.writeBytes(option.octets);
    }
    pad(out, -out.size() & 7);
    byte[] octets = out.toByteArray();
    byte[] common =
        MobilityHeader.WIRE.write(header ->
            header
                .set(MobilityHeader.PAYLOAD_PROTOCOL, MobilityHeader.NO_NEXT_HEADER)
                .set(MobilityHeader.LENGTH, octets.length / 8 - 1)
                .set(MobilityHeader.TYPE, type));
    System.arraycopy(common, 0, octets, 0, common.length);
    int checksum =
        MobilityDissector.pseudoHeader(source, destination, octets.length).add(octets).value();
    octets[CHECKSUM_AT] = (byte) (checksum >>> 8);
    octets[CHECKSUM_AT + 1] = (byte) checksum;
    return octets;
  }

  private static void pad(ByteArrayOutputStream out, int octets) {
    if (octets == 1) {
      out.write(0);
    } else if (octets > 1) {
      byte[] padding = new byte[octets];
      padding[0] = 1;
      padding[1] = (byte) (octets - 2);
      out.writeBytes(padding);
    }
  }
}
