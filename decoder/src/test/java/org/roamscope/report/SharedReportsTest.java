package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.Analysis;
import org.roamscope.Lab;

/**
 * Text reports of the shared lab captures, where there are any: in the folder that {@code
 * ROAMSCOPE_SHARED} names, or in {@code shared} beside the project.
 */
class SharedReportsTest {
  private static List<Path> captures() throws IOException {
    return Lab.files("captures");
  }

  @Test
  void everyLineFitsAndEveryReportAnswers() throws IOException {
    for (Path capture : captures()) {
      Report report =
          Trace.report(new Analysis.Source.File(capture, String.valueOf(capture.getFileName())));
      for (int columns : List.of(60, 80, 120)) {
        String text = TextReport.text(report, new TextReport.Terminal(columns, false));
        assertThat(text).containsAnyOf("Did the keys move with the phone?", "No handover in");
        assertThat(text.lines().filter(line -> line.length() > columns))
            .as("%s at %d columns", capture, columns)
            .isEmpty();
      }
    }
  }

  @Test
  void everyLadderFitsAndEveryPageIsClosed() throws Exception {
    for (Path capture : captures()) {
      Drawings.check(
          Trace.report(new Analysis.Source.File(capture, String.valueOf(capture.getFileName()))));
    }
  }
}
