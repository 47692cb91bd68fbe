package org.roamscope.keys;

import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;

/**
 * Wireshark's {@code ikev2_decryption_table}: SPIs, SK_ei, SK_er, encryption, SK_ai, SK_ar,
 * integrity. Hexadecimal fields may stand in quotes and may begin with {@code 0x}; further columns
 * are passed over.
 */
final class IkeV2Table implements LineParser {
  private static final String COLUMNS = "SPIi,SPIr,SK_ei,SK_er,encryption,SK_ai,SK_ar,integrity";

  private final RingBuilder out;
  private final FieldReader fields;

  IkeV2Table(RingBuilder out) {
    this.out = out;
    fields = new FieldReader(out);
  }

  @Override
  public void line(int number, String text) {
    if (Row.blank(text)) {
      return;
    }
    Row row = fields.row(number, text, 8, COLUMNS);
    if (row == null) {
      return;
    }
    Long spiI = fields.spi(number, row.get(0), "SPIi");
    Long spiR = fields.spi(number, row.get(1), "SPIr");
    KeyMaterial ei = fields.hex(number, row.get(2), "SK_ei");
    KeyMaterial er = fields.hex(number, row.get(3), "SK_er");
    EncryptionNames.Named encryption = fields.encryption(number, row.get(4));
    KeyMaterial ai = fields.hex(number, row.get(5), "SK_ai");
    KeyMaterial ar = fields.hex(number, row.get(6), "SK_ar");
    Integrity integrity = fields.integrity(number, row.get(7));
    if (spiI == null
        || spiR == null
        || ei == null
        || er == null
        || encryption == null
        || ai == null
        || ar == null
        || integrity == null) {
      return;
    }
    boolean fits =
        fields.fits(number, row.get(2).column(), encryption, ei, "SK_ei")
            && fields.fits(number, row.get(3).column(), encryption, er, "SK_er")
            && fields.fits(number, row.get(5).column(), integrity, ai, "SK_ai")
            && fields.fits(number, row.get(6).column(), integrity, ar, "SK_ar")
            && fields.alone(number, row.get(7).column(), encryption.encryption(), integrity);
    if (fits) {
      out.add(
          new IkeV2Keys(
              spiI,
              spiR,
              encryption.encryption(),
              ei,
              er,
              integrity,
              ai,
              ar,
              null,
              out.origin(number)));
    }
  }

  @Override
  public void end() {}
}
