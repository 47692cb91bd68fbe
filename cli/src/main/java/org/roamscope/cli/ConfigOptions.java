package org.roamscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the configuration is: alike in every command that reads it. */
final class ConfigOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration. Default: roamscope.toml of the working directory.")
  private @Nullable Path config;

  @Option(names = "--no-config", description = "Read no configuration.")
  private boolean noConfig;

  ConfigOptions() {}

  /** The configuration: the file that was named, or the one of the folder. */
  Config read(CommandSpec spec, Path folder) throws ConfigException {
    if (noConfig) {
      if (config != null) {
        throw new ParameterException(spec.commandLine(), "--config or --no-config: one of them");
      }
      return Config.NONE;
    }
    Optional<Path> file = config == null ? ConfigFile.find(folder) : Optional.of(config);
    return file.isPresent() ? ConfigFile.read(file.get()) : Config.NONE;
  }
}
