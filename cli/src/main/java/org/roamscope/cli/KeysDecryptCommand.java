package org.roamscope.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.roamscope.Analysis;
import org.roamscope.Decrypting;
import org.roamscope.capture.CaptureFile;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.RawBlock;
import org.roamscope.decode.DecryptedCopy.Reason;
import org.roamscope.decrypt.Outcome;
import org.roamscope.keys.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope keys decrypt}: a copy of a capture in which everything that opens is open. */
@Command(
    name = "decrypt",
    description = {
      "Write a copy of a capture in which ESP and IKE are replaced by what they carry, for programs"
          + " that take no keys. The copy holds plaintext and is readable by its owner only; keys"
          + " are not copied. What nothing opens stays as it is."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything encrypted was decrypted",
      "1:something stayed as it is; standard error says why",
      "2:usage, or a key file is wrong",
      "3:the input cannot be read, is damaged or cut short (what could be read is copied)",
      "4:output could not be written"
    })
final class KeysDecryptCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CAPTURE",
      description = "Capture: pcap or pcapng, also gzipped; - is standard input.")
  private String file;

  @Mixin private CopyOptions copies = new CopyOptions();

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private KeyOptions keys = new KeyOptions();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification and what is required
  KeysDecryptCommand() {}

  @Override
  public Integer call() {
    copies.check(spec, List.of(file));
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    Interruption interruption = Interruption.install();
    Set<Integer> secrets = Set.of(RawBlock.SECRETS);
    try (CaptureFile copy = new CaptureFile(copies.output(), CaptureFile.Format.pcapng, secrets)) {
      Analysis.Source source = expansion.of(Inputs.source(file, interruption));
      Decrypting.Result result =
          Decrypting.run(source, ring.get(), copy::write, interruption::requested);
      result.problems().forEach(problem -> KeyOptions.say(spec, problem.message()));
      boolean damaged = result.problems().stream().anyMatch(CaptureProblem::damage);
      if (interruption.requested() || damaged && frames(result) == 0) {
        return ExitCode.INPUT;
      }
      copy.finish();
      sum(result);
      return damaged ? ExitCode.INPUT : whole(result) ? ExitCode.CLEAN : ExitCode.FINDINGS;
    } catch (IOException e) {
      KeyOptions.say(spec, "the copy could not be written: " + e.getMessage());
      return ExitCode.OUTPUT;
    } finally {
      interruption.done();
    }
  }

  private static long frames(Decrypting.Result result) {
    return result.changed() + result.same().values().stream().mapToLong(Long::longValue).sum();
  }

  private static boolean whole(Decrypting.Result result) {
    return result.coverage().complete()
        && !result.same().containsKey(Reason.FRAGMENT)
        && !result.same().containsKey(Reason.CARRIER);
  }

  private void sum(Decrypting.Result result) {
    if (result.changed() > 0) {
      KeyOptions.say(spec, copies.output() + " holds plaintext: keep it as safe as the keys");
    }
    List<String> why = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      long packets = result.coverage().packets(outcome);
      if (!outcome.readable() && packets > 0) {
        why.add(outcome.words() + " " + packets);
      }
    }
    for (Reason reason : Reason.values()) {
      Long count = result.same().get(reason);
      if (reason != Reason.CLOSED && count != null) {
        why.add(reason.words() + " " + count);
      }
    }
    long same = frames(result) - result.changed();
    KeyOptions.say(
        spec,
        "decrypted "
            + result.changed()
            + " frames, copied "
            + same
            + " as they are"
            + (why.isEmpty() ? "" : " (" + String.join(", ", why) + ")"));
  }
}
