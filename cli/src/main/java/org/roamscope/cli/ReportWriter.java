package org.roamscope.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.AnnotatedCopy;
import org.roamscope.audit.Severity;
import org.roamscope.capture.RawBlock;
import org.roamscope.capture.WholeFile;
import org.roamscope.report.CsvTable;
import org.roamscope.report.EventLines;
import org.roamscope.report.HtmlReport;
import org.roamscope.report.JsonReport;
import org.roamscope.report.JunitReport;
import org.roamscope.report.MarkdownReport;
import org.roamscope.report.Report;
import org.roamscope.report.SarifReport;
import org.roamscope.report.Table;
import org.roamscope.report.Tables;
import org.roamscope.report.TextReport;
import org.roamscope.track.Event;

/**
 * A report in its forms.
 *
 * @param report the report
 * @param events what happened, when a form asks for it
 * @param files the captures as they were named
 * @param failFrom findings as bad as this make the run fail, or null
 * @param exitCode what the run ends with when everything can be written
 */
record ReportWriter(
    Report report,
    List<Event> events,
    List<String> files,
    @Nullable Severity failFrom,
    int exitCode) {

  /** Writes a form that is one text; what may be long beyond all memory piece by piece. */
  void write(ReportFormat format, TextReport.Terminal terminal, Writer out) throws IOException {
    switch (format) {
      case text -> TextReport.write(report, terminal, out);
      case json -> JsonReport.write(report, out);
      case html -> out.append(HtmlReport.text(report));
      case markdown -> out.append(MarkdownReport.text(report));
      case sarif -> out.append(SarifReport.text(report, exitCode));
      case junit -> out.append(JunitReport.text(report, failFrom));
      case jsonl -> EventLines.write(report, events, out);
      case csv, pcapng -> throw new IllegalArgumentException(format + " is no text");
    }
  }

  /** Writes such a form into a file, whole or not at all. */
  void writeFile(ReportFormat format, TextReport.Terminal terminal, Path path) throws IOException {
    try (WholeFile file = WholeFile.open(path);
        Writer out =
            new BufferedWriter(new OutputStreamWriter(file.out(), StandardCharsets.UTF_8))) {
      write(format, terminal, out);
      out.flush();
      file.finish();
    }
  }

  /** Writes a form into a folder, every file whole or not at all. */
  void write(ReportFormat format, Path folder, TextReport.Terminal terminal) throws IOException {
    switch (format) {
      case csv -> {
        Map<String, Table> tables =
            Tables.of(report).all().stream()
                .collect(Collectors.toMap(table -> table.name() + ".csv", table -> table));
        for (String name : format.files(files.size())) {
          Table table = tables.get(name);
          if (table != null) {
            WholeFile.write(folder.resolve(name), CsvTable.text(table));
          }
        }
      }
      case pcapng -> annotated(format.files(files.size()).stream().map(folder::resolve).toList());
      case text, json, html, markdown, sarif, junit, jsonl ->
          writeFile(format, terminal, folder.resolve(format.files(files.size()).getFirst()));
    }
  }

  /**
   * Writes a copy of each capture with comments and without decryption secrets; of one that cannot
   * be read there is no copy.
   *
   * @param paths where they go, in the order of the captures
   */
  void annotated(List<Path> paths) throws IOException {
    AnnotatedCopy copies = new AnnotatedCopy(report, Set.of(RawBlock.SECRETS));
    for (int i = 0; i < paths.size(); i++) {
      Analysis.Source file = new Analysis.Source.File(Path.of(files.get(i)), files.get(i));
      if (!copies.write(i, file, paths.get(i))) {
        // The report holds the problem, and the exit code says that an input was no capture.
        Files.deleteIfExists(paths.get(i));
      }
    }
  }
}
