package org.roamscope.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roamscope.field.IpAddress;

/**
 * Reads IP addresses in the text of a filter, with or without a prefix. Names are not looked up.
 */
final class AddressLiterals {
  private static final Pattern PREFIX = Pattern.compile("([^/]*)/([0-9]{1,3})");
  private static final Pattern V4_TAIL = Pattern.compile("(.*:)([0-9]{1,3}(?:\\.[0-9]{1,3}){3})");
  private static final Pattern V4 =
      Pattern.compile("(?:0|[1-9][0-9]{0,2})(?:\\.(?:0|[1-9][0-9]{0,2})){3}");

  private final String filter;

  AddressLiterals(String filter) {
    this.filter = filter;
  }

  Value.Address v4(Token token) throws FilterException {
    return read(token, 32, "IPv4", "Netmask bits in a CIDR IPv4 address");
  }

  Value.Address v6(Token token) throws FilterException {
    return read(token, 128, "IPv6", "Prefix in a IPv6 address");
  }

  private Value.Address read(Token token, int bits, String family, String what)
      throws FilterException {
    String text = token.value();
    int prefix = bits;
    Matcher matcher = PREFIX.matcher(text);
    if (matcher.matches()) {
      text = matcher.group(1);
      String digits = matcher.group(2);
      if (digits.length() > 1 && digits.charAt(0) == '0') {
        throw FilterException.at(filter, token.part(), "\"" + digits + "\" is not a valid number.");
      }
      prefix = Integer.parseInt(digits);
    }
    IpAddress address;
    try {
      address = bits == 32 ? parseV4(text) : parseV6(text);
    } catch (IllegalArgumentException e) {
      FilterException wrong =
          FilterException.at(
              filter,
              token.part(),
              "\"" + token.text() + "\" is not a valid hostname or " + family + " address.");
      wrong.initCause(e);
      throw wrong;
    }
    if (prefix > bits) {
      throw FilterException.at(
          filter, token.part(), what + " should be <= " + bits + ", not " + prefix);
    }
    return new Value.Address(address, prefix);
  }

  private static IpAddress parseV4(String text) {
    if (!V4.matcher(text).matches()) {
      throw new IllegalArgumentException("not an IPv4 address: " + text);
    }
    return IpAddress.parse(text);
  }

  /** The last 32 bits may be written as an IPv4 address (RFC 4291 section 2.2). */
  private static IpAddress parseV6(String text) {
    Matcher tail = V4_TAIL.matcher(text);
    String whole = text;
    if (tail.matches()) {
      long low = parseV4(tail.group(2)).low();
      whole = tail.group(1) + Long.toHexString(low >>> 16) + ":" + Long.toHexString(low & 0xffff);
    }
    IpAddress address = IpAddress.parse(whole);
    if (address.v4()) {
      throw new IllegalArgumentException("not an IPv6 address: " + text);
    }
    return address;
  }
}
