package org.roamscope.live;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.PcapStat;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;
import org.roamscope.capture.LinkType;

/**
 * libpcap: the only class that knows pcap4j, and with it native code. Where the library is missing
 * or cannot be called, that is a {@link LiveException} like any other trouble.
 */
public final class Libpcap {
  private static final int READ_MILLIS = 100;
  private static final int MEBIBYTE = 1 << 20;
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  /** DLT_RAW of Linux; files have another number for it. */
  private static final int DLT_RAW = 12;

  private Libpcap() {}

  /**
   * An interface of this machine.
   *
   * @param name for {@code -i}
   * @param description what the system says of it, empty when nothing
   * @param addresses of it
   * @param up true when it is up
   * @param loopback true for a loopback
   */
  public record Device(
      String name, String description, List<String> addresses, boolean up, boolean loopback) {}

  /**
   * Takes packets as they come.
   *
   * <p>Called by the thread that calls {@link Handle#take}.
   */
  @FunctionalInterface
  interface Receiver {
    /**
     * A packet.
     *
     * @param timeNanos since 1970, UTC
     * @param originalLength octets it had
     * @param octets those that were kept; the receiver's own
     */
    void packet(long timeNanos, int originalLength, byte[] octets);
  }

  /** What libpcap is asked for. */
  @FunctionalInterface
  private interface Call<T> {
    T call() throws PcapNativeException, NotOpenException;
  }

  private static <T> T asked(String doing, Call<T> call) throws LiveException {
    try {
      return call.call();
    } catch (PcapNativeException | NotOpenException e) {
      throw because(e, new LiveException(doing + ": " + reason(String.valueOf(e.getMessage()))));
    } catch (LinkageError e) {
      throw because(
          e,
          new LiveException(
              doing
                  + ": libpcap cannot be loaded; install it (Debian, Ubuntu: apt-get install"
                  + " libpcap0.8), or capture with dumpcap or tcpdump and read its pipe"));
    }
  }

  private static LiveException because(Throwable cause, LiveException e) {
    e.initCause(cause);
    return e;
  }

  /** Names the right that is missing and how to get it. */
  private static String reason(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return lower.contains("not permitted") || lower.contains("permission")
        ? "the capability CAP_NET_RAW is missing (for promiscuous mode CAP_NET_ADMIN too); "
            + "give it to dumpcap with: sudo setcap cap_net_raw,cap_net_admin=eip"
            + " \"$(command -v dumpcap)\""
        : message.strip();
  }

  /** The interfaces, as libpcap lists them. */
  public static List<Device> devices() throws LiveException {
    return asked("the interfaces cannot be listed", Pcaps::findAllDevs).stream()
        .map(Libpcap::device)
        .toList();
  }

  private static Device device(PcapNetworkInterface found) {
    String description = found.getDescription();
    return new Device(
        found.getName(),
        description == null ? "" : description,
        found.getAddresses().stream()
            .map(address -> address.getAddress())
            .filter(address -> address != null)
            .map(InetAddress::getHostAddress)
            .toList(),
        found.isUp(),
        found.isLoopBack());
  }

  /** Names of the link types that an interface can give, the usual one first. */
  public static List<String> linkTypes(String device) throws LiveException {
    try (Handle handle = open(new Tap(device, "", 262_144, false, 2, null))) {
      return asked("the link types of " + device + " cannot be listed", handle.pcap::listDatalinks)
          .stream()
          .map(type -> String.valueOf(type.name()))
          .toList();
    }
  }

  /**
   * Opens an interface.
   *
   * @throws LiveException when there is no such interface, rights are missing, or the filter is not
   *     understood
   */
  static Handle open(Tap tap) throws LiveException {
    String doing = "cannot capture on " + tap.device();
    PcapHandle pcap =
        asked(
            doing,
            () ->
                new PcapHandle.Builder(tap.device())
                    .snaplen(tap.snapLength())
                    .promiscuousMode(
                        tap.promiscuous()
                            ? PromiscuousMode.PROMISCUOUS
                            : PromiscuousMode.NONPROMISCUOUS)
                    .timeoutMillis(READ_MILLIS)
                    .bufferSize(tap.bufferMebibytes() * MEBIBYTE)
                    .timestampPrecision(PcapHandle.TimestampPrecision.NANO)
                    .build());
    try {
      String wanted = tap.linkType();
      if (wanted != null) {
        asked(
            doing + " with link type " + wanted,
            () -> {
              pcap.setDlt(Pcaps.dataLinkNameToVal(wanted));
              return wanted;
            });
      }
      return new Handle(tap.device(), pcap, filtered(pcap, tap));
    } catch (LiveException e) {
      pcap.close();
      throw e;
    }
  }

