package org.roamscope.gui.view;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Severity;

/** Gives a node the colour of a severity; the word for it stands beside. */
final class SeverityStyle {
  private SeverityStyle() {}

  static void apply(Node node, @Nullable Severity severity) {
    for (Severity known : Severity.values()) {
      node.pseudoClassStateChanged(
          PseudoClass.getPseudoClass("severity-" + known.json()), known == severity);
    }
  }
}
