package org.roamscope.mobility;

import static org.roamscope.field.ProblemKind.CHECKSUM;
import static org.roamscope.field.ProblemKind.CUT_BY_CAPTURE;
import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.LIMIT;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Checksum;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;

/** Reads a Mobility Header. Total: every byte sequence gives a result, nothing is thrown. */
public final class MobilityDissector {
  /** Options looked at in one message; more are a {@code LIMIT} problem. */
  public static final int MAX_OPTIONS = 512;

  private static final int COMMON = 6;

  private MobilityDissector() {}

  /**
   * Reads a Mobility Header.
   *
   * @param packet what follows the IPv6 headers
   * @param source effective source: the home address of a Home Address option, else the IPv6 source
   * @param destination effective destination: the home address of a Type 2 routing header, else the
   *     IPv6 destination
   * @param problems receives what is wrong
   * @return the header, or null when fewer than 6 octets are there
   */
  public static @Nullable MobilityHeader dissect(
      Slice packet, IpAddress source, IpAddress destination, List<Problem> problems) {
    if (!packet.holds(0, COMMON)) {
      problems.add(Problem.missing(packet, COMMON, "mip6", "The Mobility Header"));
      return null;
    }
    long wanted = (MobilityHeader.LENGTH.get(packet) + 1) * 8;
    Slice whole = packet.part(0, Math.min(wanted, packet.claimedLength()));
    if (wanted > packet.claimedLength()) {
      problems.add(
          new Problem(
              LENGTH,
              MobilityHeader.LENGTH.span(packet),
              "mip6.hlen",
              wanted,
              packet.claimedLength(),
              "Header Len claims "
                  + wanted
                  + " octets, the packet has "
                  + packet.claimedLength()
                  + "."));
    } else if (whole.truncated()) {
      problems.add(
          new Problem(
              CUT_BY_CAPTURE,
              whole.span(),
              "mip6",
              wanted,
              whole.length(),
              "The capture cut the message after "
                  + whole.length()
                  + " of "
                  + wanted
                  + " octets."));
    }
    if (wanted < packet.claimedLength()) {
      Slice after = packet.from((int) wanted);
      problems.add(
          new Problem(
              LENGTH,
              after.span(),
              "mip6.hlen",
              wanted,
              packet.claimedLength(),
              "After the Mobility Header of "
                  + wanted
                  + " octets the packet goes on to "
                  + packet.claimedLength()
                  + "; nothing may follow it (RFC 6275 6.1.1)."));
    }
    if (MobilityHeader.PAYLOAD_PROTOCOL.get(whole) != MobilityHeader.NO_NEXT_HEADER) {
      problems.add(
          Problem.of(
              VALUE,
              MobilityHeader.PAYLOAD_PROTOCOL.span(whole),
              "mip6.proto",
              "Payload Proto is "
                  + MobilityHeader.PAYLOAD_PROTOCOL.get(whole)
                  + "; receivers discard everything but 59 (RFC 6275 9.2)."));
    }
    ChecksumStatus checksum =
        wanted > packet.claimedLength() || whole.length() < wanted
            ? ChecksumStatus.UNVERIFIABLE
            : verify(whole, source, destination);
    if (checksum == ChecksumStatus.BAD) {
      problems.add(
          Problem.of(
              CHECKSUM,
              MobilityHeader.CHECKSUM.span(whole),
              "mip6.csum",
              "The checksum does not fit; the receiver discards the message (RFC 6275 9.2)."));
    }
    MobilityHeader header = new MobilityHeader(whole, checksum, message(whole, problems));
    ReservedFields.check(header, problems);
    return header;
  }

  /** RFC 6275 section 6.1.1: IPv6 pseudo-header with next header 135. */
  private static ChecksumStatus verify(Slice whole, IpAddress source, IpAddress destination) {
    if (source.v4() || destination.v4()) {
      return ChecksumStatus.UNVERIFIABLE;
    }
    return pseudoHeader(source, destination, whole.length()).add(whole).value() == 0
        ? ChecksumStatus.GOOD
        : ChecksumStatus.BAD;
  }

  static Checksum pseudoHeader(IpAddress source, IpAddress destination, int length) {
    return new Checksum()
        .add(source.bytes())
        .add(destination.bytes())
        .addWord(length)
        .addWord(MobilityHeader.PROTOCOL);
  }

  private static MobilityMessage message(Slice whole, List<Problem> problems) {
    int type = MobilityHeader.TYPE.getInt(whole);
    Layout layout = MobilityLayouts.message(whole);
    if (layout == null) {
      return new UnknownMobilityMessage(whole, type);
    }
    if (!whole.holds(0, layout.octets())) {
      problems.add(
          Problem.missing(
              whole, layout.octets(), "mip6.hlen", MobilityCodePoints.MESSAGE_TYPES.name(type)));
      return new UnknownMobilityMessage(whole, type);
    }
    MobilityMessage message = known(whole, type, layout, problems);
    ReservedFields.check(message, problems);
    MobilityOptionRules.check(type, message, problems);
    return message;
  }

