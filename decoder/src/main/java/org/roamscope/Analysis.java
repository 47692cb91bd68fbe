package org.roamscope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Profile;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.ClockSteps;
import org.roamscope.capture.Frame;
import org.roamscope.decrypt.Decryptor;
import org.roamscope.dissect.Dissection;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.CaptureSummary;
import org.roamscope.report.Report;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.EventOrder;
import org.roamscope.track.EventWindow;

/**
 * One analysis: captures in, a report out. Frames of all captures are put in the order of their
 * times (file order for equal ones) before anything is tracked, so that the order of files and of
 * interfaces in a file does not matter.
 */
public final class Analysis {
  /** Events of several captures held back for their order; what comes later than that is said. */
  public static final int MAX_EVENTS = 5_000_000;

  /** The same of one capture alone: its frames are nearly in order. */
  public static final int MAX_EVENTS_OF_ONE = 1 << 14;

  private static final int PROGRESS_EVERY = 8192;

  /** A capture to read. */
  public sealed interface Source {
    /** Name for reports. */
    String name();

    /**
     * Begins to read it.
     *
     * @param limits how much is believed
     * @throws CaptureException when it is not there, may not be read or is no capture
     * @throws IOException when the device fails
     */
    CaptureReader open(CaptureReader.Limits limits) throws IOException;

    /** Begins to read it with the usual limits. */
    default CaptureReader open() throws IOException {
      return open(CaptureReader.Limits.DEFAULT);
    }

    /** True when it can be read once more and gives the same. */
    default boolean again() {
      return false;
    }

    /**
     * Goes on where another reader of it was.
     *
     * @param position of the other reader
     * @throws IOException when it cannot be read, or only from its beginning
     */
    default CaptureReader open(CaptureReader.Position position) throws IOException {
      throw new IOException(name() + " can only be read from its beginning");
    }

    /**
     * A file.
     *
     * @param path where it is
     * @param name name for reports
     */
    record File(Path path, String name) implements Source {
      /** False for a pipe. */
      @Override
      public boolean again() {
        return Files.isRegularFile(path);
      }

      @Override
      public CaptureReader open(CaptureReader.Limits limits) throws IOException {
        return CaptureReader.open(path, limits);
      }

      @Override
      public CaptureReader open(CaptureReader.Position position) throws IOException {
        return CaptureReader.open(path, position);
      }
    }

    /** Another source, read in another way. */
    sealed interface Wrapped extends Source {
      /** The other. */
      Source source();

      @Override
      default String name() {
        return source().name();
      }

      @Override
      default boolean again() {
        return source().again();
      }
    }

    /**
     * Another source without the decryption secrets that it holds.
     *
     * @param source the other
     */
    record Closed(Source source) implements Wrapped {
      @Override
      public CaptureReader open(CaptureReader.Limits limits) throws IOException {
        return source.open(limits).withoutSecrets();
      }
    }

    /**
     * Another source, always read with the same limits.
     *
     * @param source the other
     * @param most the limits
     */
    record Limited(Source source, CaptureReader.Limits most) implements Wrapped {
      @Override
      public CaptureReader open(CaptureReader.Limits limits) throws IOException {
        return source.open(most);
      }
    }

    /**
     * Another source on another clock, without some of its frames.
     *
     * @param source the other
     * @param clock the time of a frame for the one in the file, nanoseconds
     * @param leftOut numbers of the frames that are passed over
     */
    record Corrected(Source source, LongUnaryOperator clock, BitSet leftOut) implements Wrapped {
      /** An own copy. */
      public Corrected {
        leftOut = (BitSet) leftOut.clone();
      }

      @Override
      public BitSet leftOut() {
        return (BitSet) leftOut.clone();
      }

      @Override
      public CaptureReader open(CaptureReader.Limits limits) throws IOException {
        return source.open(limits).corrected(clock, leftOut::get);
      }
    }

    /**
     * Another source as if its clock had not been set back.
     *
     * @param source the other
     * @param steps where its clock was set back
     */
    record Mended(Source source, ClockSteps steps) implements Wrapped {
      @Override
      public CaptureReader open(CaptureReader.Limits limits) throws IOException {
        return source.open(limits).mended(steps);
      }
    }

