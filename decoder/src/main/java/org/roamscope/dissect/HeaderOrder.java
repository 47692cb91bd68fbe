package org.roamscope.dissect;

import static org.roamscope.field.ProblemKind.DUPLICATE;
import static org.roamscope.field.ProblemKind.ORDER;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;

/**
 * Watches the order of IPv6 extension headers: RFC 8200 section 4.1, and RFC 6275 section 6.3 for
 * the Destination Options header that holds a Home Address option.
 */
final class HeaderOrder {
  /** Headers in the order of RFC 8200 section 4.1. Destination options have two places. */
  enum Header {
    HOP_BY_HOP,
    ROUTING,
    FRAGMENT,
    AUTHENTICATION,
    ESP
  }

  private boolean first;
  private @Nullable Header reached;
  private int destinations;
  private boolean home;
  private boolean type2;

  HeaderOrder() {
    start();
  }

  /** A new IPv6 header. */
  void start() {
    first = true;
    reached = null;
    destinations = 0;
    home = false;
    type2 = false;
  }

  /** A header other than destination options. */
  void next(Header header, Slice slice, String field, Layers layers) {
    if (header == Header.HOP_BY_HOP && !first) {
      layers.problem(
          ORDER,
          slice.span(0, 2),
          field,
          "A Hop-by-Hop Options header stands only right after the IPv6 header (RFC 8200 4.1).");
    } else if (beyond(header)) {
      layers.problem(
          ORDER,
          slice.span(0, 2),
          field,
          "This extension header stands after one that should follow it (RFC 8200 4.1).");
    } else if (header == reached && header == Header.FRAGMENT) {
      layers.problem(
          DUPLICATE,
          slice.span(0, 2),
          field,
          "A second Fragment header for one IPv6 header (RFC 8200 4.1).");
    }
    first = false;
    if (!beyond(header)) {
      reached = header;
    }
  }

  /** True when a header has been met that stands after this one. */
  private boolean beyond(Header header) {
    return reached != null && reached.compareTo(header) > 0;
  }

  /** A routing header; one of type 2 follows all others, RFC 6275 section 6.4. */
  void routing(boolean mobile, Slice slice, Layers layers) {
    if (type2) {
      layers.problem(
          mobile ? DUPLICATE : ORDER,
          slice.span(0, 4),
          "ipv6.routing.type",
          "A routing header after one of Type 2, which follows all others (RFC 6275 6.4).");
    } else if (home) {
      layers.problem(
          ORDER,
          slice.span(0, 4),
          "ipv6.routing.type",
          "A routing header after a Home Address option, which stands after it (RFC 6275 6.3).");
    } else if (reached == Header.ROUTING && !mobile) {
      layers.problem(
          DUPLICATE,
          slice.span(0, 4),
          "ipv6.routing.type",
          "A second routing header for one IPv6 header (RFC 8200 4.1).");
    }
    next(Header.ROUTING, slice, "ipv6.routing", layers);
    type2 |= mobile;
  }

  /**
   * A Destination Options header: once before routing, once at the end, once for a home address.
   */
  void destination(Slice slice, Layers layers) {
    first = false;
    if (++destinations == 4) {
      layers.problem(
          DUPLICATE,
          slice.span(0, 2),
          "ipv6.dstopts",
          "More Destination Options headers than have a place (RFC 8200 4.1, RFC 6275 6.3).");
    }
  }

  /** A Home Address option. */
  void homeAddress(Slice option, Layers layers) {
    home = true;
    if (reached == Header.FRAGMENT || beyond(Header.FRAGMENT)) {
      layers.problem(
          ORDER,
          option.span(),
          "ipv6.opt.mipv6.home_address",
          "A Home Address option stands before the Fragment, AH and ESP headers (RFC 6275 6.3).");
    }
  }
}
