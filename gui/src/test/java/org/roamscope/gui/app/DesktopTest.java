package org.roamscope.gui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Test;
import org.roamscope.decode.output.Column;
import org.roamscope.gui.viewmodel.SampleFiles;
import org.testfx.util.WaitForAsyncUtils;

/** The real application, started as from the command line, drawn into memory. */
class DesktopTest extends DesktopCase {
  // ---- widths --------------------------------------------------------------------------------

  /** K and finding are what this program is for: no window hides them behind a scroll bar. */
  @Test
  void everyColumnIsInSightInANarrowWindow() throws Exception {
    var stage = launch(SampleFiles.in(folder, "needless-rerun-after").toString());
    until(() -> !text("#headline").isEmpty());
    for (double width : new double[] {860, 1280, 1900}) {
      robot.interact(() -> stage.setWidth(width));
      WaitForAsyncUtils.waitForFxEvents();
      double columns =
          packets().getVisibleLeafColumns().stream().mapToDouble(column -> column.getWidth()).sum();
      assertThat(columns).isBetween(packets().getWidth() - 40, packets().getWidth() - 15);
    }
  }

  /** What the user makes wider stays so. */
  @Test
  void aColumnThatTheUserResizedStaysAsItIs() throws Exception {
    var stage = launch(SampleFiles.in(folder, "needless-rerun-after").toString());
    until(() -> !text("#headline").isEmpty());
    var source = packets().getColumns().get(2);
    robot.interact(() -> packets().resizeColumn(source, 77));
    double width = source.getWidth();
    robot.interact(() -> stage.setWidth(900));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(source.getWidth()).isEqualTo(width);
  }

  // ---- opening -------------------------------------------------------------------------------

  @Test
  void opensAWindowThatShowsHowToBegin() throws Exception {
    var stage = launch();
    assertThat(stage.getTitle()).isEqualTo("Roamscope");
    assertThat(text("#counts")).isEqualTo("No capture open");
    assertThat(robot.lookup("#welcome-open").query().isFocused()).isTrue();
    assertThat(robot.lookup(".sample").queryAll()).hasSizeGreaterThan(5);
  }

  @Test
  void showsTheFilesOfTheCommandLineAsOneAnalysis() throws Exception {
    var stage =
        launch(
            SampleFiles.in(folder, "needless-rerun-after").toString(),
            SampleFiles.in(folder, "k-honoured").toString());
    until(() -> text("#facts").startsWith("2 files"));
    assertThat(stage.getTitle()).isEqualTo("needless-rerun-after.pcapng and 1 more - Roamscope");
    assertThat(text("#counts")).startsWith("Packets: ");
    assertThat(text("#headline")).isEqualTo("1 UE, 1 handover: NEEDLESS_RERUN");
  }

  @Test
  void opensASampleWithOneKey() throws Exception {
    launch();
    robot.interact(() -> robot.lookup("#sample-k-honoured").query().requestFocus());
    robot.push(KeyCode.SPACE);
    until(() -> text("#headline").contains("K_HONOURED"));
    assertThat(robot.lookup("#capture").query().isVisible()).isTrue();
    robot.push(KeyCode.SHORTCUT, KeyCode.W);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#welcome").query().isVisible()).isTrue();
  }

  @Test
  void saysWhatCannotBeOpened() throws Exception {
    launch(folder.resolve("gone.pcap").toString());
    until(() -> text("#banner-text").contains("there is no such file"));
    robot.clickOn("#banner-dismiss");
    assertThat(robot.lookup("#banner").query().isVisible()).isFalse();
  }

