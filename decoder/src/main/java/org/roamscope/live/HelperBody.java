package org.roamscope.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.InterfaceStatistics;

/**
 * What the helper process does: it opens the interfaces through libpcap and writes their packets as
 * pcapng, with what was dropped as Interface Statistics Blocks whenever that grew, and at the end.
 */
public final class HelperBody {
  private static final long FLUSH_MILLIS = 200;
  private static final long COUNT_TURNS = 5;
  private static final int NAME = 2;
  private static final int FILTER = 11;

  /** Tells whether a packet is worth keeping where libpcap cannot filter. */
  @FunctionalInterface
  public interface Keep {
    /** True when it is. */
    boolean keep(int linkType, byte[] packet);
  }

  private final List<Tap> taps;
  private final Keep keep;
  private final Consumer<String> said;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * Prepares.
   *
   * @param taps interfaces, in the order of the file
   * @param keep filters in user space where the default filter cannot be compiled
   * @param said told what is worth knowing, a sentence each
   */
  public HelperBody(List<Tap> taps, Keep keep, Consumer<String> said) {
    this.taps = List.copyOf(taps);
    this.keep = keep;
    this.said = said;
  }

  /** Ends {@link #run} soon; may be called by any thread. */
  public void stop() {
    stopped.set(true);
  }

  /**
   * Captures until told to stop, until all interfaces are gone, or until nobody reads any more.
   *
   * @param out where the pcapng goes; closed at the end
   * @return true when every interface was there to the end
   * @throws LiveException when an interface cannot be opened; nothing is written then
   * @throws IOException when {@code out} takes no more
   */
  public boolean run(OutputStream out) throws IOException {
    List<Libpcap.Handle> handles = new ArrayList<>();
    try {
      for (Tap tap : taps) {
        handles.add(Libpcap.open(tap));
      }
      try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
        return new Run(handles, writer).all();
      }
    } finally {
      handles.forEach(Libpcap.Handle::close);
    }
  }

  /** One run: the writer is shared by a thread for each interface. */
  private final class Run {
    private final List<Libpcap.Handle> handles;
    private final CaptureWriter writer;
    private final long[] dropped;
    private final CountPace pace;
    private Set<String> wereUp = Set.of();
    private final Set<Integer> gone = ConcurrentHashMap.newKeySet();
    private boolean whole = true;
    private int frames;
    private long latest;
    private @Nullable IOException failure;

    Run(List<Libpcap.Handle> handles, CaptureWriter writer) {
      this.handles = handles;
      this.writer = writer;
      dropped = new long[handles.size()];
      pace = new CountPace(handles.size());
    }

    /** Names of the interfaces that are up now; {@code any} is none. */
    private static Set<String> up() throws LiveException {
      return Libpcap.devices().stream()
          .filter(Libpcap.Device::up)
          .map(Libpcap.Device::name)
          .collect(Collectors.toSet());
    }

    boolean all() throws IOException {
      for (int i = 0; i < handles.size(); i++) {
        writer.announce(description(i));
        if (!handles.get(i).isFiltered()) {
          said.accept(
              taps.get(i).device()
                  + ": no capture filter is possible for this link type; packets are filtered"
                  + " after they were captured");
        }
      }
      writer.flush();
      wereUp = up();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < handles.size(); i++) {
        int place = i;
        threads.add(Thread.ofPlatform().name("capture-" + i).start(() -> one(place)));
      }
      try {
        attend(threads);
        for (Thread thread : threads) {
          thread.join();
        }
      } catch (InterruptedException e) {
        stop();
        Thread.currentThread().interrupt();
      }
      for (int i = 0; i < handles.size(); i++) {
        count(i, true);
      }
      synchronized (writer) {
        if (failure != null) {
          throw failure;
        }
        return whole;
      }
    }

    /** Writes what is held back and what was dropped, until the end; then wakes who waits. */
    private void attend(List<Thread> threads) throws InterruptedException, LiveException {
      long turn = 0;
      while (!stopped.get() && threads.stream().anyMatch(Thread::isAlive)) {
        TimeUnit.MILLISECONDS.sleep(FLUSH_MILLIS);
        turn++;
        if (turn % COUNT_TURNS == 0) {
          for (int i = 0; i < handles.size(); i++) {
            count(i, false);
          }
          endWhatIsDown();
        }
        synchronized (writer) {
          written(writer::flush);
        }
      }
      for (Libpcap.Handle handle : handles) {
        handle.wake();
      }
    }

    /** libpcap waits for an interface that was taken down to come back, and says nothing. */
    private void endWhatIsDown() throws LiveException {
      Set<String> up = up();
      for (int i = 0; i < handles.size(); i++) {
        String device = taps.get(i).device();
        if (wereUp.contains(device) && !up.contains(device) && gone.add(i)) {
          said.accept("capturing on " + device + " ended: the interface is down");
          synchronized (writer) {
            whole = false;
          }
          handles.get(i).wake();
        }
      }
    }

    private CaptureInterface description(int place) {
      Tap tap = taps.get(place);
      Libpcap.Handle handle = handles.get(place);
      List<BlockOption> options = new ArrayList<>();
      options.add(new BlockOption(NAME, tap.device().getBytes(StandardCharsets.UTF_8)));
      String filter = tap.filter() == null ? DefaultFilter.TEXT : tap.filter();
      if (handle.isFiltered() && !filter.isEmpty()) {
        // The first octet says that a filter text of libpcap follows.
        options.add(new BlockOption(FILTER, ("\0" + filter).getBytes(StandardCharsets.UTF_8)));
      }
      return new CaptureInterface(
          place, 0, handle.linkType(), tap.snapLength(), tap.device(), options);
    }

    private void one(int place) {
      try {
        handles
            .get(place)
            .take(
                (time, original, octets) -> packet(place, time, original, octets),
                () -> stopped.get() || gone.contains(place));
      } catch (LiveException e) {
        synchronized (writer) {
          whole = false;
        }
        said.accept(String.valueOf(e.getMessage()));
      }
    }

    private void packet(int place, long time, int original, byte[] octets) {
      Libpcap.Handle handle = handles.get(place);
      int linkType = handle.linkType();
      if (!handle.isFiltered() && !keep.keep(linkType, octets)) {
        return;
      }
      synchronized (writer) {
        latest = Math.max(latest, time);
        frames++;
        written(() ->
            writer.write(new Frame(frames, time, linkType, place, original, octets, List.of())));
      }
    }

    /** Writes the counts of an interface: at the end, and when more was dropped. */
    private void count(int place, boolean end) {
      Libpcap.Counts counts;
      try {
        counts = handles.get(place).counts();
      } catch (LiveException e) {
        said.accept(String.valueOf(e.getMessage()));
        return;
      }
      synchronized (writer) {
        InterfaceStatistics statistics =
            new InterfaceStatistics(
                place,
                latest,
                counts.received(),
                counts.droppedByInterface(),
                counts.droppedByKernel());
        boolean due = pace.due(place, statistics.dropped() > dropped[place]);
        if (end || due) {
          dropped[place] = statistics.dropped();
          written(() -> writer.write(statistics.block(0)));
        }
      }
    }

    /** The first failure ends the run: nobody reads any more. */
    private void written(Write write) {
      try {
        if (failure == null) {
          write.write();
        }
      } catch (IOException e) {
        failure = e;
        stop();
      }
    }
  }

  /** Something that writes. */
  @FunctionalInterface
  private interface Write {
    void write() throws IOException;
  }
}
