package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.capture.CaptureReader;
import org.roamscope.decode.output.Column;
import org.roamscope.gui.viewmodel.MainViewModel.Page;
import org.roamscope.gui.viewmodel.MainViewModel.Work;
import org.roamscope.live.CaptureProcess;
import org.roamscope.live.Libpcap;

/** Live captures whose process is a script that hands on a sample bit by bit. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class LiveViewModelTest {
  @TempDir private Path folder;

  private final ExecutorService window =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
  private final Executor background = task -> Thread.ofPlatform().daemon().start(task);
  private MainViewModel model;
  private String script = "";

  LiveViewModelTest() {
    model = model();
  }

  private MainViewModel model() {
    return new MainViewModel(
        background,
        window,
        Settings.forgetful(),
        Optional.empty(),
        "test",
        (taps, said) -> CaptureProcess.helper(List.of("sh", "-c", script), taps, said));
  }

  @BeforeEach
  void aSample() throws IOException {
    byte[] octets = Files.readAllBytes(SampleFiles.in(folder, "needless-rerun-after"));
    Path start = folder.resolve("start");
    Path rest = folder.resolve("rest");
    // Not at the end of a block: what is not whole waits.
    Files.write(start, Arrays.copyOf(octets, octets.length * 2 / 3 + 1));
    Files.write(rest, Arrays.copyOfRange(octets, octets.length * 2 / 3 + 1, octets.length));
    // The rest comes once a file named "go" is there; then it waits to be told to stop.
    script =
        "trap 'exit 0' TERM; cat start; until [ -e go ]; do sleep 0.05; done; cat rest;"
            + " while :; do sleep 0.05; done";
    script = "cd '" + folder + "'; " + script;
  }

  @AfterEach
  void end() throws Exception {
    in(() -> {
      model.close();
      return true;
    });
  }

  private <T> T in(Callable<T> asked) throws Exception {
    try {
      return window.submit(asked).get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private void until(Callable<Boolean> holds) throws Exception {
    while (!in(holds)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void capture() throws Exception {
    in(() -> {
      model.capture(List.of("eth7"));
      return true;
    });
    until(() -> model.packets().get().size() >= 8);
  }

  private void go() throws IOException {
    Files.createFile(folder.resolve("go"));
  }

  private void stop() throws Exception {
    in(() -> {
      model.cancel();
      return true;
    });
    until(() -> model.work().get() == Work.NONE && model.report().get() != null);
  }

  @Test
  void packetsAndVerdictsComeWhileTheCaptureGoesOn() throws Exception {
    capture();
    assertThat(in(() -> model.title().get())).isEqualTo("Capturing from eth7 - Roamscope");
    assertThat(in(() -> model.work().get())).isEqualTo(Work.CAPTURING);
    assertThat(in(() -> model.packets().get().size())).isLessThan(14);
    until(() -> model.report().get() != null);
    assertThat(in(() -> model.headline().get())).doesNotContain("NEEDLESS_RERUN");
    go();
    until(() -> model.packets().get().size() == 14);
    until(() -> model.headline().get().equals("1 UE, 1 handover: NEEDLESS_RERUN"));
    assertThat(in(() -> model.text(9, Column.FINDING))).isEqualTo("K001");
    assertThat(in(() -> model.work().get())).isEqualTo(Work.CAPTURING);
    stop();
    assertThat(in(() -> model.title().get())).isEqualTo("Not saved, from eth7 - Roamscope");
    assertThat(in(() -> model.banner().get())).isEmpty();
    assertThat(in(() -> model.headline().get())).isEqualTo("1 UE, 1 handover: NEEDLESS_RERUN");
  }

  @Test
  void filtersAndSearchesDoNotWaitForTheEnd() throws Exception {
    capture();
    in(() -> {
      model.filter().text().set("isakmp");
      model.filter().apply();
      return true;
    });
    until(() -> model.packets().get().size() == 6 && model.work().get() == Work.CAPTURING);
    go();
    until(() -> model.packets().get().size() == 10);
    in(() -> {
      model.find().kind().set(FindQuery.Kind.FILTER);
      model.find().text().set("isakmp.flag_r == 1");
      model.find().find(-1);
      return true;
    });
    until(() -> model.selected().get() == 13);
    in(() -> {
      model.filter().text().set("roam.finding");
      model.filter().apply();
      return true;
    });
    until(() -> model.packets().get().size() > 0 && model.packets().get().placeOf(9) >= 0);
    stop();
    until(() -> model.packets().get().placeOf(9) >= 0);
    assertThat(in(() -> model.packets().get().size())).isLessThan(14);
  }

  @Test
  void theChosenUeStaysWhenMoreIsKnownOfIt() throws Exception {
    capture();
    until(() -> model.ues().shown().size() == 1);
    in(() -> {
      model.ues().search().set("2001:db8:100");
      model.ues().choose(model.ues().shown().getFirst());
      return true;
    });
    until(() -> model.ues().detail().get() != null);
    boolean back = in(() -> model.navigation().canGoBack().get());
    go();
    until(() -> {
      UeDetail detail = model.ues().detail().get();
      return detail != null && String.valueOf(detail.summary().verdict()).equals("NEEDLESS_RERUN");
    });
    assertThat(in(() -> model.ues().search().get())).isEqualTo("2001:db8:100");
    assertThat(in(() -> model.navigation().canGoBack().get())).isEqualTo(back);
  }

  @Test
  void whatWasCapturedIsSavedAndElseAskedAbout() throws Exception {
    Path saved = folder.resolve("saved.pcapng");
    int[] asked = {0};
    capture();
    go();
    until(() -> model.packets().get().size() == 14);
    in(() -> {
      model.live().confirm(() -> asked[0]++ > 0);
      model.live().save(saved);
      return true;
    });
    until(() -> model.banner().get().startsWith("Stop the capture first"));
    stop();
    in(() -> {
      model.close();
      return true;
    });
    assertThat(in(() -> model.page().get())).isEqualTo(Page.CAPTURE);
    assertThat(asked[0]).isEqualTo(1);
    in(() -> {
      model.live().save(saved);
      return true;
    });
    until(() -> !model.live().unsaved().get());
    try (CaptureReader reader = CaptureReader.open(saved)) {
      while (reader.advance()) {
        assertThat(reader.record().number()).isPositive();
      }
      assertThat(reader.framesRead()).isEqualTo(14);
      assertThat(reader.problems()).isEmpty();
    }
    assertThat(in(() -> model.title().get())).isEqualTo("eth7 - Roamscope");
    in(() -> {
      model.close();
      return true;
    });
    assertThat(in(() -> model.page().get())).isEqualTo(Page.WELCOME);
    assertThat(asked[0]).isEqualTo(1);
  }

  @Test
  void aCaptureThatCannotBeginSaysWhy() throws Exception {
    script = "echo 'no such device' >&2; exit 3";
    in(() -> {
      model.capture(List.of("eth7"));
      return true;
    });
    until(() -> model.page().get() == Page.WELCOME && !model.banner().get().isEmpty());
    assertThat(in(() -> model.banner().get()))
        .contains("no such device", "ended by itself (exit code 3)");
    assertThat(in(() -> model.live().capturing().get())).isFalse();
  }

  @Test
  void aCaptureThatEndsByItselfKeepsWhatItHas() throws Exception {
    script = script.replace("until [ -e go ]", "exit 7; until [ -e go ]");
    capture();
    until(() -> model.work().get() == Work.NONE && model.report().get() != null);
    assertThat(in(() -> model.banner().get()))
        .isEqualTo("The capture ended by itself (exit code 7).");
    assertThat(in(() -> model.packets().get().size())).isBetween(8, 13);
  }

  @Test
  void anotherCaptureTakesItsPlace() throws Exception {
    capture();
    Path file = in(() -> model.live().file()).path();
    in(() -> {
      model.open(List.of(SampleFiles.in(folder, "k-honoured")));
      return true;
    });
    until(() -> model.headline().get().contains("K_HONOURED"));
    assertThat(in(() -> model.live().capturing().get())).isFalse();
    until(() -> Files.notExists(file));
    in(() -> {
      model.recapture();
      return true;
    });
    until(() -> model.title().get().startsWith("Capturing from eth7"));
  }

  @Test
  void interfacesAndWhatGoesOverThem() throws Exception {
    Path counters = folder.resolve("net/eth7/statistics");
    Files.createDirectories(counters);
    var list =
        new InterfaceList(
            () ->
                List.of(
                    new Libpcap.Device("eth7", "", List.of("192.0.2.1"), true, false),
                    new Libpcap.Device("any", "all", List.of(), true, false)),
            folder.resolve("net"));
    for (int second = 0; second < 3; second++) {
      Files.writeString(counters.resolve("rx_packets"), 100 * second * second + "\n");
      Files.writeString(counters.resolve("tx_packets"), "5\n");
      list.now();
    }
    var now = list.now();
    assertThat(now.getFirst().rates()).containsExactly(100L, 300L, 0L);
    assertThat(now.getFirst().rate()).isEqualTo("0/s");
    assertThat(now.getLast().rates()).isEmpty();
    assertThat(now.getLast().facts()).isEqualTo("all");
  }

  @Test
  void addressesOfInterfacesAreWrittenAsElsewhere() {
    var device =
        new Libpcap.Device(
            "eth7",
            "uplink",
            List.of("192.0.2.1", "2001:db8:0:0:0:0:0:1", "fe80:0:0:0:a:b:c:d%eth7"),
            true,
            false);
    assertThat(LiveInterface.of(device, List.of()).facts())
        .isEqualTo("uplink, 192.0.2.1, 2001:db8::1, fe80::a:b:c:d%eth7");
  }
}
