package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/** What holds for the drawings and the page of every report. */
final class Drawings {
  private Drawings() {}

  /** Draws every UE in every form, and the page. */
  static void check(Report report) throws Exception {
    wellFormed(HtmlReport.text(report));
    for (Ladder.Choice choice : Ladder.choices(report)) {
      Ladder ladder = Ladder.of(report, choice.ue());
      for (int columns : List.of(80, 120)) {
        String text = LadderText.text(ladder, new TextReport.Terminal(columns, false));
        assertThat(text.lines().filter(line -> line.length() > columns))
            .as("ladder of %s at %d columns", choice.id(), columns)
            .isEmpty();
      }
      wellFormed(LadderSvg.text(ladder));
      wellFormed(TimelineSvg.text(report, choice.ue()));
      assertThat(LadderMermaid.text(ladder))
          .startsWith("sequenceDiagram\n")
          .hasSizeLessThan(50_000);
    }
  }

  /**
   * SVG is XML. The page is HTML; but for its void elements it is XML too, which shows what is not
   * closed.
   */
  static void wellFormed(String page) throws Exception {
    String xml =
        page.replaceFirst("<!DOCTYPE html>\n", "")
            .replaceAll("<meta ([^>]*)>", "<meta $1/>")
            .replace("\" open>", "\">");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
