package org.roamscope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.decode.ForwardPass;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.Decryptor;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.keys.KeyRing;
import org.roamscope.net.Reassembler.Fragment;

/** What keys open in captures, and nothing else of them. */
public final class KeyCheck {
  /**
   * What came of it.
   *
   * @param coverage packets by what became of them
   * @param problems what is wrong with the captures and with the keys in them
   */
  public record Result(Coverage coverage, List<CaptureProblem> problems) {}

  private final Decryptor decryptor;
  private final BooleanSupplier cancelled;
  private final List<CaptureProblem> problems = new ArrayList<>();

  private KeyCheck(KeyRing keys, BooleanSupplier cancelled) {
    this.decryptor = new Decryptor(keys);
    this.cancelled = cancelled;
  }

  /**
   * Reads captures, one after the other.
   *
   * @param sources the captures; they may hold keys of their own
   * @param keys what opens encrypted packets
   * @param cancelled true to stop early
   */
  public static Result run(List<Analysis.Source> sources, KeyRing keys, BooleanSupplier cancelled) {
    KeyCheck check = new KeyCheck(keys, cancelled);
    for (Analysis.Source source : sources) {
      check.read(source);
    }
    return new Result(check.decryptor.coverage(), List.copyOf(check.problems));
  }

  private void read(Analysis.Source source) {
    try (CaptureReader reader = source.open()) {
      ForwardPass pass = new ForwardPass(reader, decryptor, DecodeAs.NONE);
      for (Frame frame = reader.next();
          frame != null && !cancelled.getAsBoolean();
          frame = reader.next()) {
        Fragment fragment = pass.next(frame).fragment();
        if (fragment != null) {
          pass.complete(frame, fragment);
        }
      }
      problems.addAll(reader.problems());
      problems.addAll(pass.keyProblems());
    } catch (CaptureException e) {
      problems.add(new CaptureProblem(e.offset(), null, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      problems.add(
          new CaptureProblem(0, null, source.name() + " cannot be read: " + e.getMessage()));
    }
  }
}
