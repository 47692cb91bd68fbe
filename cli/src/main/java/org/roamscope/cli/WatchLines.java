package org.roamscope.cli;

import java.util.List;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Severity;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;
import org.roamscope.field.TimeText;
import org.roamscope.report.EventLines;
import org.roamscope.report.Frames;
import org.roamscope.report.Report;
import org.roamscope.report.Told;
import picocli.CommandLine.Model.CommandSpec;

/** What a watch prints: a line for each change, as soon as it has settled. */
final class WatchLines implements WatchLooks.Listener {
  private final CommandSpec spec;
  private final boolean json;
  private final Runnable stop;
  private long handovers;
  private boolean headed;
  private int code = ExitCode.CLEAN;

  /**
   * Begins.
   *
   * @param json true for JSON Lines
   * @param stop called when nobody reads any more
   */
  WatchLines(CommandSpec spec, boolean json, Runnable stop) {
    this.spec = spec;
    this.json = json;
    this.stop = stop;
  }

  @Override
  public void told(Report report, List<Told.Change> changes, Told told) {
    handovers = told.handovers();
    print(report, changes);
  }

  /** Says how many there were; the exit code. */
  @Override
  public int end(Report report) {
    if (!json) {
      KeyOptions.say(spec, handovers + (handovers == 1 ? " handover" : " handovers") + " judged");
    }
    return code;
  }

  private void print(Report report, List<Told.Change> changes) {
    StringBuilder text = new StringBuilder();
    if (json && !headed) {
      text.append(EventLines.head(report)).append('\n');
      headed = true;
    }
    for (Told.Change change : changes) {
      String line = json ? EventLines.line(change, report) : line(change);
      text.append(line).append('\n');
    }
    if (!text.isEmpty() && code == ExitCode.CLEAN) {
      code = StandardOutput.print(spec.commandLine(), text.toString());
      if (code != ExitCode.CLEAN) {
        stop.run();
      }
    }
  }

  private static String line(Told.Change change) {
    String kind = change.kind() == Told.Kind.NEW ? "" : " (" + change.kind().json() + ")";
    return switch (change) {
      case Told.OfHandover of -> {
        Handover handover = of.handover();
        IpAddress from = handover.movement().fromAddress();
        yield TimeText.instant(handover.movement().begin().timeNanos())
            + " HANDOVER "
            + handover.movement().ue().homeAddress()
            + " "
            + (from == null ? "?" : from)
            + " -> "
            + handover.movement().to()
            + " "
            + handover.verdict()
            + " confidence "
            + handover.confidence().json()
            + kind;
      }
      case Told.OfFinding of -> {
        Finding finding = of.finding();
        Severity severity = finding.severity();
        yield TimeText.instant(finding.primary().at().timeNanos())
            + " "
            + severity.name()
            + " "
            + finding.rule().id()
            + " frame "
            + new Frames(false, 0).number(finding.primary().at())
            + " "
            + PlainText.of(finding.message())
            + kind;
      }
    };
  }
}
