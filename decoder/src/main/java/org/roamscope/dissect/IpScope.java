package org.roamscope.dissect;

import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;
import org.roamscope.net.UdpHeader;

/**
 * One IP header of a packet and what changes the meaning of its addresses.
 *
 * @param source source on the wire
 * @param destination destination on the wire
 * @param homeAddressOption home address of a Home Address option, RFC 6275 section 6.3
 * @param routingHome home address of a Type 2 routing header with segments left, section 6.4
 * @param routeEnd last address of any routing header with segments left
 * @param udp the UDP header directly inside
 * @param insideEsp true when this header came out of ESP
 */
public record IpScope(
    IpAddress source,
    IpAddress destination,
    @Nullable IpAddress homeAddressOption,
    @Nullable IpAddress routingHome,
    @Nullable IpAddress routeEnd,
    @Nullable UdpHeader udp,
    boolean insideEsp) {
  /** The source for everything above IP: the home address where a Home Address option says so. */
  public IpAddress effectiveSource() {
    return homeAddressOption == null ? source : homeAddressOption;
  }

  /** The destination for everything above IP: where a routing header ends. */
  public IpAddress effectiveDestination() {
    return routeEnd == null ? destination : routeEnd;
  }

  IpScope withHome(IpAddress home) {
    return new IpScope(source, destination, home, routingHome, routeEnd, udp, insideEsp);
  }

  IpScope withRoutingHome(IpAddress home) {
    return new IpScope(source, destination, homeAddressOption, home, home, udp, insideEsp);
  }

  IpScope withRouteEnd(IpAddress end) {
    return new IpScope(source, destination, homeAddressOption, routingHome, end, udp, insideEsp);
  }

  IpScope withUdp(UdpHeader header) {
    return new IpScope(
        source, destination, homeAddressOption, routingHome, routeEnd, header, insideEsp);
  }
}
