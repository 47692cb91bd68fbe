package org.roamscope.cli;

import java.util.concurrent.Callable;
import org.roamscope.report.RuleList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code roamscope rules}: the list of rules. */
@Command(
    name = "rules",
    description = "List every rule: id, severity, name, and when it fires.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:listed", "2:usage", "4:output could not be written"})
final class RulesCommand implements Callable<Integer> {
  enum Format {
    text,
    json
  }

  @Spec private CommandSpec spec;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: text.")
  private Format format = Format.text;

  @Option(
      names = "--color",
      description = "Colour the list: ${COMPLETION-CANDIDATES}. Default: auto.")
  private AuditCommand.ColourMode colour = AuditCommand.ColourMode.auto;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  RulesCommand() {}

  @Override
  public Integer call() {
    String text =
        switch (format) {
          case json -> RuleList.json();
          case text -> RuleList.text(Terminals.of(colour, true));
        };
    return StandardOutput.print(spec.commandLine(), text);
  }
}
