package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.Frame;

/** The comments on packets that stand in the captures; one thread adds, any may read. */
final class CapturedComments {
  /** Comments kept; what a person wrote is far less. */
  static final int MAX = 10_000;

  /** A comment and the row of its packet. */
  record Comment(int row, String text) {}

  private final List<Comment> all = new ArrayList<>();
  private int more;

  /** Takes the comments of a packet. */
  synchronized void add(int row, Frame frame) {
    for (BlockOption option : frame.options()) {
      if (option.code() != BlockOption.COMMENT) {
        continue;
      }
      if (all.size() == MAX) {
        more++;
      } else {
        String text = option.text();
        all.add(
            new Comment(
                row, text.substring(0, Math.min(PacketComments.MAX_LENGTH, text.length()))));
      }
    }
  }

  /** In the order of the rows. */
  synchronized List<Comment> all() {
    return List.copyOf(all);
  }

  /** Comments beyond those kept. */
  synchronized int more() {
    return more;
  }
}
