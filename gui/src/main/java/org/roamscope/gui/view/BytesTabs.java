package org.roamscope.gui.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.viewmodel.FrameDetail;
import org.roamscope.gui.viewmodel.FrameDetail.Marked;
import org.roamscope.gui.viewmodel.FrameLink;

/** The octets of the frame, and beside them those that were decrypted or put together. */
final class BytesTabs extends TabPane {
  private final FrameLink link;
  private final ObservableValue<Number> zoom;
  private final List<BytesPane> panes = new ArrayList<>();

  BytesTabs(FrameLink link, ObservableValue<Number> zoom) {
    this.link = link;
    this.zoom = zoom;
    setId("bytes");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    getStyleClass().add("bytes-tabs");
    link.marked().subscribe(this::mark);
    zoom.subscribe(this::size);
  }

  /** Shows the octets of a frame, or nothing. */
  void show(@Nullable FrameDetail detail) {
    panes.clear();
    getTabs().clear();
    if (detail == null) {
      return;
    }
    for (int i = 0; i < detail.sources().size(); i++) {
      int source = i;
      var octets = detail.sources().get(i);
      var pane = new BytesPane(octets.data(), octet -> link.pick(source, octet));
      pane.setId("bytes-" + i);
      panes.add(pane);
      int count = octets.data().length;
      String size = count == 1 ? " (1 byte)" : " (" + count + " bytes)";
      getTabs().add(new Tab(octets.title() + size, pane));
    }
    size(zoom.getValue());
  }

  private void size(Number percent) {
    panes.forEach(pane -> pane.setFixedCellSize(Theme.rowHeight(percent.intValue()) * 0.82));
  }

  private void mark(@Nullable Marked marked) {
    for (int i = 0; i < panes.size(); i++) {
      if (marked != null && marked.source() == i) {
        panes.get(i).mark(marked.from(), marked.to());
        getSelectionModel().select(i);
      } else {
        panes.get(i).mark(0, 0);
      }
    }
  }
}
