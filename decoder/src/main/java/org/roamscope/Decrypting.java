package org.roamscope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.decode.DecryptedCopy;
import org.roamscope.decode.ForwardPass;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.Decryptor;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.Dissection;
import org.roamscope.keys.KeyRing;
import org.roamscope.net.Reassembler.Fragment;

/** Gives the frames of a capture as they would have been sent without encryption. */
public final class Decrypting {
  /** Told every frame in capture order. */
  @FunctionalInterface
  public interface Receiver {
    /**
     * Takes a frame.
     *
     * @param frame the frame, decrypted or as it is
     * @param reader where it comes from, with the interfaces and other blocks read so far
     * @throws IOException when output fails; it ends the run
     */
    void frame(Frame frame, CaptureReader reader) throws IOException;
  }

  /**
   * What came of it.
   *
   * @param changed frames in which something was opened
   * @param same frames that stay as they are
   * @param coverage packets by what became of them
   * @param problems what is wrong with the capture and with the keys in it
   */
  public record Result(
      long changed,
      Map<DecryptedCopy.Reason, Long> same,
      Coverage coverage,
      List<CaptureProblem> problems) {}

  private Decrypting() {}

  /**
   * Reads a capture.
   *
   * @param source the capture; it may hold keys of its own
   * @param keys what opens encrypted packets
   * @param receiver told every frame
   * @param cancelled true to stop early
   * @throws IOException what the receiver threw
   */
  public static Result run(
      Analysis.Source source, KeyRing keys, Receiver receiver, BooleanSupplier cancelled)
      throws IOException {
    Decryptor decryptor = new Decryptor(keys);
    Map<DecryptedCopy.Reason, Long> same = new EnumMap<>(DecryptedCopy.Reason.class);
    List<CaptureProblem> problems = new ArrayList<>();
    CaptureReader opened;
    try {
      opened = source.open();
    } catch (CaptureException e) {
      problems.add(new CaptureProblem(e.offset(), null, String.valueOf(e.getMessage())));
      return new Result(0, same, decryptor.coverage(), problems);
    } catch (IOException e) {
      problems.add(unreadable(0, source, e));
      return new Result(0, same, decryptor.coverage(), problems);
    }
    long changed = 0;
    try (CaptureReader reader = opened) {
      ForwardPass pass = new ForwardPass(reader, decryptor, DecodeAs.NONE);
      while (!cancelled.getAsBoolean()) {
        Frame frame;
        try {
          frame = reader.next();
        } catch (IOException e) {
          problems.add(unreadable(reader.bytesRead(), source, e));
          break;
        }
        if (frame == null) {
          break;
        }
        DecryptedCopy.Result result = result(pass, frame, decryptor);
        switch (result) {
          case DecryptedCopy.Changed one -> changed++;
          case DecryptedCopy.Same one -> same.merge(one.reason(), 1L, Long::sum);
        }
        receiver.frame(result.frame(), reader);
      }
      problems.addAll(reader.problems());
      problems.addAll(pass.keyProblems());
    }
    return new Result(changed, Map.copyOf(same), decryptor.coverage(), List.copyOf(problems));
  }

  private static DecryptedCopy.Result result(ForwardPass pass, Frame frame, Decryptor decryptor) {
    Dissection dissection = pass.next(frame);
    Fragment fragment = dissection.fragment();
    if (fragment != null) {
      // An exchange that came in fragments tells keys of what follows.
      pass.complete(frame, fragment);
    }
    return DecryptedCopy.of(frame, dissection, decryptor.used());
  }

  private static CaptureProblem unreadable(long offset, Analysis.Source source, IOException e) {
    return new CaptureProblem(offset, null, source.name() + " cannot be read: " + e.getMessage());
  }
}
