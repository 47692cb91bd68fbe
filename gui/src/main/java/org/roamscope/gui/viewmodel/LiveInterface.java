package org.roamscope.gui.viewmodel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roamscope.field.IpAddress;
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
    String facts =
        Stream.concat(
                Stream.of(device.description()).filter(text -> !text.isEmpty()),
                device.addresses().stream().map(LiveInterface::address))
            .collect(Collectors.joining(", "));
    return new LiveInterface(device.name(), PlainText.of(facts), device.up(), rates);
  }

  /** As addresses are written everywhere else, RFC 5952; with its zone where it has one. */
  private static String address(String text) {
    String[] parts = text.split("%", 2);
    return IpAddress.parse(parts[0]) + (parts.length == 1 ? "" : "%" + parts[1]);
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
