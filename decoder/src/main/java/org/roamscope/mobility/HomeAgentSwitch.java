package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.ProblemKind.CUT_BY_CAPTURE;
import static org.roamscope.field.ProblemKind.LENGTH;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;
import org.roamscope.field.UInt;

/**
 * Home Agent Switch, RFC 5142 section 4. No address at all is valid: the mobile node then looks for
 * a home agent by itself.
 *
 * <pre>
 * 6:  # of Addresses (8)
 * 7:  Reserved (8)
 * 8:  Home Agent Addresses (128 each)
 * 8 + 16 * addresses: Mobility options
 * </pre>
 *
 * @param slice the whole Mobility Header
 * @param addresses home agents to use, in wire order, as far as the message holds them
 * @param options mobility options in wire order
 */
public record HomeAgentSwitch(
    Slice slice, List<HomeAgentAddress> addresses, List<MobilityOption> options)
    implements MobilityMessage {
  static final Layout WIRE =
      Layout.of("mip6.has", "Home Agent Switch", rfc(5142, "4")).startAtByte(6);

  static final UInt NUMBER = WIRE.u8("num_addrs", "Number of Addresses");
  static final UInt RESERVED = WIRE.u8("reserved", ReservedFields.LABEL).hex();

  static {
    WIRE.total(8);
  }

  /** Home agents that the message holds; fewer than it claims are a problem. */
  static List<HomeAgentAddress> addresses(Slice whole, List<Problem> problems) {
    int claimed = NUMBER.getInt(whole);
    List<HomeAgentAddress> addresses = new ArrayList<>();
    int at = WIRE.octets();
    while (addresses.size() < claimed && whole.holds(at, HomeAgentAddress.OCTETS)) {
      addresses.add(new HomeAgentAddress(whole.part(at, HomeAgentAddress.OCTETS)));
      at += HomeAgentAddress.OCTETS;
    }
    if (addresses.size() < claimed) {
      long needed = optionsAt(claimed);
      boolean cut = whole.truncated() && whole.claimedLength() >= needed;
      problems.add(
          new Problem(
              cut ? CUT_BY_CAPTURE : LENGTH,
              NUMBER.span(whole),
              NUMBER.filterName(),
              needed,
              whole.length(),
              "The message claims "
                  + claimed
                  + " home agents and holds "
                  + addresses.size()
                  + "."));
    }
    return List.copyOf(addresses);
  }

  /** Where the options begin, by the number of addresses claimed. */
  static int optionsAt(Slice whole) {
    return Math.min(whole.length(), optionsAt(NUMBER.getInt(whole)));
  }

  private static int optionsAt(int claimed) {
    return WIRE.octets() + claimed * HomeAgentAddress.OCTETS;
  }

  @Override
  public List<? extends Element> parts() {
    List<Element> parts = new ArrayList<>(addresses);
    parts.addAll(options);
    return List.copyOf(parts);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
