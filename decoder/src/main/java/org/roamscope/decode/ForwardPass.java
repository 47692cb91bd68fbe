package org.roamscope.decode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.decrypt.Decryptor;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Dissector;
import org.roamscope.net.Reassembler;
import org.roamscope.net.Reassembler.Fragment;
import org.roamscope.net.Reassembler.Reassembled;

/**
 * Takes the frames of one capture apart in their order, with what only those before make possible:
 * fragments put together, keys that the capture holds, what was learnt for decryption. All of it is
 * bounded.
 */
public final class ForwardPass {
  private final CaptureReader reader;
  private final Decryptor decryptor;
  private final DecodeAs decodeAs;
  private final Reassembler reassembler;
  private final CaptureSecrets secrets;

  /**
   * Starts.
   *
   * @param reader the capture the frames come from
   * @param decryptor opens what is encrypted; may serve several captures, one after the other
   * @param decodeAs ports to read as something else
   */
  public ForwardPass(CaptureReader reader, Decryptor decryptor, DecodeAs decodeAs) {
    this(reader, decryptor, decodeAs, new Reassembler(), new CaptureSecrets());
  }

  private ForwardPass(
      CaptureReader reader,
      Decryptor decryptor,
      DecodeAs decodeAs,
      Reassembler reassembler,
      CaptureSecrets secrets) {
    this.reader = reader;
    this.decryptor = decryptor;
    this.decodeAs = decodeAs;
    this.reassembler = reassembler;
    this.secrets = secrets;
  }

  /** What frames to come need of those so far. Nothing changes in it any more. */
  record State(
      Decryptor decryptor, DecodeAs decodeAs, Reassembler reassembler, CaptureSecrets secrets) {
    /** Memory that it takes, octets, about. */
    long octets() {
      return decryptor.octetsWaiting() + reassembler.octetsWaiting();
    }

    /**
     * Goes on.
     *
     * @param reader the capture, behind the frame at which this was the state
     */
    ForwardPass resume(CaptureReader reader) {
      return new ForwardPass(
          reader, decryptor.copyWithoutKeys(), decodeAs, reassembler.copy(), secrets.copy());
    }
  }

  /**
   * The state behind the last frame.
   *
   * @throws IllegalStateException when the decryptor has keys
   */
  State state() {
    return new State(decryptor.copyWithoutKeys(), decodeAs, reassembler.copy(), secrets.copy());
  }

  Decryptor decryptor() {
    return decryptor;
  }

  /** The next frame by itself: of a fragment the headers and what part it is. */
  public Dissection next(Frame frame) {
    decryptor.add(secrets.next(reader));
    decryptor.begin(frame.number(), frame.timeNanos());
    return dissect(frame, null);
  }

  /**
   * The frame with the datagram that its fragment completes.
   *
   * @param frame the frame of the last {@link #next}
   * @param fragment the fragment in it
   * @return null while other fragments are missing
   */
  public @Nullable Dissection complete(Frame frame, Fragment fragment) {
    Reassembled whole = reassembler.accept(fragment, frame.number(), frame.timeNanos());
    return whole == null ? null : dissect(frame, whole);
  }

  private Dissection dissect(Frame frame, @Nullable Reassembled whole) {
    return Dissector.dissect(frame.linkType(), frame.slice(), whole, decodeAs, decryptor);
  }

  /** What is wrong with the keys that the capture holds, as far as it was read. */
  public List<CaptureProblem> keyProblems() {
    decryptor.add(secrets.next(reader));
    return secrets.problems();
  }

  /** Unfinished datagrams given up because there were too many. */
  public long evictions() {
    return reassembler.evictions();
  }
}
