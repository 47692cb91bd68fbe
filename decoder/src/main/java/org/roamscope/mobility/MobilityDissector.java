package org.roamscope.mobility;

import static org.roamscope.field.ProblemKind.CHECKSUM;
import static org.roamscope.field.ProblemKind.CUT_BY_CAPTURE;
import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.VALUE;

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
    List<MobilityOption> options = OptionReader.read(whole, fixed, problems);
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
}
