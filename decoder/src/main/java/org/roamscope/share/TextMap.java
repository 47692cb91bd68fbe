package org.roamscope.share;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roamscope.crypto.KeyedFunction;

/**
 * Names in the place of others, as long and of the same shape: a letter becomes a letter, a digit a
 * digit, everything else stays. A word becomes the same word wherever it stands; two words of one
 * shape never become the same.
 *
 * <p>The labels of the realms of 3GPP TS 23.003 stay, so that {@code nai.epc.mnc001.mcc262} remains
 * what it is; the digits of MNC and MCC do not.
 */
final class TextMap {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern NETWORK = Pattern.compile("(?i)(mnc|mcc)([0-9]+)");
  private static final Set<String> KEPT =
      Set.of(
          "3gppnetwork",
          "org",
          "com",
          "net",
          "pub",
          "nai",
          "epc",
          "wlan",
          "gan",
          "ims",
          "apn",
          "gprs",
          "epdg",
          "ap");
  private static final int ROUNDS = 8;
  private static final int DIGITS = 10;
  private static final int LETTERS = 26;

  private final KeyedFunction function;

  TextMap(KeyedFunction function) {
    this.function = function;
  }

  /** The text in the place of another. */
  String of(String text) {
    return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(word(word.group())));
  }

  /** True when nothing of the text is anybody's: words that stay. */
  static boolean common(String text) {
    return WORD.matcher(text).results().allMatch(word -> kept(word.group()));
  }

  private static boolean kept(String word) {
    return KEPT.contains(word.toLowerCase(Locale.ROOT));
  }

  private String word(String word) {
    if (kept(word)) {
      return word;
    }
    Matcher network = NETWORK.matcher(word);
    if (network.matches()) {
      return network.group(1) + word(network.group(2));
    }
    int[] values = new int[word.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Character.digit(word.charAt(i), 36) - (digit(word, i) ? 0 : DIGITS);
    }
    StringBuilder shape = new StringBuilder(values.length);
    for (int i = 0; i < values.length; i++) {
      shape.append(digit(word, i) ? '0' : 'a');
    }
    for (int round = 0; round < ROUNDS; round++) {
      turn(values, shape.toString(), round);
    }
    StringBuilder out = new StringBuilder(values.length);
    for (int i = 0; i < values.length; i++) {
      char first = digit(word, i) ? '0' : Character.isUpperCase(word.charAt(i)) ? 'A' : 'a';
      out.append((char) (first + values[i]));
    }
    return out.toString();
  }

  /** Each character of one half moves on by a number that the other half decides. */
  private void turn(int[] values, String shape, int round) {
    int half = round % 2;
    StringBuilder other = new StringBuilder(shape).append(' ').append(round);
    for (int i = 1 - half; i < values.length; i += 2) {
      other.append(' ').append(values[i]);
    }
    byte[] by =
        function.octets(
            "text", other.toString().getBytes(StandardCharsets.US_ASCII), values.length * 2);
    for (int i = half; i < values.length; i += 2) {
      int radix = shape.charAt(i) == '0' ? DIGITS : LETTERS;
      int step = (by[2 * i] & 0xff) << 8 | by[2 * i + 1] & 0xff;
      values[i] = (values[i] + step) % radix;
    }
  }

  private static boolean digit(String word, int at) {
    return word.charAt(at) <= '9';
  }
}
