package org.roamscope.track;

import org.roamscope.field.IpAddress;

/**
 * Addresses of the outermost IP header, and ports of the UDP header directly inside.
 *
 * @param source IP source
 * @param sourcePort UDP source port, 0 without UDP
 * @param destination IP destination
 * @param destinationPort UDP destination port, 0 without UDP
 */
public record Path(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {}
