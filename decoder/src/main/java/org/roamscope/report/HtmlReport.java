package org.roamscope.report;

import java.util.List;
import org.roamscope.audit.Figures;
import org.roamscope.field.PlainText;

/**
 * The report as one HTML page: no script, nothing loaded from anywhere, for light and dark, narrow
 * and wide screens and paper. The answer comes first, then every UE with trouble first, then tables
 * for looking things up. Same report, same bytes.
 */
public final class HtmlReport {
  private final ReportIndex index;
  private final Html html = new Html();

  private HtmlReport(Report report) {
    index = new ReportIndex(report);
  }

  /** The page, LF line ends, a final line end. */
  public static String text(Report report) {
    return new HtmlReport(report).page();
  }

  private String page() {
    HtmlAnchors anchors = new HtmlAnchors(index);
    Figures figures = Figures.of(index.report().audit());
    HtmlCaptures captures = new HtmlCaptures(index, figures, html);
    html.open("div", "page").open("main", "");
    new HtmlSummary(index, anchors, figures, captures, html).add();
    new HtmlUes(index, anchors, html).add();
    new HtmlFindings(index, anchors, html).add();
    new HtmlIkeSas(index, html).add();
    captures.add();
    new HtmlExplanations(index, html).add();
    html.close();
    html.leaf(
        "footer",
        "",
        "Judged by "
            + Headline.judgedBy(index.report().audit())
            + ". Roamscope "
            + index.report().version()
            + ".");
    html.close();
    return head() + "<body>\n" + html + "</body>\n</html>\n";
  }

  private String head() {
    return String.join(
        "\n",
        "<!DOCTYPE html>",
        "<html lang=\"en\">",
        "<head>",
        "<meta charset=\"utf-8\">",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            + HtmlStyle.source()
            + "; base-uri 'none'; form-action 'none'\">",
        "<meta name=\"referrer\" content=\"no-referrer\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"color-scheme\" content=\"light dark\">",
        "<title>" + HtmlText.of("Roamscope: " + files()) + "</title>",
        "<style>" + HtmlStyle.css() + "</style>",
        "</head>",
        "");
  }

  private String files() {
    List<CaptureSummary> captures = index.report().captures();
    if (captures.isEmpty()) {
      return "no capture";
    }
    String first = PlainText.of(captures.getFirst().file());
    return captures.size() == 1 ? first : first + " and " + (captures.size() - 1) + " more";
  }
}
