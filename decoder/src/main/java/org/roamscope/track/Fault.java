package org.roamscope.track;

import org.roamscope.field.ProblemKind;

/**
 * Something wrong in a signalling message, as dissection met it.
 *
 * @param at where and when
 * @param message the sort of message
 * @param kind what sort of fault
 * @param field filter name of the field at fault, or of the structure
 * @param text one sentence for people
 */
public record Fault(At at, Message message, ProblemKind kind, String field, String text) {
  /** Sorts of messages. */
  public enum Message {
    /** A Mobility Header. */
    MOBILITY,
    /** An IKE message. */
    IKE
  }
}
