package org.roamscope;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roamscope.Extraction.Packet;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.ClockSteps;
import org.roamscope.capture.ClockWatch;
import org.roamscope.capture.Frame;
import org.roamscope.capture.InterfaceStatistics;
import org.roamscope.capture.LinkType;
import org.roamscope.capture.PacketRecord;
import org.roamscope.decode.ForwardPass;
import org.roamscope.decrypt.Decryptor;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.PlainTraffic;
import org.roamscope.net.Reassembler.Fragment;
import org.roamscope.report.CaptureSummary;
import org.roamscope.track.At;
import org.roamscope.track.CaptureQuality.SetBack;
import org.roamscope.track.Event;
import org.roamscope.track.UsualBinding;

/** One capture on its way to events. */
final class Intake {
  private final CaptureReader reader;
  private final Decryptor decryptor;
  private final Gathered gathered;
  private final Analysis.Watch watch;
  private final ForwardPass pass;
  private final Losses losses;
  private final Extraction extraction;

  /** To the extraction, on a thread of its own where nobody watches. */
  private final Relay<Packet> packets;

  private final UsualBinding binding = new UsualBinding();
  private final ClockWatch clock = new ClockWatch();
  private final BitSet linkTypes = new BitSet();

  /** Every frame is dissected, because somebody wants to see it. */
  private final boolean watched;

  private int capture;
  private int part;
  private long truncated;
  private long framesBefore;
  private long signallingBefore;
  private long copiesBefore;

  /** How far the clock of a capture that goes on was set back so far. */
  private long behindNanos;

  private long from = Long.MAX_VALUE;
  private long until = Long.MIN_VALUE;

  /**
   * Begins a capture.
   *
   * @param capture its place among all captures
   * @param reader the capture, before its first packet
   * @param decryptor opens what its keys open
   * @param gathered told what is no event
   * @param events told each event, in file order
   * @param watch shown what comes
   */
  Intake(
      int capture,
      CaptureReader reader,
      Decryptor decryptor,
      Gathered gathered,
      Consumer<Event> events,
      Analysis.Watch watch) {
    this.capture = capture;
    this.reader = reader;
    this.decryptor = decryptor;
    this.gathered = gathered;
    this.watch = watch;
    watched = watch.frames();
    extraction = new Extraction(gathered, events);
    packets = watched ? Relay.atOnce(extraction::take) : Relay.aside(extraction::take);
    losses = new Losses(reader);
    decryptor.beginCapture(capture);
    pass = new ForwardPass(reader, decryptor, DecodeAs.NONE);
  }

  /** Number of the part that is being read, from 0. */
  int part() {
    return part;
  }

  /** Time of the latest packet. */
  long until() {
    return until;
  }

  /**
   * Another part begins with the packet just read: the numbers of frames begin anew.
   *
   * @param name of the whole capture
   * @return what was read of the part before
   */
  CaptureSummary nextPart(String name) {
    long framesUntilNow = reader.framesRead() - 1;
    CaptureSummary before = summary(name, framesUntilNow, List.of());
    capture++;
    decryptor.beginCapture(capture);
    part = reader.part();
    framesBefore = framesUntilNow;
    copiesBefore = extraction.copies();
    signallingBefore = extraction.signalling();
    truncated = 0;
    from = Long.MAX_VALUE;
    watch.part(part + 1);
    return before;
  }

  /** Most packets are plain traffic: only the others are worth a frame. */
  void take(PacketRecord record) {
    if (losses.due()) {
      losses();
    }
    long time = time(record);
    linkTypes.set(record.linkType());
    from = Math.min(from, time);
    until = Math.max(until, time);
    truncated += record.truncated() ? 1 : 0;
    if (record.timed()) {
      gathered.quality().time(capture, record.number(), time);
    }
    if (PlainTraffic.is(record.linkType(), record.bytes(), record.start(), record.length())) {
      gathered.seenOther();
    } else if (!usual(record, time)) {
      dissect(record.frame(), time);
    }
  }

