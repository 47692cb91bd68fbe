package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.gui.viewmodel.KeysViewModel.Line;

class KeysViewModelTest {
  @TempDir private Path folder;

  private final MainViewModel main =
      new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
  private final KeysViewModel model = main.keyFiles();

  private static Path recorded(String name) {
    return Path.of(Objects.requireNonNull(System.getProperty("roamscope.root")))
        .resolve("samples/recorded")
        .resolve(name);
  }

  @Test
  void withoutKeysItSaysWhatToFetch() {
    main.open(List.of(recorded("protected-signalling.pcap")));
    model.check();
    assertThat(model.lines()).isNotEmpty().allSatisfy(line -> assertThat(line.opened()).isZero());
    assertThat(model.lines()).extracting(Line::fetch).anyMatch(text -> !text.isEmpty());
    assertThat(model.said().get()).endsWith("of which these keys open 0.");
  }

  @Test
  void keysAreCheckedAndThenUsed() {
    main.open(List.of(recorded("protected-signalling.pcap")));
    model.add(List.of(recorded("protected-signalling.keys")));
    assertThat(model.lines()).extracting(Line::opened).anyMatch(opened -> opened > 0);
    assertThat(model.lines())
        .extracting(Line::keys)
        .anyMatch(text -> text.contains("protected-signalling.keys"));
    assertThat(main.hasKeys()).isFalse();
    String before = main.headline().get();
    model.apply();
    assertThat(main.hasKeys()).isTrue();
    assertThat(main.headline().get()).isNotEqualTo(before).doesNotContain("INCONCLUSIVE");
  }

  @Test
  void aWrongFileIsNamedAndCannotBeUsed() throws IOException {
    Path wrong = Files.writeString(folder.resolve("esp_sa"), "not a key\n");
    main.open(List.of(recorded("protected-signalling.pcap")));
    model.add(List.of(wrong));
    assertThat(model.usable().get()).isFalse();
    assertThat(model.said().get()).startsWith("These keys cannot be used:").contains("esp_sa");
    model.apply();
    assertThat(main.hasKeys()).isFalse();
    model.remove(wrong);
    assertThat(model.usable().get()).isTrue();
    assertThat(model.files()).isEmpty();
  }

  @Test
  void ofTheFolderOfWiresharkOnlyItsTablesCount() throws IOException {
    Files.writeString(folder.resolve("preferences"), "not a key\n");
    Map<String, String> environment = Map.of("WIRESHARK_CONFIG_DIR", folder.toString());
    model.addWireshark(environment, folder);
    model.addWireshark(environment, folder);
    assertThat(model.files()).containsExactly(folder);
    assertThat(model.said().get()).startsWith("No capture is open");
    Files.writeString(folder.resolve("esp_sa"), "not a key\n");
    model.check();
    assertThat(model.said().get()).contains("esp_sa").doesNotContain("preferences");
  }

  @Test
  void noKeyIsEverShown() throws IOException {
    main.open(List.of(recorded("protected-signalling.pcap")));
    model.add(List.of(recorded("protected-signalling.keys")));
    String shown = model.said().get() + model.lines();
    List<String> secrets = new ArrayList<>();
    try (Stream<Path> files = Files.list(recorded("protected-signalling.keys"))) {
      for (Path file : files.toList()) {
        for (String word : Files.readString(file).split("[^0-9a-fA-F]+", -1)) {
          if (word.length() >= 32) {
            secrets.add(word);
          }
        }
      }
    }
    assertThat(secrets)
        .isNotEmpty()
        .allSatisfy(secret -> assertThat(shown).doesNotContainIgnoringCase(secret));
  }
}
