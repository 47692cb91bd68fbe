package org.roamscope.gui.viewmodel;

/**
 * A colour for packets that match a filter, as a line of Wireshark's {@code colorfilters} has it.
 *
 * @param enabled false for a rule that is kept and not used
 * @param name what it is for; without {@code @} and line ends, which the file cannot hold there
 * @param filter a display filter, kept as written even when it is none here; without line ends
 * @param background colour of the row
 * @param foreground colour of its text
 */
public record ColourRule(
    boolean enabled, String name, String filter, Rgb background, Rgb foreground) {
  /** Rows brighter than this are turned dark in the dark theme. */
  private static final double BRIGHT = 0.18;

  private static final double DARK_BRIGHTNESS = 0.25;

  /** Takes out what the file cannot hold. */
  public ColourRule {
    name = oneLine(name.replace('@', ' '));
    filter = oneLine(filter);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ").strip();
  }

  /** The two colours of a row as they are shown. */
  public record Shown(Rgb background, Rgb text) {}

  /** The rule switched on or off. */
  public ColourRule enabled(boolean on) {
    return new ColourRule(on, name, filter, background, foreground);
  }

  /**
   * Its colours in a theme: a bright row becomes a dark one of the same hue in the dark theme, and
   * text that could not be read is black or white.
   */
  public Shown in(boolean dark) {
    Rgb row =
        dark && background.luminance() > BRIGHT ? background.dimmed(DARK_BRIGHTNESS) : background;
    return new Shown(row, foreground.readableOn(row));
  }
}
