package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.audit.Gap;
import org.roamscope.bytes.Hex;

/** What would settle a verdict, in words. */
final class GapText {
  private GapText() {}

  /** A sentence, with the blanks of {@link Lines}; empty when nothing is missing. */
  static String of(List<Gap> missing) {
    if (missing.isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    List<String> spis = new ArrayList<>();
    for (Gap gap : missing) {
      switch (gap) {
        case Gap.EspKeys esp -> spis.add(Hex.spi32(esp.spi()));
        case Gap.IkeKeys ike ->
            parts.add(
                "the keys of IKE SA "
                    + Hex.spi64(ike.sa().initiatorSpi())
                    + Lines.GLUE
                    + Hex.spi64(ike.sa().responderSpi()));
        case Gap.Packets packets -> parts.add(packets(packets));
      }
    }
    if (!spis.isEmpty()) {
      parts.addFirst(
          (spis.size() == 1 ? "the keys of ESP SPI " : "the keys of ESP SPIs ")
              + String.join(", ", spis));
    }
    return "To settle it: " + String.join("; ", parts) + ".";
  }

  private static String packets(Gap.Packets packets) {
    return switch (packets) {
      case BEFORE_CAPTURE -> "a capture that starts before the UE attaches";
      case AFTER_CAPTURE -> "a capture that runs on for some seconds";
      case FROM_UE -> "a capture with every Binding Update";
      case FROM_HOME_AGENT -> "a capture with both directions, without loss";
      case IKE_ANSWERS -> "a capture with the home agent's answers on the IKE SA";
      case IKE_REQUESTS -> "a capture with the requests on the IKE SA whose answers are in it";
    };
  }
}
