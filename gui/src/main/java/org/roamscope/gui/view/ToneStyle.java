package org.roamscope.gui.view;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.roamscope.report.Tone;

/** Gives a node the colour of a tone; a sign and a word for it stand beside. */
final class ToneStyle {
  private ToneStyle() {}

  static void apply(Node node, @Nullable Tone tone) {
    for (Tone known : Tone.values()) {
      node.pseudoClassStateChanged(
          PseudoClass.getPseudoClass("tone-" + known.name().toLowerCase(Locale.ROOT)),
          known == tone);
    }
  }
}