    /**
     * A capture in memory.
     *
     * @param capture the octets of the file, which nobody changes
     * @param name name for reports
     */
    record Octets(Slice capture, String name) implements Source {
      @Override
      public boolean again() {
        return true;
      }

      @Override
      public CaptureReader open(CaptureReader.Limits limits) throws IOException {
        return CaptureReader.open(new ByteArrayInputStream(capture.bytes()), name, limits);
      }
    }

    /**
     * A stream that can be read again when it was short.
     *
     * @param stream the stream
     * @param name name for reports
     */
    record Kept(KeptStream stream, String name) implements Source {
      @Override
      public boolean again() {
        return stream.again();
      }

      @Override
      public CaptureReader open(CaptureReader.Limits limits) throws IOException {
        InputStream in = stream.open();
        try {
          return CaptureReader.open(in, name, limits);
        } catch (IOException | RuntimeException e) {
          in.close();
          throw e;
        }
      }
    }

    /**
     * A stream, read to its end and not closed.
     *
     * @param in the stream
     * @param name name for reports
     */
    record Stream(InputStream in, String name) implements Source {
      @Override
      public CaptureReader open(CaptureReader.Limits limits) throws IOException {
        return CaptureReader.open(in, name, limits);
      }
    }
  }

  /** Told how far reading is; may ask to stop. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Called every few thousand frames.
     *
     * @param name the capture being read
     * @param bytes octets of it read so far
     * @param frames frames of it read so far
     */
    void read(String name, long bytes, long frames);
  }

  private final Decryptor decryptor;
  private final Profile profile;
  private final String version;
  private final Progress progress;
  private final BooleanSupplier cancelled;
  private final List<CaptureSummary> captures = new ArrayList<>();
  private final EventOrder events;
  private final Watch watch;
  private final Gathered gathered = new Gathered();

  /** Of each capture: where its clock seems to have been set back. */
  private final List<ClockSteps> clocks = new ArrayList<>();

  private long datagramsGone;
  private boolean interrupted;
  private @Nullable EventWindow window;

  private Analysis(
      KeyRing keys,
      Profile profile,
      String version,
      Progress progress,
      BooleanSupplier cancelled,
      int held,
      Consumer<Event> listener,
      Watch watch) {
    this.watch = watch;
    this.decryptor = new Decryptor(keys);
    events = new EventOrder(held, listener.andThen(gathered::accept));
    this.profile = profile;
    this.version = version;
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /**
   * Reads and audits captures. An input that cannot be read, is damaged or is no capture stands in
   * the report with its problem; the others are analyzed all the same.
   *
   * @param sources captures in the order of the report
   * @param profile whose text decides where specifications disagree
   * @param version version for the report
   * @param progress told how far reading is
   * @param cancelled true to stop early with a partial report
   */
  public static Report run(
      List<Source> sources,
      Profile profile,
      String version,
      Progress progress,
      BooleanSupplier cancelled) {
    return run(sources, KeyRing.EMPTY, profile, version, progress, cancelled);
  }

  /**
   * The same with keys: what they open is analyzed as if it had been sent in the clear inside ESP.
   *
   * @param sources captures in the order of the report
   * @param keys what opens encrypted packets; a capture may hold more
   * @param profile whose text decides where specifications disagree
   * @param version version for the report
   * @param progress told how far reading is
   * @param cancelled true to stop early with a partial report
   */
  public static Report run(
      List<Source> sources,
      KeyRing keys,
      Profile profile,
      String version,
      Progress progress,
      BooleanSupplier cancelled) {
    return run(sources, keys, profile, version, progress, cancelled, false).report();
  }

  /**
   * What an analysis comes to.
   *
   * @param report the report
   * @param events those of all captures in the order of their times, where they were asked for
   */
  public record Outcome(Report report, List<Event> events) {}

  /**
   * The same, with the events that it rests on.
   *
   * @param sources captures in the order of the report
   * @param keys what opens encrypted packets; a capture may hold more
   * @param profile whose text decides where specifications disagree
   * @param version version for the report
   * @param progress told how far reading is
   * @param cancelled true to stop early with a partial report
   * @param keepEvents true when the events are wanted
   */
  public static Outcome run(
      List<Source> sources,
      KeyRing keys,
      Profile profile,
      String version,
      Progress progress,
      BooleanSupplier cancelled,
      boolean keepEvents) {
    return ClockChoice.of(
        sources,
        captures -> {
          List<Event> events = new ArrayList<>();
          Consumer<Event> listener = keepEvents ? events::add : event -> {};
          int held = captures.size() == 1 ? MAX_EVENTS_OF_ONE : MAX_EVENTS;
          Analysis analysis =
              new Analysis(
                  keys, profile, version, progress, cancelled, held, listener, Watch.NOBODY);
          captures.forEach(analysis::read);
          return new ClockChoice.Pass(new Outcome(analysis.report(), events), analysis.clocks);
        });
  }

  /**
   * Reads captures for their events alone: nothing is judged.
   *
   * @param sources captures
   * @param keys what opens encrypted packets
   * @param progress told how far reading is
   * @param cancelled true to stop early
   * @param listener told each event, in time order, from a thread that may not be the caller's
   * @return what was read of each capture
   */
  static List<CaptureSummary> events(
      List<Source> sources,
      KeyRing keys,
      Progress progress,
      BooleanSupplier cancelled,
      Consumer<Event> listener) {
    Analysis analysis =
        new Analysis(
            keys, Profile.TS24303, "", progress, cancelled, MAX_EVENTS, listener, Watch.NOBODY);
    sources.forEach(analysis::read);
    analysis.events.finish();
    return List.copyOf(analysis.captures);
  }

  /** Looks at an analysis that goes on. */
  public interface Watch {
    /** Nobody looks. */
    Watch NOBODY =
        new Watch() {
          @Override
          public boolean frames() {
            return false;
          }

          @Override
          public boolean due() {
            return false;
          }

          @Override
          public void soFar(Report report, boolean shortened) {
            throw new IllegalStateException("not asked for");
          }
        };

    /**
     * Told once, when reading begins.
     *
     * @param look gives a look out of turn; only for the thread that reads, for example while it
     *     waits for input
     */
    default void ready(Look look) {}

    /** True when it is time for a look; asked after each packet. */
    boolean due();

    /** True when each frame is to be told: then none of them is read by a shorter way. */
    default boolean frames() {
      return true;
    }

    /**
     * Told each frame that is not plain traffic, as it is read.
     *
     * @param frame the frame
     * @param dissection what is in it, of a fragment the headers
     * @param reader the capture, with the interfaces and other blocks read so far
     */
    default void frame(Frame frame, Dissection dissection, CaptureReader reader) {}

    /**
     * Told what the capturing machine lost so far, whenever it says so.
     *
     * @param byKernel packets that the operating systems of all interfaces lost
     * @param byInterface packets that the interfaces or their drivers lost
     */
    default void lost(long byKernel, long byInterface) {}

    /**
     * Told when the numbers of frames are used up: with the next one another part of the capture
     * begins, which stands in reports as a capture of its own.
     *
     * @param part number of the part that begins, from 2
     */
    default void part(int part) {}

    /**
     * What there is so far.
     *
     * @param report the report as if the capture ended here
     * @param shortened true when earlier events were given up just before: what is new in the
     *     report is new for that reason alone
     */
    void soFar(Report report, boolean shortened);
  }

  /** A look at what there is so far. */
  @FunctionalInterface
  public interface Look {
    /**
     * Looks.
     *
     * @param quiet true when nothing came for a while, so that nothing earlier is on its way
     */
    void now(boolean quiet);
  }

  /** Packets of interfaces of one machine are so much out of order at most. */
  private static final long OUT_OF_STEP_NANOS = 2 * At.SECOND;

  /**
   * Analyzes one capture and shows on the way what there is, in memory that does not grow with its
   * length: of more than {@code window} events the later half is kept, and of the earlier ones what
   * an {@link EventWindow} needs to go on. When the numbers of frames are used up, a part begins.
   *
   * @param source the capture; it may go on for days
   * @param keys what opens encrypted packets
   * @param profile whose text decides where specifications disagree
   * @param version version for the report
   * @param window events kept, see {@link EventWindow}
   * @param watch looks on the way
   * @param cancelled true to stop early; asked after each packet
   * @return the report at the end
   */
  public static Report watch(
      Source source,
      KeyRing keys,
      Profile profile,
      String version,
      EventWindow window,
      Watch watch,
      BooleanSupplier cancelled) {
    Analysis analysis =
        new Analysis(
            keys,
            profile,
            version,
            (name, bytes, frames) -> {},
            cancelled,
            MAX_EVENTS_OF_ONE,
            window::add,
            watch);
    analysis.window = window;
    analysis.read(source);
    return analysis.report();
  }

  private void read(Source source) {
    if (captures.size() >= At.MOST_CAPTURES) {
      unreadable(
          source,
          0,
          source.name() + " is not read: at most " + At.MOST_CAPTURES + " captures are together");
      return;
    }
    try (CaptureReader reader = source.open()) {
      read(window == null ? reader : reader.inParts(), source.name());
    } catch (CaptureException e) {
      unreadable(source, e.offset(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      unreadable(source, 0, source.name() + " cannot be read: " + e.getMessage());
    }
  }

  private void unreadable(Source source, long offset, String message) {
    captures.add(
        new CaptureSummary(
            source.name(),
            "none",
            List.of(),
            0,
            0,
            0,
            0,
            0,
            0,
            List.of(new CaptureProblem(offset, null, message))));
    clocks.add(ClockSteps.NONE);
  }

  private void read(CaptureReader reader, String name) {
    Intake intake = new Intake(captures.size(), reader, decryptor, gathered, events::accept, watch);
    List<CaptureProblem> problems = new ArrayList<>();
    watch.ready(quiet -> look(intake, name, quiet));
    try {
      while (!interrupted && reader.advance()) {
        if (reader.part() > intake.part()) {
          captures.add(intake.nextPart(name));
        }
        intake.take(reader.record());
        if (watch.due() || overfull()) {
          look(intake, name, false);
        }
        if (reader.framesRead() % PROGRESS_EVERY == 0) {
          progress.read(name, reader.bytesRead(), reader.framesRead());
          interrupted = cancelled.getAsBoolean();
        }
      }
    } catch (IOException e) {
      problems.add(
          new CaptureProblem(
              reader.bytesRead(), null, name + " cannot be read further: " + e.getMessage()));
    }
    intake.end();
    problems.addAll(intake.lossProblems());
    problems.addAll(0, reader.problems());
    problems.addAll(intake.keyProblems());
    datagramsGone += intake.evictions();
    interrupted |= cancelled.getAsBoolean();
    captures.add(intake.summary(name, problems));
    clocks.add(intake.clock());
  }

  /** Between two looks of somebody who looks seldom. */
  private boolean overfull() {
    return window != null && window.overfull();
  }

  private void look(Intake intake, String name, boolean quiet) {
    events.finishBefore(quiet ? Long.MAX_VALUE : intake.until() - OUT_OF_STEP_NANOS);
    CaptureSummary summary = intake.summary(name, intake.lossProblems());
    List<CaptureSummary> all = new ArrayList<>(captures); // of a watch: the parts before this one
    all.add(summary);
    watch.soFar(report(all, false), false);
    EventWindow kept = window;
    if (kept != null && kept.full()) {
      gathered.shorten(kept);
      watch.soFar(report(all, false), true);
    }
    interrupted = cancelled.getAsBoolean();
  }

  private Report report() {
    events.finish();
    return report(captures, !interrupted);
  }

  private Report report(List<CaptureSummary> summaries, boolean complete) {
    Correlation correlation = gathered.correlation(window == null ? Set.of() : window.shortened());
    return new Report(
        version,
        List.copyOf(summaries),
        Audit.of(correlation, profile),
        complete,
        limits(),
        decryptor.coverage());
  }

  private List<String> limits() {
    Map<String, Long> hit = new HashMap<>();
    hit.put("messages came too late to be put in the order of their times", events.late());
    hit.put("unfinished IP datagrams had to go because there were too many", datagramsGone);
    hit.put("tracked UEs or IKE SAs had to go because there were too many", gathered.evictions());
    return hit.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .sorted()
        .toList();
  }
}
