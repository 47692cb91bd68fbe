package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.roamscope.live.Libpcap;
import org.roamscope.live.LiveException;

/**
 * The interfaces of this machine and their traffic. Linux counts packets of every interface for
 * everybody; elsewhere there are no rates. Not for several threads.
 */
final class InterfaceList {
  /** Seconds that are kept of each interface. */
  static final int SECONDS = 60;

  private static final Path COUNTERS = Path.of("/sys/class/net");

  /** Lists the interfaces. */
  @FunctionalInterface
  interface Devices {
    List<Libpcap.Device> all() throws LiveException;
  }

  private static final class Counted {
    private final Deque<Long> rates = new ArrayDeque<>();
    private long packets = -1;
  }

  private final Devices devices;
  private final Path counters;
  private final Map<String, Counted> counted = new HashMap<>();
  private @Nullable List<Libpcap.Device> known;

  InterfaceList() {
    this(Libpcap::devices, COUNTERS);
  }

  InterfaceList(Devices devices, Path counters) {
    this.devices = devices;
    this.counters = counters;
  }

  /** The next question asks the system for its interfaces again. */
  void forget() {
    known = null;
  }

  /**
   * All interfaces with what went over them since this was asked last, a second ago.
   *
   * @throws LiveException when libpcap is missing
   */
  List<LiveInterface> now() throws LiveException {
    List<Libpcap.Device> all = known == null ? List.copyOf(devices.all()) : known;
    known = all;
    List<LiveInterface> interfaces = new ArrayList<>();
    for (Libpcap.Device device : all) {
      interfaces.add(LiveInterface.of(device, rates(device.name())));
    }
    return interfaces;
  }

  private List<Long> rates(String name) {
    OptionalLong packets = packets(name);
    if (packets.isEmpty()) {
      return List.of();
    }
    Counted one = counted.computeIfAbsent(name, _ -> new Counted());
    if (one.packets >= 0) {
      if (one.rates.size() == SECONDS) {
        one.rates.removeFirst();
      }
      one.rates.addLast(Math.max(0, packets.getAsLong() - one.packets));
    }
    one.packets = packets.getAsLong();
    return List.copyOf(one.rates);
  }

  private OptionalLong packets(String name) {
    if (!name.matches("[\\w.@:-]+")) {
      return OptionalLong.empty();
    }
    try {
      Path statistics = counters.resolve(name).resolve("statistics");
      return OptionalLong.of(
          Long.parseLong(Files.readString(statistics.resolve("rx_packets")).strip())
              + Long.parseLong(Files.readString(statistics.resolve("tx_packets")).strip()));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty(); // not Linux, or no interface of the kernel, such as any
    }
  }
}
