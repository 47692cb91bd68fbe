package org.roamscope.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope completion}: what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description = {
      "Print what a shell needs to complete commands and options.",
      "bash: source <(roamscope completion bash)",
      "zsh: source <(roamscope completion zsh)"
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:printed", "2:usage", "4:output could not be written"})
final class CompletionCommand implements Callable<Integer> {
  enum Shell {
    bash,
    zsh
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  private Shell shell = Shell.bash;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  CompletionCommand() {}

  @Override
  public Integer call() {
    String script = AutoComplete.bash("roamscope", spec.root().commandLine());
    return StandardOutput.print(
        spec.commandLine(),
        switch (shell) {
          case bash -> script;
          // The functions of bash run in zsh once it is told to.
          case zsh ->
              "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n"
                  + script;
        });
  }
}
