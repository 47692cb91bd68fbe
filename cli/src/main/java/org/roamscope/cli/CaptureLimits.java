package org.roamscope.cli;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Limits as {@code -a} and {@code -b} of Wireshark's tools give them.
 *
 * @param seconds duration
 * @param kilobytes file size in units of 1,000 octets
 * @param files number of files
 * @param packets number of packets
 */
record CaptureLimits(
    OptionalLong seconds, OptionalLong kilobytes, OptionalLong files, OptionalLong packets) {
  private static final List<String> KINDS = List.of("duration", "filesize", "files", "packets");

  /** Reads values such as {@code filesize:1000}; of a kind the last one counts. */
  static CaptureLimits of(CommandSpec spec, String option, List<String> values) {
    OptionalLong[] found = new OptionalLong[KINDS.size()];
    Arrays.fill(found, OptionalLong.empty());
    for (String value : values) {
      int colon = value.indexOf(':');
      String kind = colon < 0 ? value : value.substring(0, colon);
      String number = colon < 0 ? "" : value.substring(colon + 1);
      if (!KINDS.contains(kind) || !number.matches("[1-9]\\d{0,9}")) {
        throw new ParameterException(
            spec.commandLine(),
            option
                + " takes duration:SECONDS, filesize:KILOBYTES, files:NUMBER or packets:NUMBER, not"
                + " '"
                + value
                + "'");
      }
      found[KINDS.indexOf(kind)] = OptionalLong.of(Long.parseLong(number));
    }
    return new CaptureLimits(found[0], found[1], found[2], found[3]);
  }

  /** True when nothing is limited. */
  boolean none() {
    return seconds.isEmpty() && kilobytes.isEmpty() && files.isEmpty() && packets.isEmpty();
  }

  /** True when one of what a file holds is reached. */
  boolean reached(long octets, long packetsInIt) {
    return kilobytes.isPresent() && octets >= kilobytes.getAsLong() * 1000
        || packets.isPresent() && packetsInIt >= packets.getAsLong();
  }
}
