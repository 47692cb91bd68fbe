package org.roamscope.decode;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.capture.PacketRecord;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.Decryptor;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.PlainTraffic;
import org.roamscope.keys.KeyRing;
import org.roamscope.track.At;

/**
 * Decodes the frames of one capture in their order. Keeps what one frame needs of those before it:
 * times, unfinished fragments, last care-of addresses; all of it bounded.
 */
public final class FrameDecoder {
  private static final int TIME_RESOLUTION = 9;
  private static final int MICROSECONDS = 6;

  private final CaptureReader reader;
  private final IntFunction<FrameNote> notes;
  private final Set<String> wanted;
  private final Decryptor decryptor;
  private final ForwardPass pass;
  private final boolean plainIsPlain;
  private final Mobile.Places places;
  private final Times times;

  /**
   * Starts.
   *
   * @param reader the capture the frames come from
   * @param notes what its audit knows, or {@link FrameNotes#NONE}
   * @param decodeAs ports to read as something else
   * @param wanted names of fields that will be asked for; they are read in one go
   */
  public FrameDecoder(
      CaptureReader reader, FrameNotes notes, DecodeAs decodeAs, Set<String> wanted) {
    this(reader, notes::of, decodeAs, wanted, KeyRing.EMPTY);
  }

  /**
   * Starts, with keys.
   *
   * @param reader the capture the frames come from
   * @param notes what its audit knows of the frame of a number, asked when that is decoded
   * @param decodeAs ports to read as something else
   * @param wanted names of fields that will be asked for; they are read in one go
   * @param keys what opens encrypted packets; the capture may hold more
   */
  public FrameDecoder(
      CaptureReader reader,
      IntFunction<FrameNote> notes,
      DecodeAs decodeAs,
      Set<String> wanted,
      KeyRing keys) {
    this.decryptor = new Decryptor(keys);
    this.reader = reader;
    this.notes = notes;
    this.pass = new ForwardPass(reader, decryptor, decodeAs);
    this.wanted = Set.copyOf(wanted);
    places = new Mobile.Places();
    times = new Times();
    plainIsPlain = decodeAs.equals(DecodeAs.NONE);
  }

  private FrameDecoder(
      CaptureReader reader, IntFunction<FrameNote> notes, Set<String> wanted, State from) {
    this.reader = reader;
    this.notes = notes;
    this.wanted = Set.copyOf(wanted);
    pass = from.pass.resume(reader);
    decryptor = pass.decryptor();
    places = from.places.copy();
    plainIsPlain = from.plainIsPlain;
    times = from.times.copy();
  }

  /** What frames to come need of those so far. Nothing changes in it any more. */
  public static final class State {
    private final ForwardPass.State pass;
    private final Mobile.Places places;
    private final boolean plainIsPlain;
    private final Times times;
    private final long octets;

    private State(FrameDecoder of) {
      pass = of.pass.state();
      places = of.places.copy();
      plainIsPlain = of.plainIsPlain;
      times = of.times.copy();
      octets = pass.octets() + places.octets();
    }

    /** Memory that it takes, octets, about. */
    long octets() {
      return octets;
    }

    /**
     * Goes on, as often as wanted.
     *
     * @param reader the capture, behind the frame at which this was the state
     * @param notes what its audit knows of the frame of a number, asked when that is decoded
     * @param wanted names of fields that will be asked for; they are read in one go
     */
    public FrameDecoder resume(
        CaptureReader reader, IntFunction<FrameNote> notes, Set<String> wanted) {
      return new FrameDecoder(reader, notes, wanted, this);
    }
  }

  /**
   * The state behind the last frame.
   *
   * @throws IllegalStateException with keys, for what they opened is not copied
   */
  State state() {
    return new State(this);
  }

  /** True when there are keys, of the user or of the capture so far. */
  public boolean hasKeys() {
    return decryptor.hasKeys();
  }

  /** The next frame of the capture. */
  public DecodedFrame decode(Frame frame) {
    Clock clock = times.next(frame.timeNanos(), decimals(frame));
    Dissection dissection = dissect(frame);
    Mobile mobile = places.next(new At(0, frame.number(), frame.timeNanos()), dissection);
    return new DecodedFrame(
        frame,
        reader.format().equals("pcapng") ? origin(frame) : null,
        clock,
        dissection,
        mobile,
        notes.apply(frame.number()),
        wanted);
  }

  /** Says that a frame was let through; later ones count their time from it. */
  public void displayed(DecodedFrame frame) {
    times.displayed(frame.frame().timeNanos());
  }

  /** The same for a packet that was passed over. */
  public void displayed(PacketRecord record) {
    times.displayed(record.timeNanos());
  }

  /**
   * Passes over the next packet of the capture when it is plain traffic: of such a packet later
   * frames need nothing but its time.
   *
   * @return false when it may be more than that; then it has to be decoded
   */
  public boolean passOver(PacketRecord record) {
    if (!plainIsPlain
        || !PlainTraffic.quotesNothing(
            record.linkType(), record.bytes(), record.start(), record.length())) {
      return false;
    }
    times.passed(record.timeNanos());
    return true;
  }

  /** How much of what was encrypted could be read so far. */
  public Coverage coverage() {
    return decryptor.coverage();
  }

  /** What is wrong with the keys that the capture holds, as far as it was read. */
  public List<CaptureProblem> keyProblems() {
    return pass.keyProblems();
  }

  private Dissection dissect(Frame frame) {
    Dissection dissection = pass.next(frame);
    Dissection whole =
        dissection.fragment() == null ? null : pass.complete(frame, dissection.fragment());
    return whole == null ? dissection : whole;
  }

  private @Nullable CaptureInterface origin(Frame frame) {
    List<CaptureInterface> interfaces = reader.interfaces();
    return frame.interfaceId() < interfaces.size() ? interfaces.get(frame.interfaceId()) : null;
  }

  /** How many decimals of a second the capture keeps, at most nine. */
  private int decimals(Frame frame) {
    if (!reader.format().equals("pcapng")) {
      return reader.format().equals("pcap-ns") ? TIME_RESOLUTION : MICROSECONDS;
    }
    CaptureInterface from = origin(frame);
    if (from == null) {
      return MICROSECONDS;
    }
    for (BlockOption option : from.options()) {
      if (option.code() == TIME_RESOLUTION && option.value().length == 1) {
        int exponent = option.value()[0];
        return exponent < 0 ? TIME_RESOLUTION : Math.min(exponent, TIME_RESOLUTION);
      }
    }
    return MICROSECONDS;
  }
}
