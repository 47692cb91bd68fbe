package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final Preferences node = Preferences.userRoot().node("settings-test");

  @AfterEach
  void remove() throws Exception {
    node.removeNode();
    Preferences.userRoot().flush();
  }

  @Test
  void whatTheStoreCannotHoldIsLeftOutAndTheRestIsKept() throws Exception {
    var settings = Settings.ofUser(node);
    settings.list(
        "texts",
        List.of(
            "plain",
            "esc\u001b[31m",
            "nul\0",
            "lone\ud800",
            "none\uffff",
            "tab\tline\n",
            "\ud83d\ude00"));
    node.flush();
    node.sync();
    assertThat(settings.list("texts", 10)).containsExactly("plain", "tab\tline\n", "\ud83d\ude00");
  }

  @Test
  void aRecentFileThatIsNoNameHereDoesNotKeepTheDesktopFromStarting() {
    var settings =
        new Settings() {
          @Override
          public List<String> list(String name, int most) {
            return List.of("no\0name", "a.pcap");
          }

          @Override
          public void list(String name, List<String> texts) {}
        };
    assertThat(new RecentFiles(settings).files()).containsExactly(Path.of("a.pcap"));
  }
}
