package org.roamscope.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** File names as URI references, RFC 3986. */
final class FileUri {
  private static final String UNRESERVED = "-._~/";

  private FileUri() {}

  /** Relative for a relative name; everything but letters, digits and few marks percent-encoded. */
  static String of(String file) {
    String name = file.replace('\\', '/');
    StringBuilder uri = new StringBuilder(name.startsWith("/") ? "file://" : "");
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean alphanumeric = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
      if (alphanumeric || UNRESERVED.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
      }
    }
    return uri.toString();
  }
}