  @Test
  void saysHowFarADamagedFileGoes() throws Exception {
    byte[] bytes = Files.readAllBytes(SampleFiles.in(folder, "needless-rerun-after"));
    Path cut = Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(bytes, bytes.length - 30));
    launch(cut.toString());
    until(() -> text("#banner-text").startsWith("cut.pcapng: "));
    assertThat(packets().getItems()).hasSize(13);
  }

  // ---- packets -------------------------------------------------------------------------------

  @Test
  void listTreeAndBytesFollowEachOther() throws Exception {
    openSample();
    select(8);
    var tree = tree();
    robot.push(KeyCode.SHORTCUT, KeyCode.RIGHT);
    int row = row("mip6.bu.seqnr");
    robot.interact(() -> tree.getSelectionModel().select(row));
    var marked = marked();
    assertThat(marked).hasSize(2);
    assertThat(robot.lookup("#status").queryAs(StatusBar.class).getText())
        .contains("mip6.bu.seqnr", "2 bytes");

    // The first octet: of the Ethernet header or of the IP header, in any case not of the message.
    var bytes = (ListView<?>) robot.lookup("#bytes-0").query();
    robot.interact(bytes::requestFocus);
    robot.push(KeyCode.HOME);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(tree.getSelectionModel().getSelectedItem().getValue().filterName())
        .doesNotStartWith("mip6");
  }

  @Test
  void walksThroughPacketsByKey() throws Exception {
    openSample();
    robot.push(KeyCode.SHORTCUT, KeyCode.END);
    until(() -> selected() == 13);
    robot.push(KeyCode.F7);
    until(() -> selected() == 12);
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    until(() -> selected() == 13);
    robot.push(KeyCode.SHORTCUT, KeyCode.HOME);
    until(() -> selected() == 0);
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.PERIOD);
    until(() -> selected() == 9);
  }

  @Test
  void goesToAPacketByNumber() throws Exception {
    openSample();
    robot.push(KeyCode.SHORTCUT, KeyCode.G);
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#go-to-pane .text-field").write("5").push(KeyCode.ENTER);
    until(() -> selected() == 4);
  }

  @Test
  void findsPacketsByKeyboardAlone() throws Exception {
    openSample();
    robot.push(KeyCode.SHORTCUT, KeyCode.F);
    robot.write("binding update");
    robot.push(KeyCode.ENTER);
    until(() -> selected() == 4);
    assertThat(text("#find-answer")).isEqualTo("2 matches");
    robot.push(KeyCode.SHORTCUT, KeyCode.B);
    until(() -> selected() == 8);
    robot.push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#find-bar").query().isVisible()).isFalse();
    assertThat(packets().isFocused()).isTrue();
    robot.push(KeyCode.SHORTCUT, KeyCode.N);
    until(() -> selected() == 4);
  }

  @Test
  void marksAreSeenWithoutColour() throws Exception {
    openSample();
    select(3);
    robot.push(KeyCode.SHORTCUT, KeyCode.M);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(text("#counts")).isEqualTo("Packets: 14 · Marked: 1");
    assertThat(robot.lookup(".table-row-cell:marked").queryAll()).hasSize(1);
    assertThat(robot.lookup(".cell-no").queryAllAs(TableCell.class))
        .extracting(cell -> cell.getText())
        .contains("◆ 4");
  }

  @Test
  void rowsHaveTheColoursOfTheirRulesAndSayWhich() throws Exception {
    openSample();
    select(9);
    select(0);
    until(() -> robot.lookup("#packets .table-row-cell:ruled").queryAll().size() > 9);
    TableRow<?> wrong =
        robot.lookup("#packets .table-row-cell").queryAllAs(TableRow.class).stream()
            .filter(row -> row.getIndex() == 9)
            .findAny()
            .orElseThrow();
    assertThat(wrong.getTooltip().getText()).isEqualTo("Colour rule: K mismatch");
    assertThat(wrong.getBackground().getFills().getFirst().getFill())
        .isEqualTo(Color.web("#ffd6d1"));
  }

  @Test
  void aMovedCareOfAddressIsMarked() throws Exception {
    openSample();
    // Columns out of view have no cells.
    robot.interact(() -> packets().scrollToColumnIndex(9));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup(".cell-coa:moved").queryAllAs(TableCell.class))
        .hasSize(1)
        .first()
        .extracting(cell -> cell.getText())
        .isEqualTo("2001:db8:b::a1 (moved)");
  }

  @Test
  void namesStandForAddressesAndFiltersKeepThese() throws Exception {
    Path config = Files.createDirectories(Path.of(System.getenv("ROAMSCOPE_CONFIG_DIR")));
    Files.writeString(config.resolve("hosts"), "2001:db8:100::a1 alice\n2001:db8:b::a1 visited\n");
    openSample();
    select(8);
    assertThat(cells("source")).contains("2001:db8:b::a1").doesNotContain("visited");
    robot.clickOn("View").clickOn("#name-resolution").clickOn("#names");
    until(() -> cells("source").contains("visited"));
    assertThat(robot.lookup("#packets .table-row-cell").queryAllAs(TableRow.class))
        .filteredOn(row -> row.getIndex() == 8)
        .first()
        .extracting(row -> row.getTooltip().getText())
        .asString()
        .contains("Source: visited (2001:db8:b::a1)", "Colour rule: ");
    robot.push(KeyCode.SHORTCUT, KeyCode.RIGHT);
    int source = row("ipv6.src");
    robot.interact(() -> {
      tree().getSelectionModel().select(source);
      tree().scrollTo(source);
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#detail .tree-cell").queryAllAs(TreeCell.class))
        .extracting(cell -> cell.getText())
        .contains("Source Address: visited (2001:db8:b::a1)");
    contextMenu(tree());
    robot.clickOn("#copy-value");
    assertThat(WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString()).get())
        .isEqualTo("2001:db8:b::a1");
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    until(() -> text("#ue-title").equals("UE alice (2001:db8:100::a1)"));
    assertThat(Files.readString(config.resolve("preferences"))).contains("\nnames: yes\n");
  }

  // ---- filter --------------------------------------------------------------------------------

  @Test
  void filtersByKeyboardAlone() throws Exception {
    openSample();
    robot.push(KeyCode.SHORTCUT, KeyCode.SLASH);
    robot.write("mip6.bu.k_f");
    until(() -> !completions().getItems().isEmpty());
    robot.push(KeyCode.TAB);
    assertThat(filterBox().getText()).isEqualTo("mip6.bu.k_flag");
    robot.write(" == 1");
    until(() -> text("#filter-word").equals("✓ Valid"));
    robot.push(KeyCode.ENTER);
    until(() -> packets().getItems().size() == 2);
    assertThat(text("#counts")).isEqualTo("Packets: 14 · Displayed: 2 (14.3%)");
    robot.push(KeyCode.SHORTCUT, KeyCode.L);
    until(() -> packets().getItems().size() == 14);
  }

  @Test
  void saysInWordsAndInRedWhatIsNoFilter() throws Exception {
    openSample();
    robot.interact(() -> filterBox().setText("mip6.mhtype == 5 xor ip"));
    assertThat(text("#filter-word")).isEqualTo("✗ Error");
    assertThat(text("#filter-message")).startsWith("At character 18, “xor”: ");
    WaitForAsyncUtils.waitForFxEvents();
    var fills = filterBox().getBackground().getFills();
    var colour = (Color) fills.getLast().getFill();
    assertThat(colour.getRed()).isGreaterThan(1.2 * colour.getGreen());
    robot.interact(() -> filterBox().setText("mip6.mhtype == 5"));
    assertThat(robot.lookup("#filter-message").query().isVisible()).isFalse();
  }

  @Test
  void typingInTheListStartsAFilter() throws Exception {
    openSample();
    robot.interact(() -> packets().requestFocus());
    robot.write("esp");
    assertThat(filterBox().getText()).isEqualTo("esp");
  }

  @Test
  void aFieldBecomesAFilterOrIsCopied() throws Exception {
    openSample();
    select(8);
    robot.push(KeyCode.SHORTCUT, KeyCode.RIGHT);
    int row = row("mip6.bu.seqnr");
    robot.interact(() -> {
      tree().requestFocus();
      tree().getSelectionModel().select(row);
      tree().scrollTo(row);
    });
    contextMenu(tree());
    robot.clickOn("#copy-filter");
    var copied = WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString()).get();
    assertThat(copied).startsWith("mip6.bu.seqnr == ");
    contextMenu(tree());
    robot.clickOn("#apply-as-filter").clickOn("#apply-SELECTED");
    until(() -> filterBox().getText().equals(copied));
    until(() -> packets().getItems().contains(8) && packets().getItems().size() < 14);
  }

  // ---- report --------------------------------------------------------------------------------

  @Test
  void aFindingLeadsToItsPacketAndItsPage() throws Exception {
    openSample();
    assertThat(text("#expert")).isEqualTo("● 1 Warning");
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#findings").queryTableView().getItems()).hasSize(1);
    var page = (ScrollPane) robot.lookup("#explanation").query();
    assertThat(page.getContent().lookupAll(".heading-2").stream().map(it -> ((Label) it).getText()))
        .contains("What it means", "What to do");
    robot.interact(() -> robot.lookup("#findings").query().requestFocus());
    robot.push(KeyCode.ENTER);
    until(() -> selected() == 9);
    assertThat(pages().getSelectionModel().getSelectedIndex()).isZero();
  }

  @Test
  void ikeSasAreListed() throws Exception {
    openSample();
    assertThat(pages().getTabs().stream().map(tab -> tab.getText()))
        .containsExactly("Packets", "Findings (1)", "UEs (1)", "IKE SAs (2)", "Statistics");
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#ike-sas").queryTableView().getItems()).hasSize(2);
  }

  @Test
  void aVerdictOfTheStatisticsLeadsToItsUes() throws Exception {
    openSample();
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    until(() -> !robot.lookup("#statistics .hyperlink").queryAll().isEmpty());
    Hyperlink verdict = robot.lookup("#statistics .hyperlink").query();
    assertThat(verdict.getText()).isEqualTo("✗ NEEDLESS_RERUN");
    robot.interact(verdict::fire);
    assertThat(pages().getSelectionModel().getSelectedIndex()).isEqualTo(2);
    assertThat(robot.lookup("#ue-search").queryAs(TextField.class).getText())
        .isEqualTo("NEEDLESS_RERUN");
    assertThat(text("#ue-counts")).isEqualTo("1 in all");
  }

  @Test
  void theWorstUeIsShownWithItsTimelineAndItsHandover() throws Exception {
    openUes();
    assertThat(robot.lookup("#ues").queryTableView().getItems()).hasSize(1);
    assertThat(text("#ue-title")).isEqualTo("UE 2001:db8:100::a1");
    assertThat(text("#handover-which")).isEqualTo("Handover 1 of 1");
    assertThat(robot.lookup(".verdict-chip").queryAs(Label.class).getText())
        .isEqualTo("✗ NEEDLESS_RERUN");
    Node timeline = robot.lookup("#timeline").query();
    assertThat(timeline.getAccessibleText()).contains("handovers: 1; findings: 1;");
    assertThat(ink(timeline)).isGreaterThan(2_000);
  }

  @Test
  void theTimelineLeadsToFramesByKeyAlone() throws Exception {
    openUes();
    Node timeline = robot.lookup("#timeline").query();
    robot.interact(timeline::requestFocus);
    for (int i = 0; i < 10 && !timeline.getAccessibleText().startsWith("K001"); i++) {
      robot.push(KeyCode.PAGE_DOWN);
    }
    assertThat(timeline.getAccessibleText()).startsWith("K001. warning");
    robot.push(KeyCode.PLUS).push(KeyCode.RIGHT).push(KeyCode.DIGIT0).push(KeyCode.ENTER);
    until(() -> selected() == 9);
    assertThat(pages().getSelectionModel().getSelectedIndex()).isZero();
  }

  @Test
  void theLadderLeadsToFrames() throws Exception {
    openUes();
    robot.interact(
        () -> ((TabPane) robot.lookup("#ue-tabs").query()).getSelectionModel().select(1));
    WaitForAsyncUtils.waitForFxEvents();
    ListView<?> ladder = robot.lookup("#ladder").query();
    assertThat(ladder.getItems()).hasSizeGreaterThan(10);
    assertThat(ink(ladder)).isGreaterThan(2_000);
    robot.interact(() -> {
      ladder.requestFocus();
      ladder.getSelectionModel().select(0);
    });
    robot.push(KeyCode.ENTER);
    until(() -> selected() == 0);
    assertThat(pages().getSelectionModel().getSelectedIndex()).isZero();
  }

  @Test
  void uesAreSearched() throws Exception {
    openUes();
    robot.clickOn("#ue-search").write("nobody");
    until(() -> text("#ue-counts").equals("0 of 1"));
    robot.clickOn("#ue-search").eraseText(6);
    until(() -> text("#ue-counts").equals("1 in all"));
  }

  // ---- look ----------------------------------------------------------------------------------

  @Test
  void turnsDarkAndLightAgain() throws Exception {
    var stage = launch();
    assertThat(brightness(stage)).isGreaterThan(0.9);
    robot.clickOn("View").clickOn("#dark");
    assertThat(Application.getUserAgentStylesheet()).contains("dark");
    assertThat(brightness(stage)).isLessThan(0.2);
    robot.clickOn("View").clickOn("#dark");
    assertThat(brightness(stage)).isGreaterThan(0.9);
  }

  @Test
  void everythingGrows() throws Exception {
    openSample();
    double before = packets().getFixedCellSize();
    for (int i = 0; i < 10; i++) {
      robot.push(KeyCode.SHORTCUT, KeyCode.PLUS);
    }
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(packets().getFixedCellSize()).isBetween(1.9 * before, 2.1 * before);
    assertThat(filterBox().getFont().getSize()).isGreaterThan(20);
  }

  @Test
  void whatTheKeyboardReachesHasANameForTheBlind() throws Exception {
    openSample();
    select(8);
    for (String id : new String[] {"#packets", "#detail", "#bytes-0", "#filter"}) {
      Node node = robot.lookup(id).query();
      assertThat(node.getAccessibleText()).as(id).isNotBlank();
      assertThat(node.isFocusTraversable()).as(id).isTrue();
    }
  }

  @Test
  void listsItsKeys() throws Exception {
    launch();
    robot.push(KeyCode.F1);
    WaitForAsyncUtils.waitForFxEvents();
    var keys = robot.lookup("#shortcuts-pane .key").queryAllAs(Label.class);
    assertThat(keys).hasSizeGreaterThan(25).extracting(Label::getText).contains("Ctrl+G", "F1");
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void opensAndClosesAboutByKeyboard() throws Exception {
    launch();
    robot.push(KeyCode.ALT, KeyCode.H).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(text("#about-versions")).contains("Version ", "JavaFX ");
    assertThat(robot.listWindows().stream().filter(Window::isShowing)).hasSize(2);
    robot.push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.listWindows().stream().filter(Window::isShowing)).hasSize(1);
  }

  @Test
  void quitsByKeyboard() throws Exception {
    var stage = launch();
    robot.push(KeyCode.SHORTCUT, KeyCode.Q);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(stage.isShowing()).isFalse();
  }

  @Test
  void preferencesTakeEffectAtOnceAndAreKept() throws Exception {
    openSample();
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
    until(() -> robot.lookup("#preferences-pane").tryQuery().isPresent());
    ListView<Column> columns = robot.lookup("#preferences-columns").query();
    robot.interact(() -> {
      columns.requestFocus();
      columns.getSelectionModel().select(Column.K);
    });
    robot.push(KeyCode.ALT, KeyCode.UP).push(KeyCode.ALT, KeyCode.UP);
    robot.interact(() -> columns.getSelectionModel().select(Column.LENGTH));
    robot.push(KeyCode.SPACE);
    assertThat(titles())
        .containsExactly(
            "No.",
            "Time",
            "Source",
            "Destination",
            "Protocol",
            "Info",
            "K",
            "HoA",
            "CoA",
            "Finding");
    robot.interact(() -> {
      robot.lookup("#preferences-theme").queryComboBox().getSelectionModel().select(2);
      robot.lookup("#preferences-zoom").queryAs(Spinner.class).increment(3);
    });
    assertThat(Application.getUserAgentStylesheet()).contains("dark");
    assertThat(packets().getFixedCellSize()).isGreaterThan(30);
    Path file = Path.of(System.getenv("ROAMSCOPE_CONFIG_DIR")).resolve("preferences");
    until(() ->
        Files.exists(file)
            && Files.readString(file).contains("zoom: 130\n")
            && Files.readString(file).contains("theme: dark\n"));
    robot.interact(() -> robot.lookup("#preferences-reset").queryButton().fire());
    assertThat(Application.getUserAgentStylesheet()).doesNotContain("dark");
    assertThat(titles()).startsWith("No.", "Time", "Source", "Destination", "Protocol", "Length");
    assertThat(robot.lookup("#preferences-pane").tryQuery()).isPresent();
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void theListOfCommentsLeadsToItsPacket() throws Exception {
    openSample();
    select(8);
    robot.push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.C);
    until(() -> robot.lookup("#comment-text").tryQuery().isPresent());
    robot.clickOn("#comment-text").write("look here");
    robot.interact(() -> robot.lookup("#comment-ok").queryButton().fire());
    select(0);
    robot.clickOn("Edit").clickOn("#all-comments");
    until(() -> robot.lookup("#comments-pane").tryQuery().isPresent());
    assertThat(robot.lookup("#comments-list").queryTableView().getItems()).hasSize(1);
    robot.push(KeyCode.ENTER);
    until(() -> selected() == 8);
    robot.interact(() -> robot.lookup("#comments-list").query().requestFocus());
    robot.push(KeyCode.ESCAPE);
    until(() -> robot.lookup("#comments-pane").tryQuery().isEmpty());
  }

  private List<String> titles() {
    return packets().getVisibleLeafColumns().stream().map(column -> column.getText()).toList();
  }

  @Test
  void profilesAreMadeAndChosen() throws Exception {
    launch();
    assertThat(robot.lookup("#profile-in-use").queryButton().getText())
        .isEqualTo("Profile: Default");
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
    until(() -> robot.lookup("#profiles-pane").tryQuery().isPresent());
    assertThat(robot.lookup("#profiles-delete").queryButton().isDisabled()).isTrue();
    robot.interact(() -> robot.lookup("#profiles-new").queryButton().fire());
    until(() -> robot.lookup("#profile-name-pane").tryQuery().isPresent());
    robot.clickOn("#profile-name-pane .text-field").write("default");
    assertThat(text("#profile-name-why")).isEqualTo("There is a profile of that name already.");
    robot.write(" lab").push(KeyCode.ENTER);
    until(() ->
        robot.lookup("#profile-in-use").queryButton().getText().equals("Profile: default lab"));
    robot.interact(() -> robot.lookup("#profile-in-use").queryButton().fire());
    robot.clickOn("#profile-menu .radio-menu-item");
    until(() -> robot.lookup("#profile-in-use").queryButton().getText().equals("Profile: Default"));
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void theStateFollowsTheSliderByKeyboard() throws Exception {
    openUes();
    TabPane tabs = robot.lookup("#ue-tabs").query();
    robot.interact(() -> tabs.getSelectionModel().select(2));
    until(() -> text("#state-title").startsWith("After packet "));
    Node slider = robot.lookup("#state-slider").query();
    robot.interact(slider::requestFocus);
    robot.push(KeyCode.HOME);
    until(() -> text("#state-title").equals("After packet 1, at 0.000000 s"));
    robot.push(KeyCode.RIGHT);
    until(() -> text("#state-title").startsWith("After packet 2,"));
    robot.push(KeyCode.END);
    until(() -> text("#state-title").startsWith("After packet 14,"));
    TableView<?> sas = robot.lookup("#state-sas").query();
    assertThat(sas.getItems()).hasSize(2);
    assertThat(sas.getColumns().get(3).getWidth()).as("room for an address").isGreaterThan(200);
    assertThat(slider.getAccessibleText()).isNotBlank();
    assertThat(text("#state-rest")).contains("1 of 1 UE bound");
  }

  @Test
  void backAndForwardGoOverPages() throws Exception {
    openSample();
    select(8);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    until(() -> pages().getSelectionModel().getSelectedIndex() == 1);
    robot.interact(() -> robot.lookup("#go-back").queryButton().fire());
    until(() -> pages().getSelectionModel().getSelectedIndex() == 0);
    assertThat(selected()).isEqualTo(8);
    robot.interact(() -> robot.lookup("#go-forward").queryButton().fire());
    until(() -> pages().getSelectionModel().getSelectedIndex() == 1);
  }

  @Test
  void keysAreChosenBesideTheWindow() throws Exception {
    launch(SampleFiles.in(folder, "encrypted-signalling").toString());
    until(() -> !text("#headline").isEmpty());
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
    until(() -> text("#keys-said").contains("of which these keys open 0"));
    TableView<?> coverage = robot.lookup("#keys-coverage").query();
    assertThat(coverage.getItems()).isNotEmpty();
    for (String id : new String[] {"#keys-files", "#keys-coverage"}) {
      assertThat(robot.lookup(id).query().getAccessibleText()).as(id).isNotBlank();
    }
    robot.push(KeyCode.ESCAPE);
  }
}
