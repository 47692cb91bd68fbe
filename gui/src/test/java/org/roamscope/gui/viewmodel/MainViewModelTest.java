package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainViewModelTest {
  @TempDir private Path folder;

  private final MainViewModel model = new MainViewModel(Runnable::run, Runnable::run);

  @Test
  void anEmptyWindowSaysSo() {
    assertThat(model.title().getValue()).isEqualTo("Roamscope");
    assertThat(model.status().getValue()).isEqualTo("No capture chosen");
    assertThat(model.size().getValue()).isEmpty();
    assertThat(model.auditCommand().getValue()).isEqualTo("./roamscope audit FILE");
  }

  @Test
  void aChosenFileIsShownWithPathSizeAndCommand() throws IOException {
    var file = Files.write(folder.resolve("it's a move.pcap"), new byte[1234]);
    model.open(file);
    assertThat(model.title().getValue()).isEqualTo("it's a move.pcap - Roamscope");
    assertThat(model.status().getValue()).isEqualTo(file.toString());
    assertThat(model.size().getValue()).isEqualTo("1.2 kB");
    assertThat(model.auditCommand().getValue())
        .isEqualTo("./roamscope audit '" + folder + "/it'\\''s a move.pcap'");
  }

  @Test
  void whatCannotBeOpenedSaysWhy() {
    model.open(folder.resolve("gone.pcap"));
    assertThat(model.status().getValue())
        .isEqualTo("Cannot open, there is no such file: " + folder + "/gone.pcap");
    model.open(folder);
    assertThat(model.status().getValue()).startsWith("Cannot open, it is a folder: ");
    assertThat(model.title().getValue()).isEqualTo("Roamscope");
    assertThat(model.size().getValue()).isEmpty();
  }

  @Test
  void aNameThatHidesCharactersIsShownAndNotOfferedToTheShell() throws IOException {
    model.open(Files.write(folder.resolve("a\u202Epacp.exe\n"), new byte[1]));
    assertThat(model.status().getValue()).isEqualTo(folder + "/a\uFFFDpacp.exe\uFFFD");
    assertThat(model.auditCommand().getValue()).isEqualTo("./roamscope audit FILE");
  }

  @Test
  void theLastChoiceWinsWhateverTheDiskDoes() throws IOException {
    Deque<Runnable> disk = new ArrayDeque<>();
    var slow = new MainViewModel(disk::add, Runnable::run);
    slow.open(Files.write(folder.resolve("first"), new byte[1]));
    var second = Files.write(folder.resolve("second"), new byte[2]);
    slow.open(second);
    disk.removeLast().run();
    disk.removeLast().run();
    assertThat(slow.selection().get()).isEqualTo(new Selection.Capture(second, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "1234567890, 1.2 GB",
    "9223372036854775807, 9.2 EB"
  })
  void sizesReadWell(long bytes, String text) {
    assertThat(Wording.size(bytes)).isEqualTo(text);
  }
}
