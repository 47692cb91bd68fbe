package org.roamscope.gui.viewmodel;

import java.util.Map;

/**
 * Names of addresses as they are now, by the text of the address, which is how every view has it.
 * Immutable; any thread may ask.
 *
 * @param names printable names
 */
record AddressNames(Map<String, String> names) {
  static final AddressNames NONE = new AddressNames(Map.of());

  /** Keeps its own map. */
  AddressNames {
    names = Map.copyOf(names);
  }

  /** A text with names in the place of the addresses that have one. */
  String replaced(String text) {
    return each(text, Form.NAME);
  }

  /** A text with {@code name (address)} where an address has a name. */
  String beside(String text) {
    return each(text, Form.BOTH);
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  private enum Form {
    NAME,
    BOTH
  }

  private String each(String text, Form form) {
    if (names.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    int at = 0;
    while (at < text.length()) {
      if (!isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      int last = stands(text, at, end) ? known(text, at, end) : -1;
      if (last > 0) {
        String address = text.substring(at, last);
        String name = names.getOrDefault(address, address);
        boolean bare = form == Form.NAME && isBracketed(text, at, last);
        out.append(text, done, bare ? at - 1 : at)
            .append(form == Form.NAME ? name : name + " (" + address + ")");
        done = bare ? last + 1 : last;
      }
      at = end;
    }
    return done == 0 ? text : out.append(text, done, text.length()).toString();
  }

  /** Characters that addresses are made of. */
  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c == ':' || c == '.';
  }

  /** Not part of a longer word, nor a prefix. */
  private static boolean stands(String text, int from, int to) {
    return (from == 0 || !joins(text.charAt(from - 1)))
        && (to == text.length() || !joins(text.charAt(to)) && text.charAt(to) != '/');
  }

  private static boolean joins(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '@';
  }

  private static boolean isBracketed(String text, int from, int to) {
    return from > 0 && text.charAt(from - 1) == '[' && to < text.length() && text.charAt(to) == ']';
  }

  /**
   * The end of an address that has a name; a full stop or a colon may follow it, or a port. -1 for
   * none.
   */
  private int known(String text, int from, int to) {
    int end = to;
    boolean port = false;
    while (end > from && !names.containsKey(text.substring(from, end))) {
      char last = text.charAt(end - 1);
      int colon = text.lastIndexOf(':', end - 1);
      if (last == '.' || last == ':') {
        end--;
      } else if (!port && colon > from && text.indexOf(':', from) == colon) {
        port = true;
        end = colon;
      } else {
        return -1;
      }
    }
    return end > from ? end : -1;
  }
}
