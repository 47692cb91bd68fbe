package org.roamscope.gui.viewmodel;

import java.util.List;

/** The colour rules of a new profile: what is wrong first, then what a packet is. */
final class DefaultColours {
  static final List<ColourRule> RULES =
      List.of(
          rule("Malformed", "_ws.malformed", 0x2b0b0e, 0xffb3ad),
          rule("Bad checksum", "mip6.csum.status == \"Bad\"", 0x2b0b0e, 0xffb3ad),
          rule("K mismatch", "roam.finding matches \"^K\"", 0xffd6d1, 0x7a0c12),
          rule("Mobility error", "mip6.ba.status >= 128 || mip6.mhtype == 7", 0xffd6d1, 0x7a0c12),
          rule(
              "IKE error",
              "isakmp.notify.msgtype > 0 && isakmp.notify.msgtype < 16384",
              0xffe2c6,
              0x6b3500),
          rule("ICMPv6 error", "icmpv6.type < 128", 0xfff3bf, 0x5c4400),
          rule("Finding", "roam.finding", 0xfff3bf, 0x5c4400),
          rule("Mobile IPv6", "mipv6", 0xe8f1fc, 0x14181d),
          rule("IKE", "isakmp", 0xf3ecfb, 0x14181d),
          rule("ESP and AH", "esp || ah", 0xf2f3f5, 0x14181d));

  private DefaultColours() {}

  private static ColourRule rule(String name, String filter, int background, int text) {
    return new ColourRule(true, name, filter, Rgb.of(background), Rgb.of(text));
  }
}
