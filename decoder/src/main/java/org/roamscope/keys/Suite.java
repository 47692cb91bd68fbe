package org.roamscope.keys;

import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.PseudoRandom;

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
    EncryptionNames.@Nullable Named encryption,
    Integrity integrity,
    @Nullable PseudoRandom prf,
    SequenceNumbers sequenceNumbers) {
  static final Suite NONE = new Suite(null, Integrity.NONE, null, SequenceNumbers.UNSTATED);

  static Suite parse(String text) {
    EncryptionNames.Named encryption = null;
    Integrity integrity = Integrity.NONE;
    PseudoRandom prf = null;
    SequenceNumbers sequenceNumbers = SequenceNumbers.UNSTATED;
    for (String part : text.split("/", 12)) {
      String plain = Spelling.plain(part);
      if (plain.startsWith("prf")) {
        prf = PseudoRandomNames.parse(part);
      } else if (plain.equals("noextseq")) {
        sequenceNumbers = SequenceNumbers.PLAIN;
      } else if (plain.equals("extseq")) {
        sequenceNumbers = SequenceNumbers.EXTENDED;
      } else if (encryption == null && EncryptionNames.parse(part) != null) {
        encryption = EncryptionNames.parse(part);
      } else {
        Integrity name = IntegrityNames.parse(part);
        integrity = name == null ? integrity : name;
      }
    }
    return new Suite(encryption, integrity, prf, sequenceNumbers);
  }
}
