package org.roamscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.output.CatalogListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope fields}: what display filters and {@code decode -e} can name. */
@Command(
    name = "fields",
    description = "List display filter fields: name, type, label, clause.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:fields were listed", "2:no field matches"})
final class FieldsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "GLOB",
      arity = "0..1",
      description = "Which: mip6.bu.*, or a name with all fields below it. Default: all.")
  private String glob = "*";

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  FieldsCommand() {}

  @Override
  public Integer call() {
    StringBuilder text = new StringBuilder();
    int found;
    try {
      found = new CatalogListing(DecodeCatalog.fields()).matching(glob, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (found == 0) {
      spec.commandLine().getErr().println("roamscope: no field matches " + glob);
      return ExitCode.USAGE;
    }
    return StandardOutput.print(spec.commandLine(), text.toString());
  }
}
