package org.roamscope.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.field.PlainText;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.CaptureSummary;
import org.roamscope.report.Report;
import org.roamscope.track.Event;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What every command over the report begins with: captures in, a report out. */
final class AuditRun {
  private AuditRun() {}

  /**
   * Reads and audits; says on standard error what is wrong with the inputs.
   *
   * @param expansion how much of a compressed capture is read
   * @param listener told each event in time order
   * @param then makes the output; its exit code is that of the run
   */
  static int run(
      CommandSpec spec,
      List<String> files,
      ExpansionLimit expansion,
      KeyRing keys,
      Profile profile,
      Consumer<Event> listener,
      ToIntFunction<Report> then) {
    Interruption interruption = Interruption.install();
    try {
      ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
      Report report =
          Analysis.run(
              expansion.sources(files, interruption),
              keys,
              profile,
              Version.number(),
              progress,
              interruption::requested,
              listener);
      progress.clear();
      sayProblems(spec, report);
      return then.applyAsInt(report);
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

  /** Standard input has one end only. */
  static void checkInputs(CommandSpec spec, List<String> files) {
    if (files.stream().filter(Inputs::standard).count() > 1) {
      throw new ParameterException(spec.commandLine(), "standard input can be read only once");
    }
  }
}
