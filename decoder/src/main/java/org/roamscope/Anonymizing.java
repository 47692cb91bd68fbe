package org.roamscope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.decode.ForwardPass;
import org.roamscope.decrypt.Decryptor;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import org.roamscope.report.ReportLines;
import org.roamscope.share.Anonymizer;
import org.roamscope.share.LeakSearch;
import org.roamscope.share.Pseudonyms;

/**
 * Makes a copy of a capture that can be given away, and checks it: the audit of the copy must say
 * what that of the capture says, and no name of the capture may be left in it.
 */
public final class Anonymizing {
  /** Differences that are listed. */
  private static final int LISTED = 20;

  /** Told every frame of the copy in capture order. */
  @FunctionalInterface
  public interface Receiver {
    /**
     * Takes a frame.
     *
     * @param frame the frame to write
     * @param interfaces those known so far, without names
     * @throws IOException when output fails; it ends the run
     */
    void frame(Frame frame, List<CaptureInterface> interfaces) throws IOException;
  }

  /**
   * What came of it.
   *
   * @param frames frames written
   * @param blankedFragments fragments of datagrams that were never whole: their payload is zeros
   * @param problems what is wrong with the capture
   */
  public record Result(long frames, long blankedFragments, List<CaptureProblem> problems) {}

  private final Analysis.Source source;
  private final Pseudonyms names;
  private final BooleanSupplier cancelled;

  /**
   * Starts.
   *
   * @param source the capture; it is read several times
   * @param names what stands in the place of what
   * @param cancelled true to stop early
   */
  public Anonymizing(Analysis.Source source, Pseudonyms names, BooleanSupplier cancelled) {
    this.source = new Analysis.Source.Closed(source);
    this.names = names;
    this.cancelled = cancelled;
  }

  /** Takes a frame of the capture. */
  @FunctionalInterface
  private interface Visitor {
    void frame(Frame frame, ForwardPass pass, CaptureReader reader) throws IOException;
  }

  /**
   * Makes the copy.
   *
   * @param receiver told every frame
   * @throws IOException when the capture cannot be opened, and what the receiver threw
   */
  public Result copy(Receiver receiver) throws IOException {
    Anonymizer anonymizer = new Anonymizer(names);
    each((frame, pass, reader) -> anonymizer.look(frame, pass));
    long[] frames = {0};
    List<CaptureProblem> problems =
        each((frame, pass, reader) -> {
          List<CaptureInterface> interfaces =
              reader.interfaces().stream().map(Anonymizer::nameless).toList();
          receiver.frame(anonymizer.replaced(frame, pass), interfaces);
          frames[0]++;
        });
    return new Result(frames[0], anonymizer.blankedFragments(), problems);
  }

  private List<CaptureProblem> each(Visitor visitor) throws IOException {
    try (CaptureReader reader = source.open()) {
      ForwardPass pass = new ForwardPass(reader, new Decryptor(KeyRing.EMPTY), DecodeAs.NONE);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        if (cancelled.getAsBoolean()) {
          break;
        }
        visitor.frame(frame, pass, reader);
      }
      return List.copyOf(reader.problems());
    }
  }

  /**
   * Checks the copy.
   *
   * @param copy what was written
   * @param profile the profile of both audits
   * @return what is wrong with it, in sentences without original names; empty when nothing is
   * @throws IOException when one of both cannot be read
   */
  public List<String> check(Analysis.Source copy, Profile profile) throws IOException {
    List<String> wrong = new ArrayList<>();
    if (names.incomplete()) {
      wrong.add("there are more names than can be remembered, so not all were looked for");
    }
    leaks(copy, wrong);
    differences(audit(source, profile), audit(copy, profile), wrong);
    return wrong;
  }

  private Report audit(Analysis.Source one, Profile profile) {
    return Analysis.run(List.of(one), profile, "", (name, bytes, frames) -> {}, cancelled);
  }

  private void differences(Report before, Report after, List<String> wrong) {
    List<String> expected = ReportLines.of(before, names::renamed);
    List<String> said = ReportLines.of(after, text -> text);
    list("the audit of the copy does not say: ", without(expected, said), wrong);
    list(
        "the audit of the copy says, and that of the capture does not: ",
        without(said, expected),
        wrong);
  }

  /** Lines that others lack, as often as they lack them. */
  private static List<String> without(List<String> lines, List<String> others) {
    Map<String, Integer> left = new HashMap<>();
    others.forEach(line -> left.merge(line, 1, Integer::sum));
    return lines.stream().filter(line -> left.merge(line, -1, Integer::sum) < 0).toList();
  }

  private static void list(String what, List<String> lines, List<String> wrong) {
    lines.stream().limit(LISTED).forEach(line -> wrong.add(what + line));
  }

  private void leaks(Analysis.Source copy, List<String> wrong) throws IOException {
    LeakSearch search = new LeakSearch(names.names());
    try (CaptureReader before = source.open();
        CaptureReader after = copy.open()) {
      @Nullable Frame original = before.next();
      @Nullable Frame written = after.next();
      while (original != null && written != null && wrong.size() < LISTED) {
        wrong.addAll(search.in(original, written));
        if (written.options().stream().anyMatch(option -> option.code() == BlockOption.COMMENT)) {
          wrong.add("frame " + written.number() + " has a comment");
        }
        original = before.next();
        written = after.next();
      }
      if (wrong.size() < LISTED && (original != null || written != null)) {
        wrong.add("the copy has another number of frames");
      }
      boolean told =
          after.interfaces().stream()
              .flatMap(one -> one.options().stream())
              .anyMatch(option -> option.code() <= 3 || option.code() == 12);
      if (told || !after.otherBlocks().isEmpty()) {
        wrong.add("the copy holds names, secrets or blocks of the capture");
      }
    }
  }
}
