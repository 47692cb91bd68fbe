package org.roamscope.decrypt;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.Opened;

/** What the keys that were tried on one packet came to, and which of them fits. */
final class Attempts {
  private Outcome worst = Outcome.NO_KEY;
  private @Nullable KeySource fitting;
  private Encryption encryption = Encryption.NULL;

  /** Takes where the key stands that verified it. */
  void fits(@Nullable KeySource source) {
    fitting = source;
  }

  /** Takes where the key stands that opened it, and for which algorithm it is. */
  void fits(@Nullable KeySource source, Encryption algorithm) {
    fitting = source;
    encryption = algorithm;
  }

  /** The algorithm that opened it; NULL where nothing was encrypted. */
  Encryption encryption() {
    return encryption;
  }

  /** Where the key stands that opened it. */
  Optional<KeySource> fitting() {
    return Optional.ofNullable(fitting);
  }

  /** Takes what did not open. */
  void add(Opened<?> opened) {
    Outcome next =
        switch (opened) {
          case Opened.Success<?> success -> Outcome.WRONG_KEY;
          case Opened.WrongKey<?> wrong -> Outcome.WRONG_KEY;
          case Opened.Malformed<?> malformed -> Outcome.MALFORMED;
          case Opened.Unsupported<?> unsupported -> Outcome.UNSUPPORTED;
        };
    add(next);
  }

  /** A key that fits and an algorithm that does not work tell less than a key that is wrong. */
  void add(Outcome next) {
    if (rank(next) > rank(worst)) {
      worst = next;
    }
  }

  private static int rank(Outcome outcome) {
    return switch (outcome) {
      case NO_KEY -> 0;
      case UNSUPPORTED -> 1;
      case MALFORMED -> 2;
      case WRONG_KEY -> 3;
      case OPENED, VERIFIED, CLEAR, CUT -> 4;
    };
  }

  /** The most telling of all. */
  Outcome outcome() {
    return worst;
  }
}
