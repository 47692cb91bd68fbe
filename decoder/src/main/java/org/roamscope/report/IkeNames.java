package org.roamscope.report;

import org.roamscope.track.IkeTracker;

/** Names of IKE for people. */
final class IkeNames {
  private static final int LETTERS = 26;

  private IkeNames() {}

  /** Name of an exchange type, RFC 7296 section 3.1 and RFC 2408 section 3.1. */
  static String exchange(int type) {
    return switch (type) {
      case IkeTracker.IKE_SA_INIT -> "IKE_SA_INIT";
      case IkeTracker.IKE_AUTH -> "IKE_AUTH";
      case IkeTracker.CREATE_CHILD_SA -> "CREATE_CHILD_SA";
      case IkeTracker.INFORMATIONAL -> "INFORMATIONAL";
      case IkeTracker.IKE_INTERMEDIATE -> "IKE_INTERMEDIATE";
      case IkeTracker.MAIN_MODE -> "main mode";
      case IkeTracker.AGGRESSIVE_MODE -> "aggressive mode";
      case IkeTracker.QUICK_MODE -> "quick mode";
      case IkeTracker.INFORMATIONAL_1 -> "informational";
      default -> "exchange type " + type;
    };
  }

  /** Letters for the SAs of one UE: A to Z, then A2, B2, ... */
  static String letter(int index) {
    char letter = (char) ('A' + index % LETTERS);
    return index < LETTERS ? String.valueOf(letter) : letter + String.valueOf(index / LETTERS + 1);
  }
}
