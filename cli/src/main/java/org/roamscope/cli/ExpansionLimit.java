package org.roamscope.cli;

import java.util.List;
import java.util.Locale;
import org.roamscope.Analysis;
import org.roamscope.capture.CaptureReader;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How much a compressed capture may expand to: the option for it, alike wherever one is read. */
final class ExpansionLimit {
  /** Octets with an optional K, M, G or T: 1024 of the one before. */
  static final class Octets implements ITypeConverter<Long> {
    private static final String UNITS = "KMGT";

    @Override
    public Long convert(String text) {
      String number = text.strip().toUpperCase(Locale.ROOT);
      int unit = number.isEmpty() ? -1 : UNITS.indexOf(number.charAt(number.length() - 1));
      if (unit >= 0) {
        number = number.substring(0, number.length() - 1);
      }
      try {
        long octets = Math.multiplyExact(Long.parseLong(number), 1L << 10 * (unit + 1));
        if (octets > 0) {
          return octets;
        }
      } catch (NumberFormatException | ArithmeticException e) {
        throw new TypeConversionException(explained(text));
      }
      throw new TypeConversionException(explained(text));
    }

    private static String explained(String text) {
      return "'" + text + "' is no size: octets from 1, or with K, M, G or T, for example 4G";
    }
  }

  @Option(
      names = "--max-expanded",
      paramLabel = "SIZE",
      converter = Octets.class,
      description =
          "Most that is taken out of a compressed capture, in octets or with K, M, G or T; what is"
              + " beyond is not read, and that is said. Without it there is no limit.")
  private long most = Long.MAX_VALUE;

  ExpansionLimit() {}

  /** The capture, read no further than that. */
  Analysis.Source of(Analysis.Source source) {
    return new Analysis.Source.Limited(
        source, CaptureReader.Limits.DEFAULT.withExpandedBytes(most));
  }

  /** The captures of those names, each read no further than that. */
  List<Analysis.Source> sources(List<String> names, Interruption interruption) {
    return Inputs.sources(names, interruption).stream().map(this::of).toList();
  }
}
