package org.roamscope.gui.view;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.viewmodel.FrameDetail;
import org.roamscope.gui.viewmodel.FrameLink;
import org.roamscope.gui.viewmodel.MainViewModel;

/** The packet list over detail tree and octets, the filter above. */
final class PacketsPage extends BorderPane {
  private static final double LIST_SHARE = 0.5;
  private static final double TREE_SHARE = 0.5;

  private final FilterBar filter;
  private final PacketTable table;
  private final DetailTree tree;
  private final BytesTabs bytes;
  private final FrameLink link;

  PacketsPage(MainViewModel model, FrameLink link) {
    this.link = link;
    var actions = new FilterActions(model.filter());
    filter = new FilterBar(model.filter());
    table = new PacketTable(model, actions, filter::type);
    tree = new DetailTree(link, actions);
    bytes = new BytesTabs(link, model.zoom());
    var below = new SplitPane(tree, bytes);
    below.setDividerPositions(TREE_SHARE);
    var panes = new SplitPane(table, below);
    panes.setOrientation(Orientation.VERTICAL);
    panes.setDividerPositions(LIST_SHARE);
    setTop(filter);
    setCenter(panes);
    model.detail().subscribe(this::show);
  }

  private void show(@Nullable FrameDetail detail) {
    link.open(detail);
    tree.show(detail);
    bytes.show(detail);
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
