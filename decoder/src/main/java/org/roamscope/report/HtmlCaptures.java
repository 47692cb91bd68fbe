package org.roamscope.report;

import java.util.List;
import java.util.stream.Collectors;
import org.roamscope.audit.Figures;
import org.roamscope.audit.Handover;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.Missing;
import org.roamscope.track.At;
import org.roamscope.track.Movement;

/** What the captures are, and what in them could not be read. */
final class HtmlCaptures {
  /** SAs in the table of what was encrypted. */
  private static final int MOST_ROWS = 200;

  private final ReportIndex index;
  private final Html html;
  private final List<String> figures;
  private final List<KeyCoverage.Entry> encrypted;
  private final List<String> unread;

  HtmlCaptures(ReportIndex index, Figures figures, Html html) {
    this.index = index;
    this.html = html;
    this.figures = TextFigures.sentences(figures);
    encrypted = KeyCoverage.of(index.report());
    unread = new Unread(index).sentences();
  }

  /** Links to the sections, in their order. */
  void contents() {
    link(figures, "figures", "Figures");
    html.link("captures", "Captures").text(" ");
    link(encrypted, "encrypted", "Encrypted");
    link(unread, "unread", "Not read");
  }

  private void link(List<?> content, String anchor, String words) {
    if (!content.isEmpty()) {
      html.link(anchor, words).text(" ");
    }
  }

  void add() {
    figures();
    html.open("section", "", "captures").leaf("h2", "", "Captures");
    html.table(
        "", "file", "format", "packets", "signalling", "copies", "cut short", "from", "length");
    int number = 0;
    for (CaptureSummary capture : index.report().captures()) {
      row(++number, capture);
    }
    html.tableEnd();
    html.close();
    encrypted();
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

  private void figures() {
    if (figures.isEmpty()) {
      return;
    }
    html.open("section", "", "figures").leaf("h2", "", "Figures").open("ul", "");
    figures.forEach(sentence -> html.leaf("li", "", Lines.plain(sentence)));
    html.close().close();
  }

  private void encrypted() {
    if (encrypted.isEmpty()) {
      return;
    }
    html.open("section", "", "encrypted").leaf("h2", "", "Encrypted");
    html.leaf("p", "", Lines.plain(TextEncrypted.sum(index.report().coverage(), encrypted)));
    html.table("protocol", "SPI", "addresses", "UE", "packets", "handovers waiting", "to fetch");
    for (KeyCoverage.Entry entry : encrypted.subList(0, Math.min(MOST_ROWS, encrypted.size()))) {
      List<At> waiting =
          entry.waiting().stream().map(Handover::movement).map(Movement::begin).toList();
      Coverage.Subject subject = entry.row().subject();
      html.open("tr", "").leaf("td", "", subject.protocol());
      html.leaf("td", "", subject.spi());
      html.leaf("td", "", subject.addresses());
      html.leaf("td", "", entry.ue() == null ? "" : index.id(entry.ue()));
      html.leaf("td", "", Lines.plain(TextEncrypted.outcomes(entry.row().packets())));
      html.leaf("td", "", waiting.isEmpty() ? "" : Lines.plain(index.frames().list(waiting)));
      html.leaf(
          "td",
          "",
          entry.row().packets().keySet().stream()
              .flatMap(outcome -> Missing.what(subject, outcome, entry.row().parent()).stream())
              .collect(Collectors.joining("; ")));
      html.close();
    }
    html.tableEnd();
    if (encrypted.size() > MOST_ROWS) {
      html.leaf("p", "soft", "And " + (encrypted.size() - MOST_ROWS) + " more; JSON has them all.");
    }
    html.close();
  }

  private void unread() {
    if (unread.isEmpty()) {
      return;
    }
    html.open("section", "", "unread").leaf("h2", "", "Not read, not judged").open("ul", "");
    unread.forEach(sentence -> html.leaf("li", "", Lines.plain(sentence)));
    html.close().close();
  }
}
