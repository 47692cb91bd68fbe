package org.roamscope.keys;

import org.roamscope.crypto.KeyMaterial;

/** Wireshark's {@code ikev1_decryption_table}: initiator cookie and key. */
final class IkeV1Table implements LineParser {
  private final RingBuilder out;
  private final FieldReader fields;

  IkeV1Table(RingBuilder out) {
    this.out = out;
    fields = new FieldReader(out);
  }

  @Override
  public void line(int number, String text) {
    if (Row.blank(text)) {
      return;
    }
    Row row = fields.row(number, text, 2, "cookie,key");
    if (row == null) {
      return;
    }
    Long cookie = fields.spi(number, row.get(0), "cookie");
    KeyMaterial key = fields.hex(number, row.get(1), "key");
    if (cookie == null || key == null) {
      return;
    }
    if (key.isEmpty()) {
      out.problem(number, row.get(1).column(), "key: no octets");
      return;
    }
    out.add(new IkeV1Keys(cookie, null, key, null, out.origin(number)));
  }

  @Override
  public void end() {}
}
