package org.roamscope.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.roamscope.audit.Rule;
import org.roamscope.audit.RuleCatalog;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.RulePages;
import org.roamscope.field.PlainText;
import org.roamscope.report.PageText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope explain}: what a rule, a verdict, a cause or a reason means. */
@Command(
    name = "explain",
    description = "Explain a rule (id or name), a verdict, a cause or a reason of a report.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:explained", "2:usage, or no such name", "4:output could not be written"})
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "For example K001, needless-ike-rerun, NEEDLESS_RERUN or encrypted_no_key.")
  private String name = "";

  @Option(
      names = "--color",
      description = "Print headings bold: ${COMPLETION-CANDIDATES}. Default: auto.")
  private AuditCommand.ColourMode colour = AuditCommand.ColourMode.auto;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  ExplainCommand() {}

  @Override
  public Integer call() {
    Map<String, String> pages = pages();
    String page = pages.get(key(name));
    if (page == null) {
      spec.commandLine()
          .getErr()
          .println(
              "roamscope: nothing to explain is called '"
                  + PlainText.of(name)
                  + "'; the nearest name is "
                  + nearest(pages)
                  + " (roamscope rules lists the rules)");
      return ExitCode.USAGE;
    }
    return StandardOutput.print(
        spec.commandLine(), PageText.text(page, Terminals.of(colour, true)));
  }

  /** Lower case, and a hyphen is as good as an underscore. */
  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Everything that can be explained, by its key. */
  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    RulePages.terms()
        .forEach((term, text) ->
            pages.merge(key(term), "# " + term + "\n\n" + text, ExplainCommand::joined));
    for (Rule rule : RuleCatalog.all()) {
      RuleInfo info = rule.info();
      String page = RulePages.rule(info.id()).orElse("# " + info.id() + "\n\n" + info.summary());
      pages.put(key(info.id()), page);
      // Some verdicts and rules share a name: the short text first, then the page.
      pages.merge(key(info.name()), page, ExplainCommand::joined);
    }
    return pages;
  }

  private static String joined(String first, String second) {
    return first + "\n\n" + second;
  }

  private String nearest(Map<String, String> pages) {
    String wanted = key(name);
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String known : pages.keySet()) {
      int distance = distance(wanted, known);
      if (distance < least) {
        least = distance;
        best = known;
      }
    }
    String found = best;
    return RuleCatalog.find(found)
        .map(RuleInfo::id)
        .or(() -> RulePages.terms().keySet().stream().filter(t -> key(t).equals(found)).findFirst())
        .orElse(found);
  }

  /** Edits that turn one text into the other; a very long one is far from everything. */
  private static int distance(String from, String to) {
    if (from.length() > 100) {
      return Integer.MAX_VALUE - 1;
    }
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
