package org.roamscope.keys;

import org.jspecify.annotations.Nullable;

/** Fields as values; what is wrong with them goes to the builder, and never what they say. */
final class FieldReader {
  private final RingBuilder out;

  FieldReader(RingBuilder out) {
    this.out = out;
  }

  /** A row of so many fields or more; null with a problem otherwise. */
  @Nullable Row row(int number, String line, int least, String names) {
    Row row = Row.of(line);
    if (row.wrongAt() >= 0) {
      out.problem(number, row.wrongAt(), "a quote does not end, or something follows it");
      return null;
    }
    if (row.size() < least) {
      out.problem(
          number, line.length() + 1, row.size() + " fields instead of " + least + ": " + names);
      return null;
    }
    return row;
  }

  @Nullable Long spi(int line, Row.Field field, String what) {
    Long spi = HexText.spi64(HexText.bare(field.text()));
    if (spi == null) {
      out.problem(
          line, field.column(), what + ": 16 hexadecimal digits needed, " + found(field.text()));
    }
    return spi;
  }

  /** Octets of hexadecimal text, possibly none. */
  @Nullable Secret hex(int line, Row.Field field, String what) {
    String digits = HexText.bare(field.text());
    byte[] octets = HexText.octets(digits);
    if (octets == null) {
      out.problem(
          line, field.column(), what + ": pairs of hexadecimal digits needed, " + found(digits));
      return null;
    }
    return Secret.of(octets);
  }

  /** {@code esp_sa}: {@code 0x} and digits, of which a single one is an octet; else plain text. */
  @Nullable Secret espKey(int line, Row.Field field, String what) {
    String text = field.text();
    if (!text.startsWith("0x") && !text.startsWith("0X")) {
      return Secret.of(field.octets());
    }
    String digits = text.substring(2);
    byte[] octets = HexText.octets(digits.length() % 2 == 0 ? digits : "0" + digits);
    if (octets == null) {
      out.problem(
          line, field.column(), what + ": hexadecimal digits needed after 0x, " + found(digits));
      return null;
    }
    return Secret.of(octets);
  }

  EncryptionName.@Nullable Named encryption(int line, Row.Field field) {
    EncryptionName.Named named = EncryptionName.parse(field.text());
    if (named == null) {
      out.problem(line, field.column(), "no encryption algorithm has this name");
    }
    return named;
  }

  @Nullable IntegrityName integrity(int line, Row.Field field) {
    IntegrityName name = IntegrityName.parse(field.text());
    if (name == null) {
      out.problem(line, field.column(), "no integrity algorithm has this name");
    }
    return name;
  }

  /** True when a key fits its algorithm; else a problem. */
  boolean fits(int line, int column, EncryptionName.Named named, Secret key, String what) {
    if (named.accepts(key.length())) {
      return true;
    }
    String needed =
        named.keyBits() == 0
            ? named.name().lengths()
            : named.keyBits() / 8 + named.name().saltOctets() + " octets";
    out.problem(
        line,
        column,
        what
            + ": "
            + key.length()
            + " octets; "
            + named.name()
            + " needs "
            + needed
            + (named.name().saltOctets() > 0
                ? ", of which " + named.name().saltOctets() + " are the salt"
                : ""));
    return false;
  }

  /** True when an integrity key of IKE fits its algorithm; else a problem. */
  boolean fits(int line, int column, IntegrityName name, Secret key, String what) {
    if (!name.checks() || key.length() == name.keyOctets()) {
      return true;
    }
    out.problem(
        line,
        column,
        what + ": " + key.length() + " octets; " + name + " needs " + name.keyOctets() + " octets");
    return false;
  }

  /** True when an AEAD has no integrity algorithm beside it; else a problem. */
  boolean alone(int line, int column, EncryptionName encryption, IntegrityName integrity) {
    if (!encryption.aead() || integrity == IntegrityName.NONE) {
      return true;
    }
    out.problem(line, column, encryption + " authenticates itself: integrity must be none");
    return false;
  }

  private static String found(String digits) {
    int wrong = HexText.wrongAt(digits);
    return wrong < 0
        ? "found " + digits.length()
        : "character " + (wrong + 1) + " of " + digits.length() + " is none";
  }
}
