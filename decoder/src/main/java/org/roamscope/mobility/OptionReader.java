package org.roamscope.mobility;

import static org.roamscope.field.ProblemKind.CUT_BY_CAPTURE;
import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.LIMIT;
import static org.roamscope.field.ProblemKind.ORDER;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;

/**
 * Reads the mobility options of a message, RFC 6275 section 6.2. Total: a bad option is a problem,
 * is shown, and does not lose the ones after it.
 */
final class OptionReader {
  private final Slice whole;
  private final List<Problem> problems;
  private final List<MobilityOption> options = new ArrayList<>();

  private OptionReader(Slice whole, List<Problem> problems) {
    this.whole = whole;
    this.problems = problems;
  }

  /**
   * Reads options.
   *
   * @param whole the Mobility Header from its first octet
   * @param from where the options begin
   * @param problems receives what is wrong
   */
  static List<MobilityOption> read(Slice whole, int from, List<Problem> problems) {
    OptionReader reader = new OptionReader(whole, problems);
    reader.walk(from);
    VendorOptions.join(reader.options);
    return List.copyOf(reader.options);
  }

  private void walk(int from) {
    int at = from;
    while (at < whole.length()) {
      if (options.size() == MobilityDissector.MAX_OPTIONS) {
        problems.add(
            Problem.of(
                LIMIT,
                whole.span(at, whole.length() - at),
                "mip6.options",
                "More than "
                    + MobilityDissector.MAX_OPTIONS
                    + " mobility options; the rest is not looked at."));
        return;
      }
      int type = whole.u8(at);
      if (type == 0) {
        options.add(new PadOption(whole.part(at, 1)));
        at++;
        continue;
      }
      long size = whole.holds(at, 2) ? 2L + dataLength(type, whole.u8(at + 1)) : 2;
      Slice slice = whole.part(at, size);
      bounds(type, slice, at);
      MobilityOption option = option(type, slice, problems);
      options.add(option);
      if (type > 1) {
        place(option, at);
      }
      at += slice.length();
    }
  }

  private void bounds(int type, Slice option, int at) {
    long left = whole.claimedLength() - at;
    long size = option.claimedLength();
    if (size > left) {
      problems.add(
          new Problem(
              LENGTH,
              whole.span(at, whole.length() - at),
              "mip6.opt.len.invalid",
              size,
              left,
              "Mobility option "
                  + name(type)
                  + " claims "
                  + size
                  + " octets, the message has "
                  + left
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
  }

  /** Where the option stands: alignment, order, repetition. */
  private void place(MobilityOption option, int at) {
    int type = option.type();
    OptionShape shape = OptionShapes.find(type);
    if (shape != null && !shape.alignment().fits(at)) {
      problems.add(
          Problem.of(
              ORDER,
              option.slice().span(),
              "mip6.options",
              name(type)
                  + " starts at octet "
                  + at
                  + ", not at "
                  + shape.alignment().multiple()
                  + "n + "
                  + shape.alignment().offset()
                  + " (RFC 6275 6.2.1)."));
    }
  }

  private static String name(int type) {
    return MobilityCodePoints.OPTION_TYPES.name(type);
  }

  /** Octets after the length field: three options do not count them in the usual way. */
  private static long dataLength(int type, int length) {
    return switch (type) {
      case 21 -> 4L + length; // RFC 5568 6.4.5: Len covers the authenticator only, not the SPI
      case 60, 61 -> 2L + 4L * length; // RFC 7411: Len in 32-bit words, header not counted
      default -> length;
    };
  }

  /**
   * Reads one option.
   *
   * @param type its type, above 0
   * @param slice the option from its type octet
   */
  static MobilityOption option(int type, Slice slice, List<Problem> problems) {
    OptionShape shape = OptionShapes.find(type);
    if (shape == null) {
      return new UnknownMobilityOption(slice);
    }
    Layout layout = shape.layout(slice);
    List<Element> parts = List.of();
    boolean whole = slice.holds(0, shape.layout().octets());
    if (whole) {
      parts = shape.inside().read(slice, problems);
    }
    OptionChecks.check(shape, layout, name(type), slice, problems);
    return whole ? typed(type, layout, slice, parts) : new UnknownMobilityOption(slice);
  }

  private static MobilityOption typed(int type, Layout layout, Slice slice, List<Element> parts) {
    return switch (type) {
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
      default -> new PlainOption(layout, slice, parts);
    };
  }
}
