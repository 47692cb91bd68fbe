package org.roamscope.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code roamscope keys}: what keys open, and keys in the form of other programs. */
@Command(
    name = "keys",
    description =
        "Check what keys open in captures, decrypt a capture, or write keys for another program.",
    mixinStandardHelpOptions = true,
    subcommands = {KeysCheckCommand.class, KeysDecryptCommand.class, KeysConvertCommand.class})
final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  KeysCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: check, decrypt or convert");
  }
}
