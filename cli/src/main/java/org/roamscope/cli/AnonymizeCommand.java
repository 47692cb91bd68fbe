package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.Anonymizing;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureFile;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.WholeFile;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.field.PlainText;
import org.roamscope.report.Cell;
import org.roamscope.report.CsvTable;
import org.roamscope.report.Table;
import org.roamscope.share.Pseudonyms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope anonymize}: a copy of a capture that can be given away. */
@Command(
    name = "anonymize",
    description = {
      "Write a copy of a capture that names nobody and of which the audit says the same.",
      "Every address, identity, SPI and MAC address is replaced, what users sent is left out."
          + " Keys, comments and names in the file are not copied. The copy is audited and searched"
          + " for what was replaced before it is put into its place."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the copy is written",
      "1:the check of the copy found a difference or a leak; nothing is written",
      "2:usage, or the key file is wrong",
      "3:the input cannot be read, is damaged or cut short (what could be read is copied)",
      "4:output could not be written"
    })
final class AnonymizeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CAPTURE",
      description = "Capture: pcap or pcapng, also gzipped. A file, for it is read several times.")
  private String file;

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private CopyOptions copies = new CopyOptions();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "Captures written with the same key have the same replacements: a file of 32 octets, or"
              + " of a passphrase. Default: a random key that is not kept.")
  private @Nullable Path keyFile;

  @Option(
      names = "--mapping",
      paramLabel = "FILE.csv",
      description =
          "Write there what was replaced by what, readable by its owner only. Keep it from those"
              + " who get the copy.")
  private @Nullable Path mapping;

  @Option(
      names = "--no-verify",
      description = "Do not audit the copy nor search it for what was replaced.")
  private boolean unverified;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification and what is required
  AnonymizeCommand() {}

  @Override
  public Integer call() {
    refuse();
    KeyMaterial key;
    try {
      key = keyFile == null ? ShareKey.random() : ShareKey.read(keyFile);
    } catch (IOException e) {
      KeyOptions.say(spec, "--key-file " + keyFile + " gives no key: " + e.getMessage());
      return ExitCode.USAGE;
    }
    Pseudonyms names = new Pseudonyms(key);
    key.wipe();
    Interruption interruption = Interruption.install();
    try (CaptureFile copy = new CaptureFile(copies.output(), CaptureFile.Format.pcapng)) {
      Analysis.Source source = expansion.of(Inputs.source(file, interruption));
      Anonymizing run = new Anonymizing(source, names, interruption::requested);
      return run(run, names, copy, interruption);
    } catch (CaptureException e) {
      KeyOptions.say(spec, String.valueOf(e.getMessage()));
      return ExitCode.INPUT;
    } catch (IOException e) {
      KeyOptions.say(spec, "the copy could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    } finally {
      interruption.done();
    }
  }

  private void refuse() {
    Inputs.refuseStandard(spec, List.of(file));
    Path output = copies.output();
    copies.check(spec, List.of(file));
    if (mapping != null) {
      copies.check(spec, mapping, List.of(file));
      if (mapping.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize())) {
        throw new ParameterException(
            spec.commandLine(), "-o and --mapping are both " + output + ": two files");
      }
    }
  }

  private int run(Anonymizing run, Pseudonyms names, CaptureFile copy, Interruption interruption)
      throws IOException {
    Anonymizing.Result result = run.copy(copy::write);
    result.problems().forEach(problem -> KeyOptions.say(spec, PlainText.of(problem.message())));
    boolean damaged = result.problems().stream().anyMatch(CaptureProblem::damage);
    if (interruption.requested() || damaged && result.frames() == 0) {
      return ExitCode.INPUT;
    }
    if (!unverified) {
      Analysis.Source written =
          new Analysis.Source.File(copy.written(), copies.output().getFileName().toString());
      List<String> wrong = run.check(written, Profile.TS24303);
      if (interruption.requested()) {
        return ExitCode.INPUT;
      }
      if (!wrong.isEmpty()) {
        wrong.forEach(one -> KeyOptions.say(spec, PlainText.of(one)));
        KeyOptions.say(spec, copies.output() + " is not written");
        return ExitCode.FINDINGS;
      }
    }
    copy.finish();
    if (mapping != null) {
      WholeFile.write(mapping, CsvTable.text(table(names)));
      KeyOptions.say(spec, mapping + " undoes the copy: keep it from those who get that");
    }
    said(result);
    return damaged ? ExitCode.INPUT : ExitCode.CLEAN;
  }

  private void said(Anonymizing.Result result) {
    String blanked =
        result.blankedFragments() == 0
            ? ""
            : "; "
                + result.blankedFragments()
                + " fragments of datagrams that are not whole have zeros for their payload";
    KeyOptions.say(
        spec,
        "replaced names in "
            + result.frames()
            + " frames"
            + (unverified ? ", not verified" : ", verified")
            + blanked);
  }

  private static Table table(Pseudonyms names) {
    List<String> columns = List.of("kind", "original", "pseudonym");
    return new Table(
        "mapping",
        columns,
        columns,
        names.names().stream()
            .map(name ->
                List.<Cell>of(
                    new Cell.Text(name.kind().text()),
                    new Cell.Text(name.original()),
                    new Cell.Text(name.pseudonym())))
            .toList());
  }
}
