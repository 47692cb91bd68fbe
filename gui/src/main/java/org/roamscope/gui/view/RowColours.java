package org.roamscope.gui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.ColourRule;

/**
 * Gives a row the colours of a rule; marks and the selection cover them. The tooltip says in words
 * what the row shows otherwise.
 */
final class RowColours {
  private static final PseudoClass RULED = PseudoClass.getPseudoClass("ruled");

  private RowColours() {}

  /**
   * Colours a row.
   *
   * @param said further lines of the tooltip, printable
   */
  static void apply(TableRow<?> row, Optional<ColourRule> rule, List<String> said, boolean dark) {
    row.pseudoClassStateChanged(RULED, rule.isPresent());
    row.setStyle(rule.map(one -> style(one.in(dark))).orElse(""));
    // Colour is never alone: the row and its details name the rule.
    List<String> lines = new ArrayList<>(said);
    rule.ifPresent(one -> lines.add("Colour rule: " + PlainText.of(one.name())));
    row.setTooltip(lines.isEmpty() ? null : new Tooltip(String.join("\n", lines)));
  }

  private static String style(ColourRule.Shown shown) {
    return "-roam-row: " + shown.background().web() + "; -roam-row-text: " + shown.text().web();
  }
}
