package org.roamscope.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Fingerprint;
import org.roamscope.audit.Policy;
import org.roamscope.audit.RuleNames;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Strictness;
import org.roamscope.field.PlainText;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which findings count: the options for it, and the configuration file below them. */
final class PolicyOptions {
  @Option(
      names = "--select",
      split = ",",
      paramLabel = "RULE",
      description =
          "Only these rules count: ids, names, or families such as K and DSM. Default: all.")
  private List<String> select = List.of();

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "RULE",
      description = "These rules do not count.")
  private List<String> ignore = List.of();

  @Option(
      names = "--severity",
      split = ",",
      paramLabel = "RULE=LEVEL",
      description = "Give a rule another severity: error, warning, note or chat.")
  private Map<String, String> severities = new LinkedHashMap<>();

  @Option(
      names = "--strictness",
      paramLabel = "NAME",
      description =
          "regular: as the rules say; strict: a warning is an error; forensic: what is not proven"
              + " (confidence below high) is a note. Default: regular.")
  private @Nullable String strictness;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings that were there when this file was written do not count.")
  private @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write the findings that count to a baseline; the run does not fail on them.")
  private @Nullable Path writeBaseline;

  @Mixin private ConfigOptions configuration = new ConfigOptions();

  PolicyOptions() {}

  /** Where the baseline goes, or null. */
  @Nullable Path writeBaseline() {
    return writeBaseline;
  }

  /** The configuration: the file that was named, or the one of the folder. */
  Config config(CommandSpec spec, Path folder) throws ConfigException {
    return configuration.read(spec, folder);
  }

  /** What counts where there are no options for it. */
  static Policy configured(CommandSpec spec, Config from, LocalDate today) throws ConfigException {
    return new PolicyOptions().policy(spec, from, today);
  }

  /** What counts: options replace the lists of the configuration, and add severities to it. */
  Policy policy(CommandSpec spec, Config from, LocalDate today) throws ConfigException {
    Map<String, Severity> weights = new LinkedHashMap<>(from.severities());
    for (Map.Entry<String, String> entry : severities.entrySet()) {
      Severity severity =
          ConfigFile.severity(entry.getValue())
              .orElseThrow(() ->
                  new ParameterException(
                      spec.commandLine(),
                      "'"
                          + PlainText.of(entry.getValue())
                          + "' is no severity: error, warning, note or chat"));
      ids(spec, entry.getKey()).forEach(id -> weights.put(id, severity));
    }
    List<Policy.Suppression> suppressions = new ArrayList<>();
    for (Config.Dated dated : from.suppressions()) {
      if (dated.expired(today)) {
        KeyOptions.say(
            spec,
            dated.where()
                + ": this suppression expired on "
                + dated.expires()
                + " and no longer applies; renew or remove it");
      } else {
        suppressions.add(dated.suppression());
      }
    }
    Set<Fingerprint> before = baseline == null ? Set.of() : Baseline.read(baseline);
    return new Policy(
        select.isEmpty() ? new LinkedHashSet<>(from.select()) : ids(spec, select),
        ignore.isEmpty() ? new LinkedHashSet<>(from.ignore()) : ids(spec, ignore),
        strictness(spec, from),
        weights,
        before,
        suppressions);
  }

  private Strictness strictness(CommandSpec spec, Config from) {
    String name = strictness != null ? strictness : from.strictness();
    return name == null
        ? Strictness.REGULAR
        : Strictness.named(name)
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(),
                    "'" + PlainText.of(name) + "' is no strictness: regular, strict or forensic"));
  }

  private static Set<String> ids(CommandSpec spec, List<String> names) {
    Set<String> ids = new LinkedHashSet<>();
    names.forEach(name -> ids.addAll(ids(spec, name)));
    return ids;
  }

  private static Set<String> ids(CommandSpec spec, String name) {
    Set<String> ids = RuleNames.ids(name);
    if (ids.isEmpty()) {
      throw new ParameterException(spec.commandLine(), ConfigFile.unknownRule(name));
    }
    return ids;
  }
}
