package org.roamscope.gui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.ColourRule;

/**
 * Gives a row the colours of a rule; marks and the selection cover them. The tooltip says in words
 * what the row shows otherwise. One for each row: a tooltip is a window with a scene, and rows
 * change while a list is dragged.
 */
final class RowColours {
  private static final PseudoClass RULED = PseudoClass.getPseudoClass("ruled");

  private final TableRow<?> row;
  private @Nullable Tooltip tooltip;

  RowColours(TableRow<?> row) {
    this.row = row;
  }

  /**
   * Colours the row.
   *
   * @param said further lines of the tooltip, printable
   */
  void apply(Optional<ColourRule> rule, List<String> said, boolean dark) {
    row.pseudoClassStateChanged(RULED, rule.isPresent());
    row.setStyle(rule.map(one -> style(one.in(dark))).orElse(""));
    // Colour is never alone: the row and its details name the rule.
    List<String> lines = new ArrayList<>(said);
    rule.ifPresent(one -> lines.add("Colour rule: " + PlainText.of(one.name())));
    row.setTooltip(lines.isEmpty() ? null : saying(String.join("\n", lines)));
  }

  private Tooltip saying(String text) {
    Tooltip known = tooltip == null ? new Tooltip() : tooltip;
    tooltip = known;
    known.setText(text);
    return known;
  }

  private static String style(ColourRule.Shown shown) {
    return "-roam-row: " + shown.background().web() + "; -roam-row-text: " + shown.text().web();
  }
}
