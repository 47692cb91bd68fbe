package org.roamscope.gui.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.roamscope.dissect.DetailNode;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.FilterText;
import org.roamscope.gui.viewmodel.FrameDetail;
import org.roamscope.gui.viewmodel.FrameLink;
import org.roamscope.gui.viewmodel.HostNames;

/** The detail tree of the selected frame. What was opened stays open in the next frame. */
final class DetailTree extends StackPane {
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private static final PseudoClass DERIVED = PseudoClass.getPseudoClass("derived");
  private static final PseudoClass KNOWLEDGE = PseudoClass.getPseudoClass("knowledge");

  private static final String NOTHING = "Select a packet to see what it holds";

  /** Names of structures remembered as opened; far more than there are. */
  private static final int MAX_REMEMBERED = 1000;

  private final TreeView<DetailNode> tree = new TreeView<>();
  private final Label empty = new Label(NOTHING);
  private final FilterActions actions;
  private final HostNames names;
  private final Set<String> opened =
      new HashSet<>(
          Set.of("mipv6", "isakmp", "Roamscope", "Binding Update", "Binding Acknowledgement"));
  private boolean following;
  private int row = -1;

  DetailTree(FrameLink link, FilterActions actions, HostNames names) {
    this.actions = actions;
    this.names = names;
    names.changes().subscribe(_ -> tree.refresh());
    tree.setId("detail");
    tree.setAccessibleText("Packet details");
    tree.setShowRoot(false);
    tree.setCellFactory(_ -> new Cell());
    tree.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    tree.getSelectionModel()
        .selectedItemProperty()
        .subscribe(item -> {
          if (!following) {
            link.select(item == null ? null : item.getValue());
          }
        });
    tree.setOnContextMenuRequested(this::offer);
    tree.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    link.path().subscribe(this::reveal);
    empty.getStyleClass().add("quiet");
    getChildren().addAll(tree, empty);
    getStyleClass().add("detail");
    show(null);
  }

  /** Shows a frame, or nothing. */
  void show(@Nullable FrameDetail detail) {
    following = true;
    row = detail == null ? -1 : detail.row();
    tree.getSelectionModel().clearSelection();
    var root = new TreeItem<DetailNode>();
    if (detail != null) {
      detail.tree().forEach(node -> root.getChildren().add(item(node)));
    }
    tree.setRoot(root);
    following = false;
    empty.setText(NOTHING);
    empty.setVisible(detail == null);
  }

  /** Says that a packet is on its way, in place of the one before. */
  void showOpening(String number) {
    show(null);
    empty.setText("Opening packet " + number + "…");
  }

  private TreeItem<DetailNode> item(DetailNode node) {
    var item = new TreeItem<>(node);
    for (DetailNode child : node.children()) {
      if (!child.hidden()) {
        item.getChildren().add(item(child));
      }
    }
    String name = name(node);
    item.setExpanded(opened.contains(name));
    item.expandedProperty().addListener((_, _, now) -> remember(name, now));
    return item;
  }

  private void remember(String name, boolean open) {
    if (!open) {
      opened.remove(name);
    } else if (opened.size() < MAX_REMEMBERED) {
      opened.add(name);
    }
  }

  /** What a structure is called in every frame. */
  private static String name(DetailNode node) {
    return node.filterName().isEmpty() ? node.text().split("[:,(]", 2)[0] : node.filterName();
  }

  /** Opens the lines of a path and selects its last one. */
  private void reveal(List<DetailNode> path) {
    if (path.isEmpty()) {
      return;
    }
    TreeItem<DetailNode> at = tree.getRoot();
    for (DetailNode node : path) {
      TreeItem<DetailNode> next = null;
      for (TreeItem<DetailNode> child : at.getChildren()) {
        if (isSame(child.getValue(), node)) {
          next = child;
          break;
        }
      }
      if (next == null) {
        return;
      }
      at.setExpanded(true);
      at = next;
    }
    following = true;
    int row = tree.getRow(at);
    tree.getSelectionModel().select(at);
    tree.scrollTo(Math.max(0, row - 3));
    following = false;
  }

  @SuppressWarnings("ReferenceEquality") // two flags may be alike in everything but their place
  private static boolean isSame(DetailNode a, DetailNode b) {
    return a == b;
  }

  /** Opens everything. */
  void expandAll() {
    expand(tree.getRoot(), true);
  }

  /** Closes everything. */
  void collapseAll() {
    tree.getRoot().getChildren().forEach(item -> expand(item, false));
  }

  /** Opens the selected line and all below. */
  void expandSelected() {
    TreeItem<DetailNode> item = tree.getSelectionModel().getSelectedItem();
    if (item != null) {
      expand(item, true);
    }
  }

  /** Closes the selected line and all below. */
  void collapseSelected() {
    TreeItem<DetailNode> item = tree.getSelectionModel().getSelectedItem();
    if (item != null) {
      expand(item, false);
    }
  }

  private static void expand(TreeItem<DetailNode> item, boolean open) {
    if (!item.isLeaf()) {
      item.getChildren().forEach(child -> expand(child, open));
      item.setExpanded(open);
    }
  }

  private void key(KeyEvent event) {
    TreeItem<DetailNode> item = tree.getSelectionModel().getSelectedItem();
    if (item == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      item.setExpanded(!item.isExpanded());
      event.consume();
    } else if (event.getCode() == KeyCode.BACK_SPACE && !item.getParent().equals(tree.getRoot())) {
      tree.getSelectionModel().select(item.getParent());
      event.consume();
    } else if (event.isShiftDown() && event.getCode() == KeyCode.RIGHT) {
      expandSelected();
      event.consume();
    } else if (event.isShiftDown() && event.getCode() == KeyCode.LEFT) {
      collapseSelected();
      event.consume();
    }
  }

  private void offer(ContextMenuEvent event) {
    TreeItem<DetailNode> item = tree.getSelectionModel().getSelectedItem();
    if (item != null) {
      DetailNode node = item.getValue();
      var target = actions.ofPacket(row, FilterText.of(node), value(node));
      actions.offer(tree, event, target.of(node.filterName()));
    }
  }

  private static String value(DetailNode node) {
    var info = node.info();
    var value = node.value();
    return info == null || value == null || !node.children().isEmpty()
        ? PlainText.of(node.text())
        : PlainText.of(info.plain(value));
  }

  private final class Cell extends TreeCell<DetailNode> {
    @Override
    protected void updateItem(@Nullable DetailNode node, boolean empty) {
      super.updateItem(node, empty);
      DetailNode shown = empty ? null : node;
      String text = shown == null ? "" : PlainText.of(shown.text());
      String named = names.beside(text);
      setText(shown != null && shown.derived() ? "[" + named + "]" : named);
      pseudoClassStateChanged(PROBLEM, shown != null && shown.filterName().startsWith("_ws."));
      pseudoClassStateChanged(DERIVED, shown != null && shown.derived());
      pseudoClassStateChanged(KNOWLEDGE, text.equals("Roamscope"));
    }
  }
}
