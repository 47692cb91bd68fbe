package org.roamscope.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.SliceWriter;
import org.roamscope.Slicing;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureFile;
import org.roamscope.field.PlainText;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Ladder;
import org.roamscope.report.Report;
import org.roamscope.share.SlicePlan;
import org.roamscope.share.SliceRequest;
import org.roamscope.track.Ue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope slice}: the part of captures that a verdict or a finding rests on. */
@Command(
    name = "slice",
    description = {
      "Write the part of captures that a finding, a UE, a handover or a time needs.",
      "The audit of the part says of it what the audit of the whole says; this is checked before"
          + " the part is put into its place."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the part is written",
      "1:no part says what the whole says, or nothing is what was asked for; nothing is written",
      "2:usage, no such UE, or a key file is wrong",
      "3:an input cannot be read, is damaged or cut short (what could be read is used)",
      "4:output could not be written"
    })
final class SliceCommand implements Callable<Integer> {
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CAPTURE",
      arity = "1..*",
      description =
          "Captures: pcap or pcapng, also gzipped. Files, for they are read several times.")
  private List<String> files = List.of();

  @Mixin private CopyOptions copies = new CopyOptions();

  @Option(
      names = "--finding",
      paramLabel = "RULE|ID",
      description =
          "Findings of a rule, by its id or name, or one by its number in the report: F3.")
  private @Nullable String finding;

  @Option(names = "--ue", paramLabel = "HOA", description = "Home address or identity of the UE.")
  private @Nullable String ue;

  @Option(
      names = "--handover",
      paramLabel = "N",
      description = "The UE's Nth handover, from 1; needs --ue where several UEs are.")
  private @Nullable Integer handover;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Beginning: seconds from the first frame, or a time like 2026-01-31T12:00:00Z.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "End, in the same way.")
  private @Nullable String to;

  @Option(
      names = "--context",
      paramLabel = "SECONDS",
      description = "How much before and after is kept of what the UE sends and receives: 2.")
  private BigDecimal context = BigDecimal.valueOf(2);

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private SecretsOption secrets = new SecretsOption();

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private KeyOptions keys = new KeyOptions();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification and what is required
  SliceCommand() {}

  @Override
  public Integer call() {
    refuse();
    long around = nanos("--context", context);
    Profile chosen = profile.chosen(spec);
    copies.check(spec, files);
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    Interruption interruption = Interruption.install();
    try {
      List<Analysis.Source> sources =
          expansion.sources(files, interruption).stream().map(this::source).toList();
      Slicing slicing = new Slicing(sources, ring.get(), chosen, interruption::requested);
      Report whole = slicing.audit();
      problems(whole);
      return run(slicing, whole, around, interruption);
    } catch (CaptureException e) {
      return ExitCode.INPUT; // the audit has said why
    } catch (IOException e) {
      KeyOptions.say(spec, "the part could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    } finally {
      interruption.done();
    }
  }

  private void refuse() {
    Inputs.refuseStandard(spec, files);
    if (finding == null && ue == null && handover == null && from == null && to == null) {
      throw usage("say what to keep: --finding, --ue, --handover, --from or --to");
    }
    if (secrets.kept() && files.size() > 1) {
      throw usage("--keep-secrets takes one capture: secrets of several do not mix");
    }
  }

  private void problems(Report whole) {
    whole.captures().stream()
        .flatMap(capture -> capture.problems().stream())
        .forEach(problem -> KeyOptions.say(spec, PlainText.of(problem.message())));
  }

  private Analysis.Source source(Analysis.Source source) {
    return secrets.kept() ? source : new Analysis.Source.Closed(source);
  }

  private int run(Slicing slicing, Report whole, long around, Interruption interruption)
      throws IOException {
    SliceRequest request =
        new SliceRequest(
            Optional.ofNullable(finding),
            Optional.ofNullable(ue).map(name -> chosen(whole, name)),
            handover == null ? OptionalInt.empty() : OptionalInt.of(handover),
            time("--from", from, whole),
            time("--to", to, whole),
            around);
    if (handover != null && ue == null && Ladder.choices(whole).size() > 1) {
      throw usage("--handover counts those of one UE, and there are several: name it with --ue");
    }
    SlicePlan plan = SlicePlan.of(whole.audit(), request);
    if (plan.isEmpty()) {
      KeyOptions.say(spec, "nothing in these captures is what was asked for; nothing is written");
      return whole.partial() ? ExitCode.INPUT : ExitCode.FINDINGS;
    }
    List<String> missing = List.of();
    for (SlicePlan.Width width : SlicePlan.Width.values()) {
      try (CaptureFile part = part()) {
        SliceWriter writer = new SliceWriter(part, files.size());
        long taken = slicing.copy(whole, plan, width, writer);
        Analysis.Source written =
            new Analysis.Source.File(part.written(), String.valueOf(copies.output().getFileName()));
        missing = slicing.missing(plan, written);
        if (interruption.requested()) {
          return ExitCode.INPUT;
        }
        if (missing.isEmpty()) {
          part.finish();
          KeyOptions.say(spec, "took " + taken + " frames");
          return whole.partial() ? ExitCode.INPUT : ExitCode.CLEAN;
        }
      }
    }
    missing.forEach(line -> KeyOptions.say(spec, "the part does not say: " + PlainText.of(line)));
    KeyOptions.say(spec, copies.output() + " is not written");
    return ExitCode.FINDINGS;
  }

  private CaptureFile part() {
    return new CaptureFile(copies.output(), CaptureFile.Format.pcapng, secrets.leftOut());
  }

  private Ue chosen(Report whole, String name) {
    return Ladder.choices(whole).stream()
        .filter(known -> known.called(name))
        .map(Ladder.Choice::ue)
        .findFirst()
        .orElseThrow(() -> usage("no UE '" + name + "' in these captures"));
  }

  private OptionalLong time(String option, @Nullable String text, Report whole) {
    if (text == null) {
      return OptionalLong.empty();
    }
    if (text.matches("[0-9]+(\\.[0-9]+)?")) {
      long first = whole.audit().correlation().observation().firstNanos();
      return OptionalLong.of(Math.addExact(first, nanos(option, new BigDecimal(text))));
    }
    try {
      Instant at = Instant.parse(text);
      return OptionalLong.of(
          Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano()));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw usage(
          option
              + " wants seconds from the first frame or a time like 2026-01-31T12:00:00Z, not '"
              + text
              + "'");
    }
  }

  private long nanos(String option, BigDecimal seconds) {
    if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(1_000_000_000L)) > 0) {
      throw usage(option + " wants 0 to 1000000000 seconds, not " + seconds);
    }
    return seconds.multiply(NANOS).longValue();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
