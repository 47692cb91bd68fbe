package org.roamscope.track;

import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * Addresses of the outermost IP header, and ports of the UDP header directly inside.
 *
 * @param source IP source
 * @param sourcePort UDP source port, 0 without UDP
 * @param destination IP destination
 * @param destinationPort UDP destination port, 0 without UDP
 */
public record Path(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
  /** The way back. */
  public Path reversed() {
    return new Path(destination, destinationPort, source, sourcePort);
  }

  /** True when it is the way back of {@code other}. */
  public boolean reverses(Path other) {
    return sourcePort == other.destinationPort
        && destinationPort == other.sourcePort
        && source.equals(other.destination)
        && destination.equals(other.source);
  }

  // By hand, because millions are compared: see IpAddress.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Path that
        && sourcePort == that.sourcePort
        && destinationPort == that.destinationPort
        && source.equals(that.source)
        && destination.equals(that.destination);
  }

  @Override
  public int hashCode() {
    return (source.hashCode() * 31 + destination.hashCode()) * 31
        + (sourcePort << 16 ^ destinationPort);
  }
}
