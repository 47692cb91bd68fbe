package org.roamscope.gui.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.roamscope.gui.viewmodel.PacketColumns;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The context menus: the same wherever something stands that packets say. */
class ContextMenuDesktopTest extends DesktopCase {
  private static String copied() throws Exception {
    return WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString()).get();
  }

  private Node evidence() {
    return robot.lookup(".frame-links .hyperlink").queryAllAs(Hyperlink.class).stream()
        .filter(link -> link.getText().equals("packet 10"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCellIsCopiedInEveryForm() throws Exception {
    openSample();
    select(9);
    choose(packets(), "copy-command");
    assertThat(copied()).startsWith("roamscope decode '").contains("_ws.col.Info == ");
    choose(packets(), "copy-markdown");
    assertThat(copied()).startsWith("| No. | Time |").contains("| 10 |");
    choose(packets(), "copy-ticket");
    assertThat(copied()).contains("Packet:    10\n", "NEEDLESS_RERUN", "K001 (warning)");
    choose(packets(), "apply-OR_NOT");
    until(() -> filterBox().getText().startsWith("!(_ws.col.Info == "));
    until(() -> !packets().getItems().contains(9));
  }

  @Test
  void aFieldBecomesAColumnThatIsRememberedAndCanGo() throws Exception {
    openSample();
    select(4);
    robot.interact(() -> {
      tree().getSelectionModel().select(row("mip6.mhtype"));
    });
    choose(tree(), "apply-as-column");
    until(() -> cells("field").contains("5") && cells("field").contains("6"));
    var column =
        packets().getColumns().stream()
            .filter(one -> "column-mip6.mhtype".equals(one.getId()))
            .findFirst()
            .orElseThrow();
    assertThat(column.getText()).isEqualTo("Mobility Header Type");
    assertThat(packets().getColumns().indexOf(column)).isEqualTo(7);
    robot.interact(() -> packets().getColumns().add(packets().getColumns().remove(7)));
    openAgain();
    until(() -> cells("field").contains("5"));
    assertThat(packets().getColumns().getLast().getId()).isEqualTo("column-mip6.mhtype");
    robot.interact(() -> packets().getColumns().getLast().setVisible(false));
    until(() -> packets().getColumns().size() == PacketColumns.SHOWN.size());
  }

  private void openAgain() throws Exception {
    FxToolkit.cleanupStages();
    FxToolkit.registerPrimaryStage();
    openSample();
  }

  @Test
  void aFindingIsFilteredCopiedAndLeadsToItsPacket() throws Exception {
    openSample();
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    WaitForAsyncUtils.waitForFxEvents();
    Node findings = robot.lookup("#findings").query();
    choose(findings, "copy-ticket");
    assertThat(copied()).contains("Finding:   K001 (warning): ");
    choose(findings, "only-evidence");
    until(() -> filterBox().getText().startsWith("frame.number in {"));
    assertThat(pages().getSelectionModel().getSelectedIndex()).isZero();
    until(() -> packets().getItems().size() < 14 && packets().getItems().contains(9));
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    WaitForAsyncUtils.waitForFxEvents();
    choose(findings, "apply-SELECTED");
    until(() -> filterBox().getText().equals("roam.finding == \"K001\""));
    until(() -> packets().getItems().size() == 1);
  }

  @Test
  void aLinkToAPacketOffersTheSame() throws Exception {
    openSample();
    // The screen drawn into memory has no room for a menu at its edge.
    var stage = (Stage) robot.window(0);
    robot.interact(() -> {
      stage.setWidth(860);
      stage.setHeight(520);
    });
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    WaitForAsyncUtils.waitForFxEvents();
    choose(evidence(), "copy-ticket");
    assertThat(copied()).contains("Packet:    10\n");
    choose(evidence(), "copy-command");
    assertThat(copied()).startsWith("tshark -r '").endsWith(" -Y 'frame.number in {10}'");
    choose(evidence(), "go-to-packet");
    until(() -> selected() == 9);
  }

  @Test
  void ueAndIkeSaAreFiltered() throws Exception {
    openUes();
    Node ues = robot.lookup("#ues").query();
    choose(ues, "copy-ticket");
    assertThat(copied()).contains("UE:        2001:db8:100::a1\n", "NEEDLESS_RERUN");
    choose(ues, "only-ue");
    until(() -> filterBox().getText().equals("roam.ue == 2001:db8:100::a1"));
    assertThat(pages().getSelectionModel().getSelectedIndex()).isZero();
    until(() -> packets().getItems().contains(9));
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> robot.lookup("#ike-sas").queryTableView().getSelectionModel().select(1));
    choose(robot.lookup("#ike-sas").query(), "apply-SELECTED");
    until(() -> filterBox().getText().startsWith("roam.ike_sa == \""));
    until(() -> packets().getItems().size() > 1 && packets().getItems().size() < 14);
  }
}
