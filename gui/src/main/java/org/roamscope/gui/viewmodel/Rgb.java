package org.roamscope.gui.viewmodel;

import java.util.Locale;

/**
 * A colour as Wireshark's files have it.
 *
 * @param red 0 to 65,535
 * @param green 0 to 65,535
 * @param blue 0 to 65,535
 */
public record Rgb(int red, int green, int blue) {
  private static final int MAX = 0xffff;
  private static final int OCTETS = 257;

  /** The least contrast of text that is easily read (WCAG 2, level AA). */
  public static final double READABLE = 4.5;

  /** Black. */
  public static final Rgb BLACK = new Rgb(0, 0, 0);

  /** White. */
  public static final Rgb WHITE = new Rgb(MAX, MAX, MAX);

  /** Refuses what is out of range. */
  public Rgb {
    if (red < 0 || green < 0 || blue < 0 || Math.max(red, Math.max(green, blue)) > MAX) {
      throw new IllegalArgumentException("a part of a colour is 0 to " + MAX);
    }
  }

  /** The colour {@code 0xrrggbb}. */
  public static Rgb of(int web) {
    return new Rgb((web >> 16 & 0xff) * OCTETS, (web >> 8 & 0xff) * OCTETS, (web & 0xff) * OCTETS);
  }

  /** The colour as style sheets have it, {@code #rrggbb}. */
  public String web() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red / OCTETS, green / OCTETS, blue / OCTETS);
  }

  /** How bright it is, from 0 to 1 (relative luminance of WCAG 2). */
  public double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int part) {
    double share = (double) part / MAX;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** Contrast with another colour, from 1 to 21. */
  public double contrast(Rgb other) {
    double a = luminance();
    double b = other.luminance();
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** This colour for text if it can be read on another, else black or white. */
  public Rgb readableOn(Rgb background) {
    if (contrast(background) >= READABLE) {
      return this;
    }
    return BLACK.contrast(background) > WHITE.contrast(background) ? BLACK : WHITE;
  }

  /** The same hue, as dark as {@code brightness} says: the strongest part becomes that, 0 to 1. */
  public Rgb dimmed(double brightness) {
    int strongest = Math.max(1, Math.max(red, Math.max(green, blue)));
    int weakest = Math.min(red, Math.min(green, blue));
    // A pale colour would become grey: most of what all three parts share is taken away.
    int shared = weakest * 9 / 10;
    double factor = brightness * MAX / (strongest - shared);
    return new Rgb(
        (int) ((red - shared) * factor),
        (int) ((green - shared) * factor),
        (int) ((blue - shared) * factor));
  }
}