  private static MobilityMessage known(
      Slice whole, int type, Layout layout, List<Problem> problems) {
    List<HomeAgentAddress> agents =
        type == 12 ? HomeAgentSwitch.addresses(whole, problems) : List.of();
    int fixed =
        switch (type) {
          case 11 -> whole.length(); // RFC 5096: all of it belongs to the experiment
          case 12 -> HomeAgentSwitch.optionsAt(whole);
          default -> layout.octets();
        };
    List<MobilityOption> options = options(whole, fixed, problems);
    return switch (type) {
      case 0 -> new BindingRefreshRequest(whole, options);
      case 1 -> new HomeTestInit(whole, options);
      case 2 -> new CareOfTestInit(whole, options);
      case 3 -> new HomeTest(whole, options);
      case 4 -> new CareOfTest(whole, options);
      case 5 -> new BindingUpdate(whole, options);
      case 6 -> new BindingAcknowledgement(whole, options);
      case 7 -> new BindingError(whole, options);
      case 12 -> new HomeAgentSwitch(whole, agents, options);
      default -> new PlainMessage(whole, type, layout, options);
    };
  }

  private static List<MobilityOption> options(Slice whole, int from, List<Problem> problems) {
    List<MobilityOption> options = new ArrayList<>();
    int at = from;
    while (at < whole.length()) {
      if (options.size() == MAX_OPTIONS) {
        problems.add(
            Problem.of(
                LIMIT,
                whole.span(at, whole.length() - at),
                "mip6.options",
                "More than " + MAX_OPTIONS + " mobility options; the rest is not looked at."));
        break;
      }
      int type = whole.u8(at);
      if (type == 0) {
        options.add(new PadOption(whole.part(at, 1)));
        at++;
        continue;
      }
      long size = whole.holds(at, 2) ? 2L + dataLength(type, whole.u8(at + 1)) : 2;
      Slice option = whole.part(at, size);
      if (size > whole.claimedLength() - at) {
        problems.add(
            new Problem(
                LENGTH,
                whole.span(at, whole.length() - at),
                "mip6.opt.len.invalid",
                size,
                whole.claimedLength() - at,
                "Mobility option "
                    + MobilityCodePoints.OPTION_TYPES.name(type)
                    + " claims "
                    + size
                    + " octets, the message has "
                    + (whole.claimedLength() - at)
                    + " left."));
      } else if (option.truncated()) {
        problems.add(
            new Problem(
                CUT_BY_CAPTURE,
                option.span(),
                "mip6.options",
                size,
                option.length(),
                "The capture cut a mobility option."));
      }
      options.add(option(type, option, problems));
      at += option.length();
    }
    return List.copyOf(options);
  }

  /** Octets after the length field: three options do not count them in the usual way. */
  private static long dataLength(int type, int length) {
    return switch (type) {
      case 21 -> 4L + length; // RFC 5568 6.4.5: Len covers the authenticator only, not the SPI
      case 60, 61 -> 2L + 4L * length; // RFC 7411: Len in 32-bit words, header not counted
      default -> length;
    };
  }

  private static MobilityOption option(int type, Slice slice, List<Problem> problems) {
    MobilityOption typed =
        switch (type) {
          case 1 -> new PadOption(slice);
          case BindingRefreshAdvice.TYPE -> new BindingRefreshAdvice(slice);
          case AlternateCareOfAddress.TYPE -> new AlternateCareOfAddress(slice);
          case NonceIndices.TYPE -> new NonceIndices(slice);
          case BindingAuthorizationData.TYPE -> new BindingAuthorizationData(slice);
          case MobileNetworkPrefix.TYPE -> new MobileNetworkPrefix(slice);
          case LinkLayerAddress.TYPE -> new LinkLayerAddress(slice);
          case MobileNodeIdentifier.TYPE -> new MobileNodeIdentifier(slice);
          case CgaParametersRequest.TYPE -> new CgaParametersRequest(slice);
          case CgaParameters.TYPE -> new CgaParameters(slice);
          case Ipv4HomeAddress.TYPE -> new Ipv4HomeAddress(slice);
          case Ipv4AddressAcknowledgement.TYPE -> new Ipv4AddressAcknowledgement(slice);
          case NatDetection.TYPE -> new NatDetection(slice);
          case Ipv4CareOfAddress.TYPE -> new Ipv4CareOfAddress(slice);
          default -> new UnknownMobilityOption(slice);
        };
    if (slice.holds(0, typed.layout().octets())) {
      return typed;
    }
    if (!slice.truncated()) {
      problems.add(
          new Problem(
              LENGTH,
              slice.span(),
              "mip6.opt.len.invalid",
              typed.layout().octets(),
              slice.length(),
              "Mobility option "
                  + MobilityCodePoints.OPTION_TYPES.name(type)
                  + " needs "
                  + typed.layout().octets()
                  + " octets, it has "
                  + slice.length()
                  + "."));
    }
    return new UnknownMobilityOption(slice);
  }
}
