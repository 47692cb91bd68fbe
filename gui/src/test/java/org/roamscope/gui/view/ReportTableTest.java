package org.roamscope.gui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roamscope.gui.viewmodel.SortedRows;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A table with far more rows than fit into a window. */
class ReportTableTest {
  private static final int ROWS = 300_000;

  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void start() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void stop() throws Exception {
    FxToolkit.cleanupStages();
  }

  @Test
  void numbersAreSortedAsNumbersAndNotOnTheThreadOfTheWindow() throws Exception {
    var strays = new ConcurrentLinkedQueue<Thread>();
    Comparator<Integer> order =
        (one, other) -> {
          if (Platform.isFxApplicationThread()) {
            strays.add(Thread.currentThread());
          }
          return Integer.compare(one, other);
        };
    List<Integer> numbers =
        IntStream.range(0, ROWS).mapToObj(i -> (int) (i * 7919L % ROWS)).toList();
    try (var background = Executors.newSingleThreadExecutor()) {
      var rows = new SortedRows<Integer>(background, Platform::runLater);
      var table = new ReportTable<Integer>("numbers", "None").rows(rows);
      table.column("Number", 100, number -> Integer.toString(number), order);
      var stage = FxToolkit.toolkitContext().getRegisteredStage();
      robot.interact(() -> {
        stage.setScene(new Scene(table, 400, 300));
        stage.show();
        rows.set(numbers, -1);
        table.getSelectionModel().select(1);
      });
      Integer chosen = table.getSelectionModel().getSelectedItem();
      TableColumn<Integer, ?> column = table.getColumns().getFirst();
      robot.interact(() -> table.getSortOrder().setAll(List.of(column)));
      until(() -> !rows.busy());
      assertThat(table.getItems()).startsWith(0, 1, 2, 3).hasSize(ROWS);
      assertThat(table.getSelectionModel().getSelectedItem()).isSameAs(chosen);
      robot.interact(() -> column.setSortType(TableColumn.SortType.DESCENDING));
      until(() -> !rows.busy());
      assertThat(table.getItems()).startsWith(ROWS - 1, ROWS - 2);
      robot.interact(() -> table.getSortOrder().clear());
      until(() -> !rows.busy());
      assertThat(table.getItems()).isEqualTo(numbers);
    }
    assertThat(strays).isEmpty();
  }

  private static void until(Callable<Boolean> holds) throws Exception {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get(60, TimeUnit.SECONDS));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
