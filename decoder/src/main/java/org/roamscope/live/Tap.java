package org.roamscope.live;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One interface to capture on.
 *
 * @param device its name, {@code any} for all
 * @param filter capture filter in the language of libpcap; null for {@link DefaultFilter}
 * @param snapLength most octets kept of a packet
 * @param promiscuous true to also take what is for others
 * @param bufferMebibytes kernel buffer
 * @param linkType name of the link type wanted; null for the interface's own
 */
public record Tap(
    String device,
    @Nullable String filter,
    int snapLength,
    boolean promiscuous,
    int bufferMebibytes,
    @Nullable String linkType) {
  /** Most octets of a packet that libpcap gives. */
  public static final int MOST_SNAP_LENGTH = 262_144;

  /** Kernel buffer when nothing else is asked for. */
  public static final int USUAL_BUFFER = 16;

  /** An interface as usual: the default filter, whole packets, promiscuous. */
  public static Tap on(String device) {
    return new Tap(device, null, MOST_SNAP_LENGTH, true, USUAL_BUFFER, null);
  }

  /** The same interface with another filter; null for {@link DefaultFilter}. */
  public Tap filtered(@Nullable String by) {
    return new Tap(device, by, snapLength, promiscuous, bufferMebibytes, linkType);
  }

  /**
   * Reads interfaces with their options as Wireshark's tools do: options before the first {@code
   * -i} are those of all, others of the {@code -i} before them. So it reads what {@link #arguments}
   * writes, for several interfaces one after the other.
   *
   * @throws IllegalArgumentException when that is something else
   */
  public static List<Tap> of(List<String> arguments) {
    Tap usual = on("");
    List<Tap> taps = new ArrayList<>();
    Iterator<String> words = arguments.iterator();
    while (words.hasNext()) {
      String option = words.next();
      if (option.equals("-i")) {
        taps.add(usual.onDevice(value(option, words)));
        continue;
      }
      boolean ofAll = taps.isEmpty();
      Tap tap = ofAll ? usual : taps.removeLast();
      Tap changed =
          switch (option) {
            case "-f" -> tap.filtered(value(option, words));
            case "-p" ->
                new Tap(
                    tap.device,
                    tap.filter,
                    tap.snapLength,
                    false,
                    tap.bufferMebibytes,
                    tap.linkType);
            case "-s" ->
                new Tap(
                    tap.device,
                    tap.filter,
                    number(option, words),
                    tap.promiscuous,
                    tap.bufferMebibytes,
                    tap.linkType);
            case "-B" ->
                new Tap(
                    tap.device,
                    tap.filter,
                    tap.snapLength,
                    tap.promiscuous,
                    number(option, words),
                    tap.linkType);
            case "-y" ->
                new Tap(
                    tap.device,
                    tap.filter,
                    tap.snapLength,
                    tap.promiscuous,
                    tap.bufferMebibytes,
                    value(option, words));
            default -> throw new IllegalArgumentException("no option of an interface: " + option);
          };
      if (ofAll) {
        usual = changed;
      } else {
        taps.add(changed);
      }
    }
    if (taps.isEmpty() && !arguments.isEmpty()) {
      throw new IllegalArgumentException(arguments.getFirst() + " goes with an interface: -i NAME");
    }
    return List.copyOf(taps);
  }

  private Tap onDevice(String other) {
    return new Tap(other, filter, snapLength, promiscuous, bufferMebibytes, linkType);
  }

  private static int number(String option, Iterator<String> words) {
    String value = value(option, words);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " takes a number, not '" + value + "'", e);
    }
  }

  private static String value(String option, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return words.next();
  }

  /** The options of Wireshark's tools that say this, as {@link #bufferMebibytes} etc. have it. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("-i", device));
    if (filter != null) {
      arguments.addAll(List.of("-f", filter));
    }
    arguments.addAll(List.of("-s", Integer.toString(snapLength)));
    arguments.addAll(List.of("-B", Integer.toString(bufferMebibytes)));
    if (!promiscuous) {
      arguments.add("-p");
    }
    if (linkType != null) {
      arguments.addAll(List.of("-y", linkType));
    }
    return arguments;
  }
}
