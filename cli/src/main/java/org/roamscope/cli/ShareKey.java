package org.roamscope.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.crypto.KeyedFunction;

/** The key that decides what takes the place of what. */
final class ShareKey {
  private static final int LONGEST = 4_096;
  private static final int SHORTEST = 12;

  private ShareKey() {}

  /** One that nobody knows, for one run. */
  static KeyMaterial random() {
    byte[] octets = new byte[KeyedFunction.KEY_OCTETS];
    new SecureRandom().nextBytes(octets);
    KeyMaterial key = KeyMaterial.copyOf(octets);
    Arrays.fill(octets, (byte) 0);
    return key;
  }

  /**
   * The one of a file: 32 octets are the key itself, a line of text is a passphrase.
   *
   * @throws IOException when there is none; the message says why and shows nothing of the file
   */
  static KeyMaterial read(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IOException("it has more than " + LONGEST + " octets");
    }
    byte[] octets = Files.readAllBytes(file);
    try {
      return octets.length == KeyedFunction.KEY_OCTETS
          ? KeyMaterial.copyOf(octets)
          : KeyedFunction.keyOf(passphrase(octets));
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  private static char[] passphrase(byte[] octets) throws IOException {
    CharBuffer text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
    } catch (CharacterCodingException e) {
      throw new IOException(
          "it holds " + octets.length + " octets that are no text: a key has 32", e);
    }
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end < SHORTEST) {
      throw new IOException(
          "a passphrase has at least " + SHORTEST + " characters, and a key 32 octets");
    }
    char[] words = new char[end];
    text.get(words);
    return words;
  }
}