  /** True when packets are filtered by libpcap; the default filter may do without. */
  private static boolean filtered(PcapHandle pcap, Tap tap) throws LiveException {
    String filter = tap.filter();
    String doing = "cannot capture on " + tap.device() + " with the filter '" + filter + "'";
    if (filter != null) {
      asked(doing, () -> set(pcap, filter));
      return true;
    }
    try {
      return asked(doing, () -> set(pcap, DefaultFilter.TEXT));
    } catch (LiveException e) {
      return false; // a link type that BPF cannot look into: said by whoever asks isFiltered()
    }
  }

  private static Boolean set(PcapHandle pcap, String filter)
      throws PcapNativeException, NotOpenException {
    if (!filter.isEmpty()) {
      pcap.setFilter(filter, BpfProgram.BpfCompileMode.OPTIMIZE);
    }
    return true;
  }

  /** A compiled filter by itself, for packets of a link type that are there already. */
  static Matcher compile(int linkType, String filter) throws LiveException {
    BpfProgram program =
        asked(
            "the filter '" + filter + "' is not understood",
            () ->
                Pcaps.compileFilter(
                    262_144,
                    DataLinkType.getInstance(linkType),
                    filter,
                    BpfProgram.BpfCompileMode.OPTIMIZE,
                    PcapHandle.PCAP_NETMASK_UNKNOWN));
    return program::applyFilter;
  }

  /** Tells whether a packet passes. */
  @FunctionalInterface
  interface Matcher {
    /** True when it does. */
    boolean passes(byte[] packet);
  }

  /** Counts since the start, as libpcap has them. */
  record Counts(long received, long droppedByInterface, long droppedByKernel) {}

  /** An open interface: one thread takes packets, another may count and wake. */
  static final class Handle implements AutoCloseable {
    private final String device;
    private final PcapHandle pcap;
    private final boolean filtered;

    private Handle(String device, PcapHandle pcap, boolean filtered) {
      this.device = device;
      this.pcap = pcap;
      this.filtered = filtered;
    }

    /** False when the default filter could not be compiled for the link type: all comes. */
    boolean isFiltered() {
      return filtered;
    }

    /** LINKTYPE number of its packets in a file. */
    int linkType() {
      int type = pcap.getDlt().value();
      return type == DLT_RAW ? LinkType.RAW : type;
    }

    /**
     * Hands on what comes until told to stop: after {@link #wake}, libpcap may wait for ever.
     *
     * @param stopped asked before each wait
     * @throws LiveException when the interface went down or away
     */
    void take(Receiver receiver, BooleanSupplier stopped) throws LiveException {
      while (!stopped.getAsBoolean()) {
        asked("capturing on " + device + " ended", () -> dispatch(receiver));
      }
    }

    /** Ends the wait of {@link #take}; for another thread. */
    void wake() throws LiveException {
      asked(
          device + " cannot be left",
          () -> {
            pcap.breakLoop();
            return device;
          });
    }

    private int dispatch(Receiver receiver) throws PcapNativeException, NotOpenException {
      try {
        return pcap.dispatch(
            -1,
            (byte[] octets) -> {
              Instant time = pcap.getTimestamp().toInstant();
              receiver.packet(
                  time.getEpochSecond() * NANOS_A_SECOND + time.getNano(),
                  pcap.getOriginalLength(),
                  octets);
            });
      } catch (InterruptedException e) {
        return 0; // woken: the next look at `stopped` decides
      }
    }

    /** What was counted so far. */
    Counts counts() throws LiveException {
      PcapStat stat = asked("the counts of " + device + " cannot be read", pcap::getStats);
      return new Counts(
          stat.getNumPacketsReceived(),
          stat.getNumPacketsDroppedByIf(),
          stat.getNumPacketsDropped());
    }

    @Override
    public void close() {
      pcap.close();
    }
  }
}
