package org.roamscope.keys;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Kinds of key files. */
public enum KeyKind {
  /** Wireshark's {@code ikev2_decryption_table}, also as strongSwan's save-keys writes it. */
  IKEV2_TABLE("ikev2_decryption_table"),
  /** Wireshark's {@code ikev1_decryption_table}. */
  IKEV1_TABLE("ikev1_decryption_table"),
  /** Wireshark's {@code esp_sa}. */
  ESP_TABLE("esp_sa"),
  /** JSON with {@code ikev2}, {@code ikev1} and {@code esp}. */
  JSON("keys.json"),
  /** Log of strongSwan's charon. */
  STRONGSWAN_LOG("charon.log"),
  /** Log of libreswan's or Openswan's pluto. */
  LIBRESWAN_LOG("pluto.log"),
  /** Output of {@code ip xfrm state}. */
  XFRM_STATE("xfrm");

  private final String usualName;

  KeyKind(String usualName) {
    this.usualName = usualName;
  }

  /** Name that such files usually have. */
  public String usualName() {
    return usualName;
  }

  /**
   * Recognises a kind by the content: the first line that only one of them has. The name decides
   * when no line does, as in a table of wrong lines.
   */
  static @Nullable KeyKind of(KeyText text, String name) {
    if (JsonKeys.recognises(text)) {
      return JSON;
    }
    while (text.advance()) {
      KeyKind kind = ofLine(text.line());
      if (kind != null) {
        return kind;
      }
    }
    return ofName(name);
  }

  private static @Nullable KeyKind ofLine(String line) {
    if (Row.blank(line)) {
      return null;
    }
    if (line.indexOf(',') >= 0) {
      KeyKind table = table(line);
      if (table != null) {
        return table;
      }
    }
    if (StrongSwanLog.recognises(line)) {
      return STRONGSWAN_LOG;
    }
    if (LibreswanLog.recognises(line)) {
      return LIBRESWAN_LOG;
    }
    return XfrmState.recognises(line) ? XFRM_STATE : null;
  }

  private static @Nullable KeyKind table(String line) {
    Row row = Row.of(line);
    String first = row.get(0).text();
    if (row.size() >= 8
        && (AddressFamily.parse(first) != null || Spelling.plain(first).equals("protocol"))) {
      return ESP_TABLE;
    }
    if (HexText.spi64(HexText.bare(first)) == null) {
      return null;
    }
    if (row.size() >= 8 && HexText.spi64(HexText.bare(row.get(1).text())) != null) {
      return IKEV2_TABLE;
    }
    return row.size() == 2 && HexText.all(HexText.bare(row.get(1).text())) ? IKEV1_TABLE : null;
  }

  /** By the name only. */
  static @Nullable KeyKind ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (KeyKind kind : values()) {
      if (lower.endsWith(kind.usualName)) {
        return kind;
      }
    }
    return null;
  }
}
