package org.roamscope.report;

import java.util.List;

/** What could not be read and what was not judged. */
final class TextUnread {
  private final ReportIndex index;
  private final Lines lines;

  TextUnread(ReportIndex index, Lines lines) {
    this.index = index;
    this.lines = lines;
  }

  void write() {
    Unread unread = new Unread(index);
    List<String> sentences = unread.sentences();
    if (sentences.isEmpty()) {
      return;
    }
    lines.section(unread.unjudged() ? "NOT READ, NOT JUDGED" : "NOT READ");
    sentences.forEach(sentence -> lines.hang("  ", sentence));
  }
}
