package org.roamscope.decrypt;

import org.roamscope.crypto.Encryption;
import org.roamscope.field.PlainText;

/**
 * That a key opened something in a frame.
 *
 * @param subject whose packet
 * @param encryption the algorithm
 * @param source where the key stands
 */
public record KeyUse(Coverage.Subject subject, Encryption encryption, KeySource source) {
  /**
   * One printable line without a key: {@code ESP SPI 0x00001001, AES-CBC, key of esp_sa:3}. Of the
   * file its name alone, for a capture travels further than the folders it came from.
   */
  public String text() {
    String kind =
        switch (subject) {
          case Coverage.Ike ike -> " SA ";
          case Coverage.Esp esp -> " SPI ";
          case Coverage.Ah ah -> " SPI ";
        };
    String file = source.origin().file();
    String name = file.substring(file.lastIndexOf('/') + 1);
    String place = source.origin().line() == 0 ? name : name + ":" + source.origin().line();
    String key =
        switch (source.relation()) {
          case TOLD -> ", key of ";
          case DERIVED -> ", key derived from ";
        };
    return PlainText.of(
        subject.protocol() + kind + subject.spi() + ", " + encryption.shortName() + key + place);
  }
}
