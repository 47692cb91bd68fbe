package org.roamscope.keys;

import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.EspKeys;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;

/**
 * Wireshark's {@code esp_sa}, and the body of a pcapng Decryption Secrets Block of type ESP SA,
 * which is the same with ten columns and mostly without quotes. Columns: protocol, source,
 * destination, SPI, encryption, its key, authentication, its key, and in newer versions the size of
 * the sequence numbers and the upper half of the first one.
 */
final class EspTable implements LineParser {
  private static final String COLUMNS =
      "protocol,source,destination,SPI,encryption,key,authentication,key";

  private final RingBuilder out;
  private final FieldReader fields;

  EspTable(RingBuilder out) {
    this.out = out;
    fields = new FieldReader(out);
  }

  @Override
  public void line(int number, String text) {
    if (Row.blank(text)) {
      return;
    }
    Row row = fields.row(number, text, 8, COLUMNS);
    if (row == null || heading(row)) {
      return;
    }
    AddressFamily family = AddressFamily.parse(row.get(0).text());
    if (family == null) {
      out.problem(number, row.get(0).column(), "protocol: IPv4, IPv6 or Any needed");
    }
    AddressPattern source = address(number, row.get(1), family, "source");
    AddressPattern destination = address(number, row.get(2), family, "destination");
    SpiPattern spi = SpiPattern.parse(row.get(3).text());
    if (spi == null) {
      out.problem(
          number,
          row.get(3).column(),
          "SPI: a number of 32 bits, * or 0x and eight digits or * needed");
    }
    Integrity integrity = fields.integrity(number, row.get(6));
    EncryptionNames.Named encryption = encryption(number, row.get(4), integrity);
    KeyMaterial encryptionKey = fields.espKey(number, row.get(5), "encryption key");
    KeyMaterial integrityKey = fields.espKey(number, row.get(7), "authentication key");
    SequenceNumbers size = size(number, row.find(8));
    Long high = high(number, row.find(9));
    if (family == null
        || source == null
        || destination == null
        || spi == null
        || integrity == null
        || encryption == null
        || encryptionKey == null
        || integrityKey == null
        || size == null
        || high == null
        || !keysFit(number, row, encryption, encryptionKey, integrity, integrityKey)) {
      return;
    }
    out.add(
        new IpsecKeys(
            IpsecProtocol.ESP,
            family,
            source,
            destination,
            spi,
            new EspKeys(
                encryption.encryption(),
                encryption.encryption() == Encryption.NULL ? KeyMaterial.none() : encryptionKey,
                encryption.encryption().aead() ? Integrity.NONE : integrity,
                encryption.encryption().aead() || !integrity.checks()
                    ? KeyMaterial.none()
                    : integrityKey),
            size,
            high,
            out.origin(number)));
  }

  /** The first line of a secrets block. */
  private static boolean heading(Row row) {
    return Spelling.plain(row.get(0).text()).equals("protocol")
        && Spelling.plain(row.get(3).text()).equals("spi");
  }

  private @Nullable AddressPattern address(
      int line, Row.Field field, @Nullable AddressFamily family, String what) {
    AddressPattern pattern = AddressPattern.parse(field.text());
    if (pattern == null) {
      out.problem(line, field.column(), what + ": an address, with * or /n if wanted, needed");
    } else if (family != null
        && family != AddressFamily.ANY
        && pattern.family() != AddressFamily.ANY
        && pattern.family() != family) {
      out.problem(line, field.column(), what + ": not an address of the protocol");
      return null;
    }
    return pattern;
  }

  /** {@code AES-GCM [RFC4106]} leaves the length of the checksum to the authentication column. */
  private EncryptionNames.@Nullable Named encryption(
      int line, Row.Field field, @Nullable Integrity integrity) {
    EncryptionNames.Named named = EncryptionNames.parse(field.text());
    if (named != null || integrity == null) {
      return named != null ? named : fields.encryption(line, field);
    }
    boolean told = integrity.icvOctets() > 0 && !integrity.checks();
    int icv = told ? integrity.icvOctets() : 16;
    named = EncryptionNames.parse(field.text(), icv);
    if (named == null) {
      return fields.encryption(line, field);
    }
    if (!told) {
      // RFC 4106 section 6: every implementation has the checksum of 16 octets.
      out.warning(line, field.column(), "length of the checksum not stated: taken as 16 octets");
    }
    return named;
  }

  private boolean keysFit(
      int line,
      Row row,
      EncryptionNames.Named encryption,
      KeyMaterial encryptionKey,
      Integrity integrity,
      KeyMaterial integrityKey) {
    if (encryption.encryption() != Encryption.NULL
        && !fields.fits(line, row.get(5).column(), encryption, encryptionKey, "encryption key")) {
      return false;
    }
    if (encryption.encryption().aead()) {
      return !integrity.checks()
          || fields.alone(line, row.get(6).column(), encryption.encryption(), integrity);
    }
    if (integrity.checks() && integrityKey.isEmpty()) {
      out.problem(line, row.get(7).column(), "authentication key: no octets");
      return false;
    }
    if (integrity.checks() && integrityKey.length() != integrity.keyOctets()) {
      // RFC 2104 section 2 takes keys of any length, and keys set by hand have any.
      out.warning(
          line,
          row.get(7).column(),
          "authentication key: "
              + integrityKey.length()
              + " octets, "
              + integrity.keyOctets()
              + " are usual");
    }
    return true;
  }

  private @Nullable SequenceNumbers size(int line, Row.@Nullable Field field) {
    if (field == null || field.text().isEmpty()) {
      return SequenceNumbers.UNSTATED;
    }
    return switch (Spelling.plain(field.text())) {
      case "32bit" -> SequenceNumbers.PLAIN;
      case "64bit" -> SequenceNumbers.EXTENDED;
      default -> {
        out.problem(line, field.column(), "sequence numbers: 32-bit or 64-bit needed");
        yield null;
      }
    };
  }

  private @Nullable Long high(int line, Row.@Nullable Field field) {
    if (field == null || field.text().isEmpty()) {
      return 0L;
    }
    SpiPattern number = SpiPattern.parse(field.text());
    if (number == null || !number.exact()) {
      out.problem(line, field.column(), "upper half of the sequence number: 32 bits needed");
      return null;
    }
    return number.value();
  }

  @Override
  public void end() {}
}
