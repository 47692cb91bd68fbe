package org.roamscope.cli;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Suppressed;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.field.PlainText;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.CaptureSummary;
import org.roamscope.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What every command over the report begins with: captures in, a report out. */
final class AuditRun {
  private AuditRun() {}

  /**
   * Reads and audits; says on standard error what is wrong with the inputs.
   *
   * @param expansion how much of a compressed capture is read
   * @param then makes the output; its exit code is that of the run
   */
  static int run(
      CommandSpec spec,
      List<String> files,
      ExpansionLimit expansion,
      KeyRing keys,
      Profile profile,
      ToIntFunction<Report> then) {
    return run(
        spec, files, expansion, keys, profile, false, found -> then.applyAsInt(found.report()));
  }

  /**
   * The same with the events.
   *
   * @param keepEvents true when they are wanted
   */
  static int run(
      CommandSpec spec,
      List<String> files,
      ExpansionLimit expansion,
      KeyRing keys,
      Profile profile,
      boolean keepEvents,
      ToIntFunction<Analysis.Outcome> then) {
    Interruption interruption = Interruption.install();
    try {
      ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
      Analysis.Outcome found =
          Analysis.run(
              expansion.sources(files, interruption),
              keys,
              profile,
              Version.number(),
              progress,
              interruption::requested,
              keepEvents);
      progress.clear();
      sayProblems(spec, found.report());
      return then.applyAsInt(found);
    } finally {
      interruption.done();
    }
  }

  /** Says on standard error what is wrong with the inputs. */
  static void sayProblems(CommandSpec spec, Report report) {
    for (CaptureSummary capture : report.captures()) {
      for (CaptureProblem problem : capture.problems()) {
        KeyOptions.say(spec, PlainText.of(problem.message()));
      }
    }
  }

  /**
   * Says how many findings do not count: nobody should take a clean run for one in which nothing
   * was found.
   *
   * @param where what goes before it; empty where there is one report only
   */
  static void saySuppressed(CommandSpec spec, String where, Report report) {
    Map<Suppressed.By, Integer> counts = report.audit().suppressedBy();
    if (!counts.isEmpty()) {
      int all = report.audit().suppressed().size();
      KeyOptions.say(
          spec,
          PlainText.of(where)
              + all
              + (all == 1 ? " finding does" : " findings do")
              + " not count: "
              + counts.entrySet().stream()
                  .map(entry -> entry.getKey().json() + " " + entry.getValue())
                  .collect(Collectors.joining(", ")));
    }
  }

  /** Standard input has one end only. */
  static void checkInputs(CommandSpec spec, List<String> files) {
    if (files.stream().filter(Inputs::standard).count() > 1) {
      throw new ParameterException(spec.commandLine(), "standard input can be read only once");
    }
  }
}
