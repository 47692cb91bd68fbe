package org.roamscope.report;

import java.util.List;

/** What the captures are, and what in them could not be read. */
final class HtmlCaptures {
  private final ReportIndex index;
  private final Html html;

  HtmlCaptures(ReportIndex index, Html html) {
    this.index = index;
    this.html = html;
  }

  void add() {
    html.open("section", "", "captures").leaf("h2", "", "Captures");
    html.table(
        "", "file", "format", "packets", "signalling", "copies", "cut short", "from", "length");
    int number = 0;
    for (CaptureSummary capture : index.report().captures()) {
      row(++number, capture);
    }
    html.tableEnd();
    html.close();
    unread();
  }

  private void row(int number, CaptureSummary capture) {
    boolean any = capture.packets() > 0;
    html.open("tr", "").leaf("td", "", Integer.toString(number));
    html.open("td", "").text(capture.file());
    for (var problem : capture.problems()) {
      html.leaf("span", "soft", problem.message());
    }
    html.close();
    html.leaf("td", "", capture.format() + " " + String.join(", ", capture.linkTypes()));
    html.leaf("td", "", Long.toString(capture.packets()));
    html.leaf("td", "", Long.toString(capture.signallingPackets()));
    html.leaf("td", "", Long.toString(capture.copies()));
    html.leaf("td", "", Long.toString(capture.truncatedPackets()));
    html.leaf("td", "", any ? Times.utc(capture.firstNanos()) : "");
    html.leaf(
        "td",
        "",
        any ? new Frames(false, 0).seconds(capture.lastNanos() - capture.firstNanos()) + " s" : "");
    html.close();
  }

  private void unread() {
    List<String> sentences = new Unread(index).sentences();
    if (sentences.isEmpty()) {
      return;
    }
    html.open("section", "", "unread").leaf("h2", "", "Not read, not judged").open("ul", "");
    sentences.forEach(sentence -> html.leaf("li", "", Lines.plain(sentence)));
    html.close().close();
  }
}
