package org.roamscope.gui.view;

import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.output.Column;
import org.roamscope.gui.viewmodel.FrameDetail;
import org.roamscope.gui.viewmodel.FrameLink;
import org.roamscope.gui.viewmodel.MainViewModel;

/** The packet list over detail tree and octets, the filter above. */
final class PacketsPage extends BorderPane {
  private static final Duration PATIENCE = Duration.millis(200);
  private static final double LIST_SHARE = 0.5;
  private static final double TREE_SHARE = 0.5;

  private final FilterBar filter;
  private final FindBar find;
  private final PacketTable table;
  private final DetailTree tree;
  private final BytesTabs bytes;
  private final FrameLink link;
  private final MainViewModel model;
  private final PauseTransition patience = new PauseTransition(PATIENCE);

  PacketsPage(MainViewModel model, FrameLink link, FilterActions actions) {
    this.link = link;
    this.model = model;
    filter = new FilterBar(model.filter(), new FilterButtons(model));
    table = new PacketTable(model, actions, filter::type);
    find = new FindBar(model.find(), this::focusList);
    tree = new DetailTree(link, actions, model.workspace().names());
    bytes = new BytesTabs(link, model.zoom());
    var below = new SplitPane(tree, bytes);
    below.setDividerPositions(TREE_SHARE);
    var panes = new SplitPane(table.withBar(), below);
    panes.setOrientation(Orientation.VERTICAL);
    panes.setDividerPositions(LIST_SHARE);
    setTop(new VBox(filter, find));
    setCenter(panes);
    model.detail().subscribe(this::show);
    model.workspace().comments().changes().subscribe(_ -> show(model.detail().get()));
    patience.setOnFinished(_ -> opening());
    model.selected().subscribe(_ -> patience.playFromStart());
  }

  /** A packet far into a large file takes a moment; the one before must not pass for it. */
  private void opening() {
    int row = model.selected().get();
    FrameDetail shown = model.detail().get();
    if (row >= 0 && (shown == null || shown.row() != row)) {
      link.open(null);
      tree.showOpening(model.text(row, Column.NO));
      bytes.show(null);
    }
  }

  private void show(@Nullable FrameDetail detail) {
    patience.stop();
    FrameDetail shown = detail == null ? null : model.workspace().remarked(detail);
    link.open(shown);
    tree.show(shown);
    bytes.show(shown);
  }

  FindBar find() {
    return find;
  }

  FilterBar filter() {
    return filter;
  }

  DetailTree tree() {
    return tree;
  }

  /** Puts the focus on the list. */
  void focusList() {
    table.requestFocus();
  }
}
