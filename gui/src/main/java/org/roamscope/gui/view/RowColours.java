package org.roamscope.gui.view;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.ColourRule;

/** Gives a row the colours of a rule; marks and the selection cover them. */
final class RowColours {
  private static final PseudoClass RULED = PseudoClass.getPseudoClass("ruled");

  private RowColours() {}

  static void apply(TableRow<?> row, Optional<ColourRule> rule, boolean dark) {
    row.pseudoClassStateChanged(RULED, rule.isPresent());
    row.setStyle(rule.map(one -> style(one.in(dark))).orElse(""));
    // Colour is never alone: the row and its details name the rule.
    row.setTooltip(
        rule.map(one -> new Tooltip("Colour rule: " + PlainText.of(one.name()))).orElse(null));
  }

  private static String style(ColourRule.Shown shown) {
    return "-roam-row: " + shown.background().web() + "; -roam-row-text: " + shown.text().web();
  }
}
