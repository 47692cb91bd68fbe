/**
 * What carries signalling: link layers (Ethernet with tags, IEEE 802.11, PPP, cooked and loopback),
 * tunnels (MPLS, PPPoE, GRE, ERSPAN, GTP-U), IPv4, IPv6 with its extension headers (Home Address
 * option and Type 2 routing header included), UDP, ICMP, and reassembly of fragments. Sees {@code
 * bytes} and {@code field} only.
 */
@NullMarked
package org.roamscope.net;

import org.jspecify.annotations.NullMarked;
