package org.roamscope.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.roamscope.report.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope handovers}: one table of handovers. */
@Command(
    name = "handovers",
    description = "List every handover with its verdict.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:listed",
      "2:usage, or a key file is wrong",
      "3:an input cannot be read, is damaged or cut short (what could be read is listed)",
      "4:output could not be written"
    })
final class HandoversCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Captures, or folders of captures; - is standard input.")
  private List<String> files = List.of();

  @Mixin private TableOptions options = new TableOptions();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  HandoversCommand() {}

  @Override
  public Integer call() {
    return options.run(spec, files, report -> List.of(Tables.of(report).handovers()));
  }
}
