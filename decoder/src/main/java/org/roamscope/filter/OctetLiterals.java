package org.roamscope.filter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.roamscope.bytes.Hex;

/** Reads octets in the text of a filter: {@code a1:a1}, {@code a1-a1}, {@code a1a1}, "text". */
final class OctetLiterals {
  private static final Pattern ONE = Pattern.compile("0[xX][0-9a-fA-F]{2}");
  private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]++(?:[:.-][0-9a-fA-F]++)*+");

  private final String filter;

  OctetLiterals(String filter) {
    this.filter = filter;
  }

  /** As many as there are. */
  Value.Octets read(Token token) throws FilterException {
    byte[] octets =
        switch (token.kind()) {
          case STRING, CHARACTER -> token.value().getBytes(StandardCharsets.ISO_8859_1);
          case WORD, FIELD, VALUE, SIGN, END -> digits(token, "byte string");
        };
    return new Value.Octets(octets, Value.Octets.Kind.BYTES);
  }

  /** Six of them. */
  Value.Octets ether(Token token) throws FilterException {
    byte[] octets = digits(token, "Ethernet address");
    if (octets.length != 6) {
      throw FilterException.at(
          filter,
          token.part(),
          "\"%s\" contains too %s bytes to be a valid Ethernet address."
              .formatted(token.text(), octets.length < 6 ? "few" : "many"));
    }
    return new Value.Octets(octets, Value.Octets.Kind.BYTES);
  }

  private byte[] digits(Token token, String what) throws FilterException {
    String text = token.value().startsWith(":") ? token.value().substring(1) : token.value();
    if (ONE.matcher(text).matches()) {
      return Hex.parse(text.substring(2));
    }
    if (!DIGITS.matcher(text).matches()) {
      throw FilterException.at(
          filter, token.part(), "\"" + token.text() + "\" is not a valid " + what + ".");
    }
    StringBuilder pairs = new StringBuilder();
    for (String group : groups(text)) {
      int whole = group.length() / 2 * 2;
      pairs.append(group, 0, whole);
      if (whole < group.length()) {
        pairs.append('0').append(group.charAt(whole));
      }
    }
    return Hex.parse(pairs.toString());
  }

  private static List<String> groups(String text) {
    List<String> groups = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || ":.-".indexOf(text.charAt(i)) >= 0) {
        groups.add(text.substring(from, i));
        from = i + 1;
      }
    }
    return groups;
  }
}
