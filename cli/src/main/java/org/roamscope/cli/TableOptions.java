package org.roamscope.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.CsvTable;
import org.roamscope.report.JsonTable;
import org.roamscope.report.Report;
import org.roamscope.report.Table;
import org.roamscope.report.TextTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What commands that print tables of the report have in common. */
final class TableOptions {
  enum Format {
    text,
    csv,
    json
  }

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: text.")
  private Format format = Format.text;

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private KeyOptions keys = new KeyOptions();

  TableOptions() {}

  /** True when the output is one table for a spreadsheet. */
  boolean csv() {
    return format == Format.csv;
  }

  /**
   * Reads captures and prints tables of them.
   *
   * @param tables the tables, or null when there are none to print, which was said then
   */
  int run(CommandSpec spec, List<String> files, Function<Report, @Nullable List<Table>> tables) {
    Profile chosen = profile.chosen(spec);
    AuditRun.checkInputs(spec, files);
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    return AuditRun.run(
        spec,
        CaptureFolder.expand(files, spec),
        expansion,
        ring.get(),
        chosen,
        report -> {
          List<Table> found = tables.apply(report);
          if (found == null) {
            return ExitCode.USAGE;
          }
          int printed = StandardOutput.print(spec.commandLine(), text(found));
          return printed != ExitCode.CLEAN || !report.partial() ? printed : ExitCode.INPUT;
        });
  }

  private String text(List<Table> tables) {
    return switch (format) {
      case text -> TextTable.text(tables);
      case csv -> CsvTable.text(tables.getFirst());
      case json -> JsonTable.text(tables);
    };
  }
}
