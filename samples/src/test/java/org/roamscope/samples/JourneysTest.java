package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamscope.audit.Verdict;
import org.roamscope.report.Report;

/**
 * Journeys put together by chance: several UEs at once move again and again, each time in another
 * way. What is said of a move must be the same whatever came before it and whoever else moves.
 */
class JourneysTest {
  private record Line(double seconds, String text) {
    String line() {
      return String.format(Locale.ROOT, "%.3f %s", seconds, text);
    }
  }

  /** A move, what is signalled from it on, and what has to be said of it. */
  private enum Move {
    HONOURED(Verdict.K_HONOURED, "0 bu @ from # K", "0.02 ba @ K$", "2 dpd @"),
    HONOURED_BY_AGENT(Verdict.K_HONOURED, "0 bu @ from # K", "0.02 ba @ K$", "2 ha-dpd @"),
    SILENT(Verdict.K_AGREED, "0 bu @ from # K", "0.02 ba @ K$"),
    NEEDLESS(Verdict.NEEDLESS_RERUN, "0 bu @ from # K", "0.02 ba @ K$", "1 ike @"),
    NEEDLESS_FIRST(Verdict.NEEDLESS_RERUN, "0 ike @ from #", "1 bu @ K", "1.02 ba @ K$"),
    REFUSED_AND_RUN(Verdict.RERUN_JUSTIFIED, "0 bu @ from # K", "0.02 ba @$", "1 ike @"),
    KEPT(
        Verdict.SA_KEPT_WITHOUT_K,
        "0 bu @ from # K",
        "0.02 ba @$",
        "2 dpd @",
        "4 dpd @",
        "6 ha-dpd @"),
    NOT_ASKED_AND_RUN(Verdict.RERUN_AVOIDABLE, "0 bu @ from #", "0.02 ba @$", "1 ike @"),
    REFUSED(Verdict.K_REFUSED, "0 bu @ from # K", "0.02 ba @$"),
    NOT_ASKED(Verdict.K_NOT_ASKED, "0 bu @ from #", "0.02 ba @$"),
    REKEYED(Verdict.K_HONOURED, "0 bu @ from # K", "0.02 ba @ K$", "3 rekey @", "5 dpd @"),
    COOKIE(Verdict.NEEDLESS_RERUN, "0 bu @ from # K", "0.02 ba @ K$", "1 ike @ cookie"),
    UNSOLICITED(Verdict.K_UNSOLICITED, "0 bu @ from #", "0.02 ba @ K$"),
    REPEATED(
        Verdict.K_HONOURED, "0 bu @ from # K", "1 bu @ K", "3 bu @ K", "3.02 ba @ K$", "5 dpd @");

    private final Verdict verdict;
    private final String lines;

    Move(Verdict verdict, String... lines) {
      this.verdict = verdict;
      this.lines = String.join("\n", lines);
    }
  }

  private static String name(int ue) {
    return ue == 0 ? "ue" : "ue" + (ue + 1);
  }

  private record Journey(List<Line> lines, List<Move> moves, List<String> places) {}

  private static Journey journey(int ue, Random random) {
    String name = name(ue);
    List<String> places =
        List.of("a" + ue, "b" + ue, "c" + ue, "d" + ue, "cafe" + ue, "hotel" + ue);
    List<Line> lines = new ArrayList<>();
    List<Move> moves = new ArrayList<>();
    List<String> visited = new ArrayList<>();
    double time = random.nextInt(100) / 10.0;
    String at = places.get(random.nextInt(places.size()));
    visited.add(at);
    lines.add(new Line(time, "ike " + name + " from " + at));
    lines.add(new Line(time + 1, "bu " + name + " K"));
    lines.add(new Line(time + 1.02, "ba " + name + " K" + nat(at)));
    lines.add(new Line(time + 2, "dpd " + name));
    for (int i = 0; i < 6; i++) {
      time += 20 + random.nextInt(400) / 10.0;
      String from = at;
      String to = places.get(random.nextInt(places.size()));
      while (to.equals(from)) {
        to = places.get(random.nextInt(places.size()));
      }
      at = to;
      visited.add(at);
      Move move = Move.values()[random.nextInt(Move.values().length)];
      moves.add(move);
      for (String line : move.lines.lines().toList()) {
        int blank = line.indexOf(' ');
        String text =
            line.substring(blank + 1).replace("@", name).replace("#", to).replace("$", nat(to));
        lines.add(new Line(time + Double.parseDouble(line.substring(0, blank)), text));
      }
      if (random.nextBoolean()) {
        lines.add(new Line(time + 10, "bu " + name + " K"));
        lines.add(new Line(time + 10.02, "ba " + name + " K" + nat(at)));
      }
    }
    lines.add(new Line(time + 30, "data " + name));
    return new Journey(lines, moves, visited);
  }

  private static String nat(String place) {
    return place.startsWith("cafe") || place.startsWith("hotel") ? " nat F 110" : "";
  }

  private static List<String> who(int ue) {
    List<String> lines = new ArrayList<>();
    lines.add(name(ue) + " 2001:db8:100::1:" + Integer.toHexString(ue));
    for (String link : List.of("a", "b", "c", "d")) {
      lines.add("place " + link + ue + " 2001:db8:" + link + "::1:" + Integer.toHexString(ue));
    }
    lines.add("place cafe" + ue + " 192.0.2.10 nat 198.51.100.7 ports " + (1000 + ue * 9));
    lines.add("place hotel" + ue + " 192.0.2." + (20 + ue) + " nat 198.51.100." + (20 + ue));
    return lines;
  }

  private static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("roamscope.journeys", 40));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachMoveHasItsVerdict(int seed) throws IOException {
    Random random = new Random(seed);
    int ues = 1 + random.nextInt(6);
    List<String> head = new ArrayList<>(List.of("ha 2001:db8:100::1 203.0.113.1"));
    List<Line> lines = new ArrayList<>();
    Map<String, List<Move>> right = new LinkedHashMap<>();
    for (int ue = 0; ue < ues; ue++) {
      head.addAll(who(ue));
      Journey journey = journey(ue, random);
      lines.addAll(journey.lines);
      right.put("2001:db8:100::1:" + Integer.toHexString(ue), journey.moves);
    }
    lines.sort(Comparator.comparingDouble(Line::seconds));
    String scenario =
        String.join("\n", head)
            + "\n"
            + lines.stream().map(Line::line).collect(Collectors.joining("\n"));
    Page page =
        Page.parse("journey.md", "# T\n```scenario\n" + scenario + "\n```\n```expect\nnone\n```\n");
    Report report = Samples.audit(ScenarioMain.capture(ScenarioCompiler.compile(page)));
    Map<String, List<String>> said = new LinkedHashMap<>();
    Map<String, List<String>> expected = new LinkedHashMap<>();
    right.forEach((ue, moves) ->
        expected.put(ue, moves.stream().map(move -> move + " " + move.verdict).toList()));
    right.forEach((ue, moves) -> {
      List<String> verdicts = new ArrayList<>();
      report.audit().handovers().stream()
          .filter(handover -> handover.movement().ue().homeAddress().toString().equals(ue))
          .forEach(handover -> {
            Move move = verdicts.size() < moves.size() ? moves.get(verdicts.size()) : null;
            verdicts.add(move + " " + handover.verdict());
          });
      said.put(ue, verdicts);
    });
    assertThat(said).as(scenario).isEqualTo(expected);
  }
}
