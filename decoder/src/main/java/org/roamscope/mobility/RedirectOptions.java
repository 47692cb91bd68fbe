package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import java.util.TreeMap;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Field;
import org.roamscope.field.Layout;

/** Options that redirect a mobile access gateway at run time, RFC 6463. */
final class RedirectOptions {
  private RedirectOptions() {}

  static Map<Integer, OptionShape> shapes() {
    Map<Integer, OptionShape> shapes = new TreeMap<>();
    shapes.put(46, capability());
    shapes.put(47, redirect());
    shapes.put(48, load());
    shapes.put(49, alternateAddress());
    return shapes;
  }

  private static OptionShape capability() {
    Layout wire =
        MobilityOption.layout(
            "mip6.recap", "mip6.options.recap", "Redirect-Capability", rfc(6463, "4.1"));
    wire.u16("reserved", "Reserved").hex();
    return OptionShape.fixed(wire.total(4));
  }

  /** K here means that an IPv6 address follows; it has nothing to do with key management. */
  private static OptionShape redirect() {
    Layout bare = flags();
    Field first = bare.fields().get(2);
    bare.rest("roam.mip6.redir.other", "Other octets");
    Layout ipv6 = flags();
    ipv6.ipv6("addr_r2lma_ipv6", "IPv6 r2LMA Address");
    Layout ipv4 = flags();
    ipv4.ipv4("addr_r2lma_ipv4", "IPv4 r2LMA Address");
    return OptionShape.lengths(bare.total(4), 6, 18)
        .variant(ipv6.total(20), option -> shows(option) == 2 && option.claimedLength() == 20)
        .variant(ipv4.total(8), option -> shows(option) == 1 && option.claimedLength() == 8)
        .reject(
            first,
            option -> shows(option) == 0 || shows(option) == 3,
            "one of K and N is set (RFC 6463 4.2).")
        .reject(
            first,
            option ->
                shows(option) == 2 && option.claimedLength() != 20
                    || shows(option) == 1 && option.claimedLength() != 8,
            "the address is not of the family that K or N announces (RFC 6463 4.2).");
  }

  /** K and N, as a number of two bits. */
  private static int shows(Slice option) {
    return (int) option.bits(16, 2);
  }

  private static Layout flags() {
    Layout wire =
        MobilityOption.layout("mip6.redir", "mip6.options.redir", "Redirect", rfc(6463, "4.2"));
    wire.flag("k", "IPv6 address follows (K)");
    wire.flag("n", "IPv4 address follows (N)");
    wire.uint(14, "reserved", "Reserved").hex();
    return wire;
  }

  private static OptionShape load() {
    Layout wire =
        MobilityOption.layout(
            "mip6.load_inf", "mip6.options.load_inf", "Load Information", rfc(6463, "4.3"));
    wire.u16("priority", "Priority");
    wire.u32("sessions_in_use", "Sessions in Use");
    wire.u32("maximum_sessions", "Maximum Sessions");
    wire.u32("used_capacity", "Used Capacity");
    wire.u32("maximum_capacity", "Maximum Capacity");
    return OptionShape.fixed(wire.total(20));
  }

  private static OptionShape alternateAddress() {
    Layout wire =
        MobilityOption.layout(
            "mip6.alt_ip4",
            "mip6.options.alt_ip4",
            "Alternate IPv4 Care-of Address",
            rfc(6463, "4.4"));
    wire.ipv4("mip6.alt_ip4", "Alternate IPv4 Care-of Address");
    return OptionShape.fixed(wire.total(6));
  }
}
