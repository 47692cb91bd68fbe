package org.roamscope.gui.viewmodel;

import org.roamscope.audit.Severity;
import org.roamscope.report.Glyphs;
import org.roamscope.report.HtmlReport;
import org.roamscope.report.JsonReport;
import org.roamscope.report.JunitReport;
import org.roamscope.report.MarkdownReport;
import org.roamscope.report.Report;
import org.roamscope.report.SarifReport;
import org.roamscope.report.TextReport;

/** Forms of the report that are one file. */
public enum ReportForm {
  /** A page. */
  HTML("HTML page", "html"),
  /** For people. */
  TEXT("Text", "txt"),
  /** For a ticket. */
  MARKDOWN("Markdown", "md"),
  /** Everything, for programs. */
  JSON("JSON", "json"),
  /** For servers that show results of analyzers. */
  SARIF("SARIF", "sarif"),
  /** For servers that show results of tests. */
  JUNIT("JUnit XML", "xml");

  private static final int COLUMNS = 100;

  /** Exit codes of the command line for a whole report, one with errors, one of damaged input. */
  private static final int CLEAN = 0;

  private static final int FINDINGS = 1;
  private static final int INPUT = 3;

  private final String label;
  private final String extension;

  ReportForm(String label, String extension) {
    this.label = label;
    this.extension = extension;
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** How names of its files end, without the dot. */
  public String extension() {
    return extension;
  }

  /** The report in this form, as {@code roamscope audit} writes it. */
  public String text(Report report) {
    return switch (this) {
      case HTML -> HtmlReport.text(report);
      case TEXT -> TextReport.text(report, new TextReport.Terminal(COLUMNS, false, Glyphs.UNICODE));
      case MARKDOWN -> MarkdownReport.text(report);
      case JSON -> JsonReport.text(report);
      case SARIF -> SarifReport.text(report, exitCode(report));
      case JUNIT -> JunitReport.text(report, Severity.ERROR);
    };
  }

  private static int exitCode(Report report) {
    boolean errors =
        report.audit().findings().stream()
            .anyMatch(finding -> finding.severity() == Severity.ERROR);
    return report.partial() ? INPUT : errors ? FINDINGS : CLEAN;
  }
}
