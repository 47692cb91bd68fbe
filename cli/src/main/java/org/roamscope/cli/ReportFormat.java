package org.roamscope.cli;

import java.util.List;
import java.util.stream.IntStream;

/** Forms of the report, by their names on the command line. */
enum ReportFormat {
  /** For people. */
  text,
  /** Everything, for programs. */
  json,
  /** A page. */
  html,
  /** For a ticket. */
  markdown,
  /** For servers that show results of analyzers. */
  sarif,
  /** For servers that show results of tests. */
  junit,
  /** What happened, line by line. */
  jsonl,
  /** Tables. */
  csv,
  /** The captures with verdicts and findings as comments. */
  pcapng;

  /** Names of its files in a folder, for that many captures. */
  List<String> files(int captures) {
    return switch (this) {
      case text -> List.of("report.txt");
      case json -> List.of("report.json");
      case html -> List.of("report.html");
      case markdown -> List.of("report.md");
      case sarif -> List.of("report.sarif");
      case junit -> List.of("report.junit.xml");
      case jsonl -> List.of("events.jsonl");
      case csv -> List.of("bindings.csv", "handovers.csv", "ike_sas.csv", "findings.csv");
      case pcapng ->
          captures == 1
              ? List.of("annotated.pcapng")
              : IntStream.rangeClosed(1, captures)
                  .mapToObj(number -> "annotated-" + number + ".pcapng")
                  .toList();
    };
  }
}
