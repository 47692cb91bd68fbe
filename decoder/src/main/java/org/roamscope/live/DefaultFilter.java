package org.roamscope.live;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The capture filter when none is given. It lets everything through that an audit may need: all but
 * TCP, SCTP, ICMP and UDP between ports of no interest, each directly in an unfragmented IP packet.
 * So it holds {@code ip6 protochain 135}, whatever stands before the Mobility Header, and
 * fragments, IPsec, tunnels and tags too. It has no loop, as {@code protochain} has, which kernels
 * refuse and which no filter can have behind a link-layer header of variable length: it runs in the
 * kernel.
 */
public final class DefaultFilter {
  /** The filter. */
  public static final String TEXT =
      "not (ip and ip[0] = 0x45 and ip[6:2] & 0x3fff = 0 and "
          + plain("ip", 9, 20)
          + ") and not (ip6 and "
          + plain("ip6", 6, 40)
          + ")";

  private static final Pattern LAST_HEADER_ONLY =
      Pattern.compile("\\bip6\\s+proto\\s+(135|50|51|44|mobility|esp|ah)\\b");

  private DefaultFilter() {}

  /** TCP, SCTP, ICMP; UDP with ports on which there is no signalling and no tunnel. */
  private static String plain(String ip, int protocolAt, int payloadAt) {
    String protocol = ip + "[" + protocolAt + "]";
    String source = ip + "[" + payloadAt + ":2]";
    String destination = ip + "[" + (payloadAt + 2) + ":2]";
    StringBuilder ports = new StringBuilder();
    for (int port : new int[] {4191, 500, 4500, 2152}) {
      ports.append(source).append(" = ").append(port).append(" or ");
      ports.append(destination).append(" = ").append(port).append(" or ");
    }
    ports.append(destination).append(" = 6635 or ").append(destination).append(" = 4754 or ");
    ports.append(destination).append(" = 4789");
    return String.format(
        "(%1$s = 6 or %1$s = 132 or %1$s = 1 or %1$s = 58 or %1$s = 17 and not (%2$s))",
        protocol, ports);
  }

  /** What is wrong with a filter for mobility signalling, as a sentence. */
  public static Optional<String> warning(String filter) {
    return LAST_HEADER_ONLY.matcher(filter).find()
        ? Optional.of(
            "the filter '"
                + filter
                + "' sees the first header only: a Mobility Header behind a Destination Options"
                + " or Routing header does not match; use 'ip6 protochain 135', or no -f")
        : Optional.empty();
  }
}
