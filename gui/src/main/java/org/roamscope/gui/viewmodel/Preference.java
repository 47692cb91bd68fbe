package org.roamscope.gui.viewmodel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.Property;

/**
 * A setting that a configuration profile remembers.
 *
 * @param name its name in the file
 * @param says what it is, and what it may be, for the reader of the file
 * @param property the setting itself
 * @param byDefault what it is in a new profile
 * @param write its value as text, on one line
 * @param read a value of a text; empty when that is none
 */
record Preference<T>(
    String name,
    String says,
    Property<T> property,
    T byDefault,
    Function<T, String> write,
    Function<String, Optional<T>> read) {

  /** Yes or no. */
  static Preference<Boolean> yesOrNo(String name, String says, Property<Boolean> property) {
    return new Preference<>(
        name,
        says + " (yes or no)",
        property,
        property.getValue(),
        on -> on ? "yes" : "no",
        text ->
            switch (text) {
              case "yes" -> Optional.of(true);
              case "no" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** One of several values. */
  static <T> Preference<T> oneOf(
      String name, String says, Property<T> property, List<T> values, Function<T, String> write) {
    return new Preference<>(
        name,
        says + values.stream().map(write).collect(Collectors.joining(", ", " (", ")")),
        property,
        property.getValue(),
        write,
        text -> values.stream().filter(value -> write.apply(value).equals(text)).findFirst());
  }

  /** A number between two. */
  static Preference<Integer> number(
      String name, String says, Property<Integer> property, int least, int most) {
    return new Preference<>(
        name,
        says + " (" + least + " to " + most + ")",
        property,
        property.getValue(),
        number -> Integer.toString(number),
        text -> parsed(text).filter(number -> number >= least && number <= most));
  }

  private static Optional<Integer> parsed(String text) {
    return text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** A text on one line; line ends and blanks at its ends cannot be kept. */
  static Preference<String> line(String name, String says, Property<String> property) {
    return new Preference<>(
        name,
        says,
        property,
        property.getValue(),
        text -> text.lines().count() > 1 ? "" : text.strip(),
        Optional::of);
  }

  /** Takes the value of a file; false when it is none, and the default is taken. */
  boolean take(Optional<String> text) {
    Optional<T> value = text.flatMap(read);
    property.setValue(value.orElse(byDefault));
    return text.isEmpty() || value.isPresent();
  }

  /** The value as the file has it. */
  String text() {
    return write.apply(property.getValue());
  }

  boolean isDefault() {
    return property.getValue().equals(byDefault);
  }

  void reset() {
    property.setValue(byDefault);
  }
}
