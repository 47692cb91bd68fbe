package org.roamscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Severity;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether a watch writes a file for each finding, and how much. */
final class EvidenceOptions {
  private static final int MOST_FILES = 100_000;
  private static final int MOST_MEBIBYTES = 1 << 20;
  private static final int USUAL_MEMORY = 64;

  /** How bad a finding must be. */
  enum AtLeast {
    error(Severity.ERROR),
    warning(Severity.WARNING),
    note(Severity.NOTE);

    private final Severity severity;

    AtLeast(Severity severity) {
      this.severity = severity;
    }
  }

  @Option(
      names = "--evidence",
      paramLabel = "FOLDER",
      description =
          "Write a capture for each error there, once it has settled: the frames that show it and"
              + " the UE's signalling around them, with verdicts and findings as comments.")
  private @Nullable Path folder;

  @Option(
      names = "--evidence-severity",
      paramLabel = "SEVERITY",
      description =
          "Findings that get a file: ${COMPLETION-CANDIDATES}, or what is worse. Default: error.")
  private AtLeast severity = AtLeast.error;

  @Option(
      names = "--evidence-files",
      paramLabel = "N",
      description =
          "Files written at most, of one rule for one UE at most 3; that no more are written is"
              + " said. Default: 100.")
  private int files = 100;

  @Option(
      names = "--evidence-size",
      paramLabel = "MiB",
      description = "Size of all files together at most. Default: 100.")
  private int size = 100;

  @Option(
      names = "--evidence-memory",
      paramLabel = "MiB",
      description =
          "Memory for frames that may become evidence, most of it for signalling; several times"
              + " that while a large file is made. Default: 64, or an eighth of the heap if that is"
              + " less.")
  private @Nullable Integer memory;

  @Mixin private SecretsOption secrets = new SecretsOption();

  EvidenceOptions() {}

  boolean wanted() {
    return folder != null;
  }

  Path folder() {
    if (folder == null) {
      throw new IllegalStateException("not wanted");
    }
    return folder;
  }

  Severity severity() {
    return severity.severity;
  }

  int files() {
    return files;
  }

  long octets() {
    return (long) size << 20;
  }

  long memoryOctets() {
    int most = mostMemory();
    return (long) (memory == null ? Math.min(USUAL_MEMORY, most) : memory) << 20;
  }

  boolean keepsSecrets() {
    return secrets.kept();
  }

  /** Refuses what cannot be done. */
  void check(CommandSpec spec) {
    Path to = folder;
    if (to == null) {
      for (String option : spec.commandLine().getParseResult().originalArgs()) {
        if (option.startsWith("--evidence-") || option.equals("--keep-secrets")) {
          throw usage(spec, option + " goes with --evidence FOLDER");
        }
      }
      return;
    }
    if (!Files.isDirectory(to) || !Files.isWritable(to)) {
      throw usage(
          spec, "--evidence: " + to + " is no folder that can be written to; make it first");
    }
    within(spec, "--evidence-files", files, MOST_FILES);
    within(spec, "--evidence-size", size, MOST_MEBIBYTES);
    if (memory != null) {
      within(spec, "--evidence-memory", memory, mostMemory());
    }
  }

  private static int mostMemory() {
    return (int) Math.max(1, Runtime.getRuntime().maxMemory() >> 23);
  }

  private static void within(CommandSpec spec, String option, int given, int most) {
    if (given < 1 || given > most) {
      throw usage(spec, option + " takes 1 to " + most + ", not " + given);
    }
  }

  private static ParameterException usage(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
