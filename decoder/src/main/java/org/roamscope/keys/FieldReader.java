package org.roamscope.keys;

import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;

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
  @Nullable KeyMaterial hex(int line, Row.Field field, String what) {
    String digits = HexText.bare(field.text());
    byte[] octets = HexText.octets(digits);
    if (octets == null) {
      out.problem(
          line, field.column(), what + ": pairs of hexadecimal digits needed, " + found(digits));
      return null;
    }
    return KeyMaterial.copyOf(octets);
  }

  /** {@code esp_sa}: {@code 0x} and digits, of which a single one is an octet; else plain text. */
  @Nullable KeyMaterial espKey(int line, Row.Field field, String what) {
    String text = field.text();
    if (!text.startsWith("0x") && !text.startsWith("0X")) {
      return KeyMaterial.copyOf(field.octets());
    }
    String digits = text.substring(2);
    byte[] octets = HexText.octets(digits.length() % 2 == 0 ? digits : "0" + digits);
    if (octets == null) {
      out.problem(
          line, field.column(), what + ": hexadecimal digits needed after 0x, " + found(digits));
      return null;
    }
    return KeyMaterial.copyOf(octets);
  }

  EncryptionNames.@Nullable Named encryption(int line, Row.Field field) {
    EncryptionNames.Named named = EncryptionNames.parse(field.text());
    if (named == null) {
      out.problem(line, field.column(), "no encryption algorithm has this name");
    }
    return named;
  }

  @Nullable Integrity integrity(int line, Row.Field field) {
    Integrity name = IntegrityNames.parse(field.text());
    if (name == null) {
      out.problem(line, field.column(), "no integrity algorithm has this name");
    }
    return name;
  }

  /** True when a key fits its algorithm; else a problem. */
  boolean fits(int line, int column, EncryptionNames.Named named, KeyMaterial key, String what) {
    if (named.accepts(key.length())) {
      return true;
    }
    String needed =
        named.keyBits() == 0
            ? named.encryption().lengths()
            : named.keyBits() / 8 + named.encryption().saltOctets() + " octets";
    out.problem(
        line,
        column,
        what
            + ": "
            + key.length()
            + " octets; "
            + named.encryption()
            + " needs "
            + needed
            + (named.encryption().saltOctets() > 0
                ? ", of which " + named.encryption().saltOctets() + " are the salt"
                : ""));
    return false;
  }

  /** True when an integrity key of IKE fits its algorithm; else a problem. */
  boolean fits(int line, int column, Integrity name, KeyMaterial key, String what) {
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
  boolean alone(int line, int column, Encryption encryption, Integrity integrity) {
    if (!encryption.aead() || integrity == Integrity.NONE) {
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
