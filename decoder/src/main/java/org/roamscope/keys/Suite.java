package org.roamscope.keys;

import org.jspecify.annotations.Nullable;

/**
 * Algorithms as daemons write them, for example {@code
 * AES_CBC_128/HMAC_SHA1_96/PRF_HMAC_SHA1/MODP_2048}.
 *
 * @param encryption null when none is named
 * @param integrity NONE when none is named
 * @param prf null when none is named
 * @param sequenceNumbers as far as stated
 */
record Suite(
    EncryptionName.@Nullable Named encryption,
    IntegrityName integrity,
    @Nullable PseudoRandomName prf,
    SequenceNumbers sequenceNumbers) {
  static final Suite NONE = new Suite(null, IntegrityName.NONE, null, SequenceNumbers.UNSTATED);

  static Suite parse(String text) {
    EncryptionName.Named encryption = null;
    IntegrityName integrity = IntegrityName.NONE;
    PseudoRandomName prf = null;
    SequenceNumbers sequenceNumbers = SequenceNumbers.UNSTATED;
    for (String part : text.split("/", 12)) {
      String plain = Spelling.plain(part);
      if (plain.startsWith("prf")) {
        prf = PseudoRandomName.parse(part);
      } else if (plain.equals("noextseq")) {
        sequenceNumbers = SequenceNumbers.PLAIN;
      } else if (plain.equals("extseq")) {
        sequenceNumbers = SequenceNumbers.EXTENDED;
      } else if (encryption == null && EncryptionName.parse(part) != null) {
        encryption = EncryptionName.parse(part);
      } else {
        IntegrityName name = IntegrityName.parse(part);
        integrity = name == null ? integrity : name;
      }
    }
    return new Suite(encryption, integrity, prf, sequenceNumbers);
  }
}
