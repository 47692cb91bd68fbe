package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.roamscope.keys.KeyRing;
import org.roamscope.keys.KeyWarning;
import org.roamscope.keys.KeyWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code roamscope keys convert}: keys in another form. */
@Command(
    name = "convert",
    description = "Write keys in another form, readable by their owner only.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all keys were written",
      "1:some were left out, for the form has no place for them",
      "2:usage, or a key file is wrong",
      "4:the files could not be written"
    })
final class KeysConvertCommand implements Callable<Integer> {
  enum Form {
    wireshark,
    json
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORM",
      description = {
        "wireshark: the tables of a profile; json: keys.json,"
            + " which keeps SK_d and all algorithms and is read by --keys."
      })
  private Form form;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FOLDER",
      description = "Where the files go; none of them may be there already.")
  private Path folder;

  @Mixin private KeyOptions keys = new KeyOptions();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification and what is required
  KeysConvertCommand() {}

  @Override
  public Integer call() {
    if (!keys.given()) {
      throw new ParameterException(spec.commandLine(), "Missing keys: --keys or --wireshark-keys");
    }
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    try {
      List<KeyWarning> left =
          switch (form) {
            case wireshark -> KeyWriter.write(ring.get(), folder);
            case json -> KeyWriter.writeJson(ring.get(), folder);
          };
      left.forEach(warning -> KeyOptions.say(spec, warning));
      return left.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    } catch (FileAlreadyExistsException e) {
      return failed(e.getFile() + " exists");
    } catch (IOException e) {
      return failed("the keys could not be written: " + e.getMessage());
    }
  }

  private int failed(String text) {
    KeyOptions.say(spec, text);
    return ExitCode.OUTPUT;
  }
}
