package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.Analysis;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Severity;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import org.roamscope.track.At;

/** Captures lack packets, and they start late: nobody is to be blamed for what was not captured. */
class LossTest {
  /** Where what is left looks as the fault does, whoever looks: sample and rule. */
  private static final Set<String> CANNOT_BE_TOLD =
      Set.of(
          // Without the removal between them the number is lower than the one before.
          "binding-signalling-kept BND005",
          // Another update with the same number, and with K=0, was made for this sample.
          "mobility-damaged K004",
          // Two requests in short order, of which the first one's answer is gone.
          "sequence-out-of-window BND007",
          "sequence-out-of-window BND014",
          // The only one of several Binding Updates in the clear that had been told already.
          "unprotected-after-protected DSM009",
          // The refusal, or the INVALID_IKE_SPI, that gave the reason.
          "refused-then-rerun K001",
          "rerun-invalid-ike-spi K001");

  private static Report audit(Samples.Sample sample, BitSet without) {
    Analysis.Source whole = new Analysis.Source.File(sample.capture(), "sample");
    return Samples.run(
        new Analysis.Source.Corrected(whole, time -> time, without),
        KeyRing.EMPTY,
        Profile.TS24303);
  }

  private static BitSet frames(int from, int until) {
    BitSet frames = new BitSet();
    frames.set(from, until);
    return frames;
  }

  /** Warnings and errors that are more than a guess. */
  private static Set<String> blamed(Samples.Sample sample, Report report) {
    return report.audit().findings().stream()
        .filter(finding -> finding.severity().atLeast(Severity.WARNING))
        .filter(finding -> finding.confidence() != Confidence.LOW)
        .map(Finding::rule)
        .map(rule -> sample.page().name() + " " + rule.id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void onePacketMissing() throws IOException {
    List<String> wrong = new ArrayList<>();
    int audits = 0;
    for (Samples.Sample sample : Samples.all()) {
      Set<String> before = blamed(sample, audit(sample, new BitSet()));
      int count = sample.frames().size();
      for (int frame = 1; frame <= count; frame++) {
        for (String blame : blamed(sample, audit(sample, frames(frame, frame + 1)))) {
          if (!before.contains(blame) && !CANNOT_BE_TOLD.contains(blame)) {
            wrong.add(blame + " without frame " + frame);
          }
        }
        audits++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(audits).isGreaterThan(1_000);
  }

  /** A repetition that stands alone may be timed as it likes; all else is as it was. */
  @Test
  void startsLate() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Samples.Sample sample : Samples.all()) {
      Set<String> before = blamed(sample, audit(sample, new BitSet()));
      int count = sample.frames().size();
      for (int frame = 2; frame <= count; frame++) {
        for (String blame : blamed(sample, audit(sample, frames(1, frame)))) {
          if (!before.contains(blame) && !blame.endsWith(" IKE004")) {
            wrong.add(blame + " from frame " + frame);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # The request of IKE_SA_INIT, then all but the last message of the set-up.
          needless-rerun-after, 11,       NEEDLESS_RERUN,  rerun_after_k_agreed,         [],                12
          needless-rerun-after, 11 12 13, NEEDLESS_RERUN,  rerun_after_k_agreed,         [],                14
          rerun-k-refused,      9,        RERUN_JUSTIFIED, k_refused,                    [],                10
          # Of the exchanges from the new place only a response.
          k-honoured,           11 13 14, K_HONOURED,      same_ike_sa_from_new_address, [],                12
          # The Binding Update, or the acknowledgement.
          k-honoured,           9,        INCONCLUSIVE,    packets_lost,                 [FROM_UE],         10
          k-honoured,           10,       K_HONOURED,      acknowledgement_not_seen,     [],                9
          k-agreed,             8,        INCONCLUSIVE,    packets_lost,                 [FROM_HOME_AGENT], 7
          # The last request on the old IKE SA: with it there is the same doubt, but it has another reason.
          encrypted-delete,     11,       INCONCLUSIVE,    packets_lost,                 [IKE_REQUESTS],    9
          encrypted-delete,     1,        INCONCLUSIVE,    encrypted_no_key,             ,                  9
          sa-kept-without-k,    11,       INCONCLUSIVE,    packets_lost,                 [IKE_REQUESTS],    12
          """)
  void verdicts(
      String name,
      String missing,
      String verdict,
      String reason,
      @Nullable String lacks,
      int evidence)
      throws IOException {
    Samples.Sample sample =
        Samples.all().stream()
            .filter(one -> one.page().name().equals(name))
            .findFirst()
            .orElseThrow();
    BitSet without = new BitSet();
    for (String frame : missing.split(" ", -1)) {
      without.set(Integer.parseInt(frame));
    }
    assertThat(audit(sample, without).audit().handovers())
        .singleElement()
        .satisfies(handover -> {
          assertThat(handover.verdict()).hasToString(verdict);
          assertThat(handover.reason()).isEqualTo(reason);
          if (lacks != null) {
            assertThat(handover.missing()).hasToString(lacks);
          }
          assertThat(handover.evidence()).extracting(At::frame).contains(evidence);
        });
  }
}
