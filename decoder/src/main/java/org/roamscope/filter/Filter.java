package org.roamscope.filter;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldSource;

/**
 * A display filter in Wireshark's language, as of its version 4.0: checked against a catalogue
 * once, asked for packets as often as needed. Immutable; many threads may ask at once.
 *
 * <p>What is bounded: the text ({@link #MAX_LENGTH}), how deep it nests (128 levels), what a
 * calculation over fields that stand in a packet many times gives (4096 values), and the steps of a
 * regular expression (2 million looks at octets for one value; then it does not match). Host names
 * are not looked up, and there is no selected packet whose fields a filter could name.
 */
public final class Filter {
  /** Most characters of a filter. */
  public static final int MAX_LENGTH = 64 << 10;

  private final String text;
  private final Condition condition;
  private final Set<String> fields;
  private final List<String> warnings;

  private Filter(String text, Condition condition, Set<String> fields, List<String> warnings) {
    this.text = text;
    this.condition = condition;
    this.fields = fields;
    this.warnings = warnings;
  }

  /**
   * Reads a filter; times in it without a zone are in UTC.
   *
   * @throws FilterException when the text is no filter, or asks for what the catalogue does not
   *     have
   */
  public static Filter compile(String text, FieldCatalog catalog) throws FilterException {
    return compile(text, catalog, ZoneOffset.UTC);
  }

  /**
   * Reads a filter. A text of blanks only lets every packet pass.
   *
   * @param text the filter
   * @param catalog names and types of the fields
   * @param zone of the times that say none
   * @throws FilterException when the text is no filter, or asks for what the catalogue does not
   *     have
   */
  public static Filter compile(String text, FieldCatalog catalog, ZoneId zone)
      throws FilterException {
    if (text.length() > MAX_LENGTH) {
      throw FilterException.whole(
          text.substring(0, 80), "A filter has at most " + MAX_LENGTH + " characters.");
    }
    @Nullable Phrase phrase = Parser.parse(text, catalog);
    if (phrase == null) {
      return new Filter(text, new Condition.Everything(), Set.of(), List.of());
    }
    Operands operands = new Operands(text, catalog, zone);
    Condition condition = new Checker(text, operands).check(phrase);
    return new Filter(
        text,
        condition,
        Collections.unmodifiableSet(new LinkedHashSet<>(operands.fields())),
        List.copyOf(operands.warnings()));
  }

  /** The filter as it was written. */
  public String text() {
    return text;
  }

  /**
   * Does the packet pass? Fields are asked for in the order of the text and only as far as the
   * answer needs them. No packet makes this fail.
   */
  public boolean matches(FieldSource packet) {
    return condition.matches(packet);
  }

  /** Names of the fields that the filter can ask a packet for, in the order of the text. */
  public Set<String> fields() {
    return fields;
  }

  /** Sentences about what is valid but deprecated, or easily misread. */
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public String toString() {
    return text;
  }
}
