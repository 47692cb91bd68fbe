package org.roamscope.gui.viewmodel;

import java.util.List;
import java.util.stream.Stream;
import org.roamscope.field.PlainText;
import org.roamscope.live.Libpcap;

/**
 * An interface that can be captured on, and what went over it lately.
 *
 * @param name what libpcap calls it
 * @param facts description and addresses, printable
 * @param up false when it is down
 * @param rates packets a second in each of the last seconds, the latest last; empty when the system
 *     does not count them
 */
public record LiveInterface(String name, String facts, boolean up, List<Long> rates) {
  /** Keeps its own list. */
  public LiveInterface {
    rates = List.copyOf(rates);
  }

  static LiveInterface of(Libpcap.Device device, List<Long> rates) {
    List<String> facts =
        device.description().isEmpty()
            ? device.addresses()
            : Stream.concat(Stream.of(device.description()), device.addresses().stream()).toList();
    return new LiveInterface(
        device.name(), PlainText.of(String.join(", ", facts)), device.up(), rates);
  }

  /** Its name, printable. */
  public String title() {
    return PlainText.of(name);
  }

  /** What went over it in the last second, in words. */
  public String rate() {
    return !up ? "down" : rates.isEmpty() ? "" : rates.getLast() + "/s";
  }
}
