package org.roamscope.crypto;

import java.util.Locale;

/** Names of algorithms, compared without what key files of different age write differently. */
final class Names {
  private Names() {}

  /** Letters and digits in lower case, without the citation in brackets. */
  static String plain(String name) {
    int citation = name.indexOf('[');
    String kept = citation > 0 ? name.substring(0, citation) : name;
    return kept.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
  }
}
