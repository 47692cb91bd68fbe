package org.roamscope.gui.view;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.roamscope.gui.viewmodel.FilterState;

/** Colours of what a filter is worth. */
final class FilterStyle {
  private static final PseudoClass VALID = PseudoClass.getPseudoClass("valid");
  private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private FilterStyle() {}

  static void apply(Node node, FilterState state) {
    node.pseudoClassStateChanged(VALID, state instanceof FilterState.Valid);
    node.pseudoClassStateChanged(DOUBTFUL, state instanceof FilterState.Doubtful);
    node.pseudoClassStateChanged(WRONG, state instanceof FilterState.Wrong);
  }

  /** The word with a sign, so that colour is never alone. */
  static String mark(FilterState state) {
    return switch (state) {
      case FilterState.Empty _ -> "";
      case FilterState.Valid _ -> "✓ " + state.word();
      case FilterState.Doubtful _ -> "! " + state.word();
      case FilterState.Wrong _ -> "✗ " + state.word();
    };
  }
}
