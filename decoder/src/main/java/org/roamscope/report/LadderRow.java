package org.roamscope.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.roamscope.track.At;

/** One row of a ladder, in time order. */
public sealed interface LadderRow {
  /** Stands for the frame where none shows what happened. */
  int NO_FRAME = 0;

  /** Where and when; of rows that stand for several, the last of them. */
  At at();

  /**
   * A message.
   *
   * @param at where and when
   * @param kind what it is
   * @param from column of the sender
   * @param to column of the receiver
   * @param via columns of NATs on the way
   * @param label name and number, and K where it has one
   * @param detail what it says, empty when there is nothing more
   * @param marks what else there is to say
   */
  record Arrow(
      At at,
      Kind kind,
      int from,
      int to,
      List<Integer> via,
      String label,
      String detail,
      Set<LadderMark> marks)
      implements LadderRow {
    /** All of it in one line. */
    public String words() {
      String more = more();
      String between =
          switch (kind) {
            case UPDATE, ACKNOWLEDGEMENT -> detail.isEmpty() ? " " : ", ";
            case MOBILITY, IKE, ESP -> " ";
          };
      return more.isEmpty() ? label : label + between + more;
    }

    /** Detail and marks in one line; empty when there are none. */
    public String more() {
      String words =
          marks.stream().sorted().map(LadderMark::word).collect(Collectors.joining(", "));
      return words.isEmpty() ? detail : (detail.isEmpty() ? "" : detail + " ") + "[" + words + "]";
    }
  }

  /** What an arrow carries. */
  enum Kind {
    /** Binding Update. */
    UPDATE,
    /** Binding Acknowledgement. */
    ACKNOWLEDGEMENT,
    /** Another mobility message. */
    MOBILITY,
    /** IKE. */
    IKE,
    /** ESP that may hold signalling and stays closed. */
    ESP
  }

  /**
   * The rows just before come again.
   *
   * @param at the last row that it stands for
   * @param rows how many rows are repeated
   * @param times how often they come again
   */
  record Again(At at, int rows, int times) implements LadderRow {}

  /**
   * Rows that are not drawn.
   *
   * @param at the last of them
   * @param rows how many
   */
  record LeftOut(At at, int rows) implements LadderRow {}

  /**
   * Something that no arrow says.
   *
   * @param at the frame at which it stands
   * @param topic what it is about
   * @param text one line
   */
  record Remark(At at, Topic topic, String text) implements LadderRow {}

  /** What a remark is about. */
  enum Topic {
    /** A handover and its verdict. */
    HANDOVER,
    /** A finding of severity error. */
    ERROR,
    /** A finding of severity warning. */
    WARNING,
    /** A finding of severity note or chat. */
    NOTE,
    /** A binding or an IKE SA that begins or ends. */
    STATE
  }
}
