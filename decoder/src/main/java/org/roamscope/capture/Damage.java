package org.roamscope.capture;

import java.io.IOException;

/** Compressed data that cannot be read on; not a failure of the device it is read from. */
final class Damage extends IOException {
  Damage(String message) {
    super(message);
  }
}
