package org.roamscope.samples;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Verdict;
import org.roamscope.report.Report;

/** Many UEs behind one address of a NAT, that start IKE one shortly after the other. */
class CrowdTest {
  private static final int UES = 40;

  private record Line(double seconds, String text) {
    String line() {
      return String.format(Locale.ROOT, "%.3f %s", seconds, text);
    }
  }

  private static String name(int ue) {
    return ue == 0 ? "ue" : "ue" + (ue + 1);
  }

  private static Stream<String> who(int ue) {
    String name = name(ue);
    return Stream.of(
        name + " 2001:db8:100::1:" + Integer.toHexString(ue),
        "place cafe" + ue + " 192.0.2." + (10 + ue) + " nat 198.51.100.7 ports " + (1000 + ue * 9),
        "place b" + ue + " 2001:db8:b::1:" + Integer.toHexString(ue));
  }

  /** Every second one runs IKE again after its move, although K was agreed. */
  private static Stream<Line> what(int ue, double begin) {
    String name = name(ue);
    return Stream.of(
        new Line(begin, "ike " + name + " from cafe" + ue),
        new Line(begin + 1, "bu " + name + " K"),
        new Line(begin + 1.02, "ba " + name + " K nat F 110"),
        new Line(begin + 30, "bu " + name + " from b" + ue + " K"),
        new Line(begin + 30.02, "ba " + name + " K"),
        new Line(begin + 31, (ue % 2 == 0 ? "dpd " : "ike ") + name));
  }

  /** With less than a second between them the next IKE run is not that of the next arrival. */
  @ParameterizedTest
  @ValueSource(doubles = {5, 0.5, 0.1})
  void eachHasItsOwnVerdict(double apart) throws IOException {
    String scenario =
        Stream.concat(
                Stream.concat(
                    Stream.of("ha 2001:db8:100::1 203.0.113.1"),
                    IntStream.range(0, UES).boxed().flatMap(CrowdTest::who)),
                IntStream.range(0, UES)
                    .boxed()
                    .flatMap(ue -> what(ue, ue * apart))
                    .sorted(Comparator.comparingDouble(Line::seconds))
                    .map(Line::line))
            .collect(Collectors.joining("\n"));
    Page page =
        Page.parse("crowd.md", "# T\n```scenario\n" + scenario + "\n```\n```expect\nnone\n```\n");
    Report report = Samples.audit(ScenarioMain.capture(ScenarioCompiler.compile(page)));
    List<Handover> handovers = report.audit().handovers();
    assertThat(handovers.stream().collect(groupingBy(Handover::verdict, counting())))
        .isEqualTo(Map.of(Verdict.K_HONOURED, UES / 2L, Verdict.NEEDLESS_RERUN, UES / 2L));
    assertThat(report.audit().findings())
        .hasSize(UES / 2)
        .allMatch(finding -> finding.rule().id().equals("K001"));
    assertThat(handovers)
        .allMatch(handover ->
            Integer.parseInt(
                        handover.movement().ue().homeAddress().toString().replaceAll(".*:", ""), 16)
                    % 2
                == 0
                == (handover.verdict() == Verdict.K_HONOURED));
  }
}
