package org.roamscope.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;
import org.roamscope.report.Ladder;
import org.roamscope.report.Report;
import org.roamscope.report.Table;
import org.roamscope.report.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope ue}: everything about one UE. */
@Command(
    name = "ue",
    description = "List bindings, handovers, IKE SAs and findings of one UE.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:listed",
      "2:usage, no such UE, or a key file is wrong",
      "3:an input cannot be read, is damaged or cut short (what could be read is listed)",
      "4:output could not be written"
    })
final class UeCommand implements Callable<Integer> {
  /** UEs named in a message. */
  private static final int MAX_NAMED = 5;

  enum Kind {
    all,
    bindings,
    handovers,
    ike_sas,
    findings
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "HOA", description = "Home address or identity of the UE.")
  private String ue = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Captures, or folders of captures; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--table",
      description =
          "Which: ${COMPLETION-CANDIDATES}. Default: all; handovers with --format csv, which holds"
              + " one table.")
  private Kind kind = Kind.all;

  @Mixin private TableOptions options = new TableOptions();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  UeCommand() {}

  @Override
  public Integer call() {
    return options.run(spec, files, this::tables);
  }

  private @Nullable List<Table> tables(Report report) {
    List<Ladder.Choice> choices = Ladder.choices(report);
    Optional<Ladder.Choice> choice = choices.stream().filter(known -> known.called(ue)).findFirst();
    if (choice.isEmpty()) {
      List<String> some = choices.stream().limit(MAX_NAMED).map(Ladder.Choice::id).toList();
      KeyOptions.say(
          spec,
          "no UE '"
              + PlainText.of(ue)
              + "' here; "
              + (some.isEmpty() ? "there is none" : "there is " + String.join(", ", some))
              + (choices.size() > some.size()
                  ? " and " + (choices.size() - some.size()) + " more"
                  : ""));
      return null;
    }
    Tables tables = Tables.of(report, choice.get().ue());
    return switch (kind) {
      case all -> options.csv() ? List.of(tables.handovers()) : tables.all();
      case bindings -> List.of(tables.bindings());
      case handovers -> List.of(tables.handovers());
      case ike_sas -> List.of(tables.ikeSas());
      case findings -> List.of(tables.findings());
    };
  }
}
