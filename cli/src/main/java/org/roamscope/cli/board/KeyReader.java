package org.roamscope.cli.board;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Keys out of what a terminal sends: UTF-8, and the sequences of VT220 and xterm. */
final class KeyReader {
  private static final int ESCAPE = 0x1b;

  /** What follows an escape that a key sent comes at once. */
  private static final long FOLLOWS_MILLIS = 50;

  private final InputStream in;

  KeyReader(InputStream in) {
    this.in = in;
  }

  /** A read of the next key: what it is when it is one that is known; the end is an exception. */
  Optional<Key> next() throws IOException {
    int octet = octet();
    return switch (octet) {
      case ESCAPE -> follows() ? sequence() : Optional.of(Key.Named.ESCAPE);
      case '\r', '\n' -> Optional.of(Key.Named.ENTER);
      case 0x7f, '\b' -> Optional.of(Key.Named.BACKSPACE);
      default -> octet < ' ' ? Optional.empty() : character(octet);
    };
  }

  private int octet() throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new IOException("the terminal is gone");
    }
    return octet;
  }

  private boolean follows() throws IOException {
    try {
      for (int waited = 0; in.available() == 0 && waited < FOLLOWS_MILLIS; waited += 5) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return in.available() > 0;
  }

  /** {@code ESC [ parameters final}, or {@code ESC O final}; others are passed over whole. */
  private Optional<Key> sequence() throws IOException {
    int kind = octet();
    if (kind != '[' && kind != 'O') {
      return Optional.empty();
    }
    StringBuilder parameters = new StringBuilder();
    int last = octet();
    while (last < '@' && parameters.length() < 16) {
      parameters.append((char) last);
      last = octet();
    }
    return Optional.ofNullable(
        switch (last) {
          case 'A' -> Key.Named.UP;
          case 'B' -> Key.Named.DOWN;
          case 'H' -> Key.Named.HOME;
          case 'F' -> Key.Named.END;
          case '~' ->
              switch (parameters.toString()) {
                case "1", "7" -> Key.Named.HOME;
                case "4", "8" -> Key.Named.END;
                case "5" -> Key.Named.PAGE_UP;
                case "6" -> Key.Named.PAGE_DOWN;
                default -> null;
              };
          default -> null;
        });
  }

  private Optional<Key> character(int first) throws IOException {
    int more = first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    int character = more == 0 ? first : first & 0x3f >> more;
    for (int i = 0; i < more; i++) {
      character = character << 6 | octet() & 0x3f;
    }
    return Character.isValidCodePoint(character)
        ? Optional.of(new Key.Typed(character))
        : Optional.empty();
  }
}