  /**
   * The time of a packet. What goes on while it is looked at comes in the order in which it is
   * captured: its clock is taken to have gone on, too. Others are read again: see {@link
   * ClockChoice}.
   */
  private long time(PacketRecord record) {
    long time = record.timeNanos() + behindNanos;
    if (!record.timed()) {
      return time;
    }
    ClockSteps.Step step = clock.time(record.number(), record.interfaceId(), record.timeNanos());
    if (!watched || step == null) {
      return time;
    }
    behindNanos += step.addedNanos();
    undone(step, time + step.addedNanos());
    return time + step.addedNanos();
  }

  /** Says that a clock was set back, and that times go on all the same. */
  private void undone(ClockSteps.Step step, long timeNanos) {
    At first = new At(capture, step.frame(), timeNanos);
    gathered.quality().setBack(new SetBack(first, step.backNanos(), step.addedNanos()));
  }

  /** True when the packet was one that needs no dissection, and is done with. */
  private boolean usual(PacketRecord record, long time) {
    if (watched || record.truncated() || !record.timed()) {
      return false;
    }
    Event event =
        binding.read(
            capture,
            record.number(),
            time,
            record.linkType(),
            record.bytes(),
            record.start(),
            record.length());
    if (event == null) {
      return false;
    }
    packets.accept(new Packet.Usual(event, binding.network()), record.length());
    return true;
  }

  private void dissect(Frame frame, long time) {
    Dissection dissection = pass.next(frame);
    watch.frame(frame, dissection, reader);
    At at = new At(capture, frame.number(), time);
    Fragment fragment = dissection.fragment();
    Dissection whole = fragment == null ? dissection : complete(at, frame, dissection, fragment);
    if (whole != null) {
      packets.accept(
          new Packet.Dissected(at, dissection, whole, frame.truncated()), frame.slice().length());
    }
  }

  /** A copy of a fragment must not complete anything: what came before it has to be through. */
  private @Nullable Dissection complete(
      At at, Frame frame, Dissection dissection, Fragment fragment) {
    packets.finish();
    return extraction.fragment(at, dissection) ? pass.complete(frame, fragment) : null;
  }

  /** Takes what the capturing machine said since the last call about what it lost. */
  private void losses() {
    losses.take(from, until, gathered.quality());
    if (losses.known()) {
      watch.lost(
          losses.sum(InterfaceStatistics::droppedByKernel),
          losses.sum(InterfaceStatistics::droppedByInterface));
    }
  }

  /** The capture is at its end. */
  void end() {
    packets.finish();
    losses();
    gathered.quality().endOfCapture();
    ClockSteps steps = reader.mended();
    steps.all().forEach(step -> undone(step, steps.mended(step.frame(), step.timeNanos())));
  }

  /** Where the clock of the capture seems to have been set back. */
  ClockSteps clock() {
    return clock.steps();
  }

  /** Unfinished IP datagrams that had to go because there were too many. */
  long evictions() {
    return pass.evictions();
  }

  /** What was lost, so far. */
  List<CaptureProblem> lossProblems() {
    return losses.problems();
  }

  /** Secrets of the capture that cannot be used. */
  List<CaptureProblem> keyProblems() {
    return pass.keyProblems();
  }

  /**
   * What was read so far of the capture, or of its part.
   *
   * @param name of the whole capture
   * @param problems what went wrong
   */
  CaptureSummary summary(String name, List<CaptureProblem> problems) {
    return summary(name, reader.framesRead(), problems);
  }

  private CaptureSummary summary(String name, long framesRead, List<CaptureProblem> problems) {
    boolean any = from <= until;
    gathered.spans(from, until);
    return new CaptureSummary(
        part == 0 ? name : name + ", part " + (part + 1),
        reader.format() + (reader.compression() == null ? "" : "+" + reader.compression()),
        linkTypes.stream().mapToObj(LinkType::name).toList(),
        framesRead - framesBefore,
        extraction.signalling() - signallingBefore,
        extraction.copies() - copiesBefore,
        truncated,
        any ? from : 0,
        any ? until : 0,
        List.copyOf(problems));
  }
}
