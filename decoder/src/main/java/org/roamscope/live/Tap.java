package org.roamscope.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One interface to capture on.
 *
 * @param device its name, {@code any} for all
 * @param filter capture filter in the language of libpcap; null for {@link DefaultFilter}
 * @param snapLength most octets kept of a packet
 * @param promiscuous true to also take what is for others
 * @param bufferMebibytes kernel buffer
 * @param linkType name of the link type wanted; null for the interface's own
 */
public record Tap(
    String device,
    @Nullable String filter,
    int snapLength,
    boolean promiscuous,
    int bufferMebibytes,
    @Nullable String linkType) {
  /** The options of Wireshark's tools that say this, as {@link #bufferMebibytes} etc. have it. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("-i", device));
    if (filter != null) {
      arguments.addAll(List.of("-f", filter));
    }
    arguments.addAll(List.of("-s", Integer.toString(snapLength)));
    arguments.addAll(List.of("-B", Integer.toString(bufferMebibytes)));
    if (!promiscuous) {
      arguments.add("-p");
    }
    if (linkType != null) {
      arguments.addAll(List.of("-y", linkType));
    }
    return arguments;
  }
}
