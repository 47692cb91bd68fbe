package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationProfilesTest {
  @TempDir private Path folder;

  private final Map<String, List<String>> kept = new HashMap<>();
  private final Settings settings =
      new Settings() {
        @Override
        public List<String> list(String name, int most) {
          return kept.getOrDefault(name, List.of());
        }

        @Override
        public void list(String name, List<String> texts) {
          kept.put(name, texts);
        }
      };
  private Path root = Path.of("");
  private MainViewModel main = model(Runnable::run);

  @BeforeEach
  void begin() {
    root = folder.resolve("config");
    main = model(Runnable::run);
  }

  private MainViewModel model(Executor background) {
    return new MainViewModel(background, Runnable::run, settings, Optional.of(root), "test");
  }

  private ConfigurationProfiles profiles() {
    return main.workspace().profiles();
  }

  private ProfileFolders folders() {
    return new ProfileFolders(root);
  }

  @Test
  void eachProfileHasItsOwnSettingsColoursAndHosts() throws IOException {
    assertThat(profiles().names()).containsExactly("Default");
    main.zoom(2);
    profiles().create("Lab");
    assertThat(profiles().current().get()).isEqualTo("Lab");
    assertThat(main.zoom().get()).isEqualTo(100);
    main.dark().set(true);
    main.workspace().colours().remove(0);
    Files.writeString(root.resolve("profiles/Lab/hosts"), "192.0.2.1 lab\n");
    main.workspace().names().on().set(true);
    assertThat(main.workspace().names().replaced("192.0.2.1")).isEqualTo("lab");
    profiles().choose("Default");
    assertThat(main.zoom().get()).isEqualTo(120);
    assertThat(main.dark().get()).isFalse();
    assertThat(main.workspace().colours().rules()).isEqualTo(DefaultColours.RULES);
    assertThat(main.workspace().names().replaced("192.0.2.1")).isEqualTo("192.0.2.1");
    profiles().choose("Lab");
    assertThat(main.dark().get()).isTrue();
    assertThat(main.workspace().colours().rules()).hasSize(DefaultColours.RULES.size() - 1);
    main = model(Runnable::run);
    assertThat(profiles().current().get()).isEqualTo("Lab");
    assertThat(main.dark().get()).isTrue();
    assertThat(main.workspace().names().replaced("192.0.2.1")).isEqualTo("lab");
  }

  @Test
  void aProfileForOneRunIsNotTheNextOne() {
    profiles().create("Lab");
    profiles().choose("Default");
    profiles().chooseOnce("lab");
    assertThat(profiles().current().get()).isEqualTo("Lab");
    main = model(Runnable::run);
    assertThat(profiles().current().get()).isEqualTo("Default");
    profiles().chooseOnce("none");
    assertThat(profiles().said().get()).isEqualTo("There is no profile none.");
    assertThat(profiles().current().get()).isEqualTo("Default");
  }

  @Test
  void areCopiedRenamedAndDeleted() {
    main.zoom(2);
    profiles().copy("Default", "Site A");
    assertThat(main.zoom().get()).isEqualTo(120);
    profiles().rename("Site A", "Site B");
    assertThat(profiles().names()).containsExactly("Default", "Site B");
    assertThat(profiles().current().get()).isEqualTo("Site B");
    main.zoom(1);
    profiles().rename("Site B", "site b");
    assertThat(profiles().names()).containsExactly("Default", "site b");
    assertThat(main.zoom().get()).isEqualTo(130);
    profiles().delete("site b");
    assertThat(profiles().names()).containsExactly("Default");
    assertThat(profiles().current().get()).isEqualTo("Default");
    assertThat(main.zoom().get()).isEqualTo(120);
    assertThat(root.resolve("profiles/site b")).doesNotExist();
  }

  @Test
  void whatWouldLoseSomethingIsNotDone() throws IOException {
    profiles().create("Lab");
    Path keys = Files.writeString(root.resolve("profiles/Lab/ikev2_decryption_table"), "secret");
    profiles().delete("Lab");
    assertThat(profiles().said().get()).contains("Lab is not deleted", "ikev2_decryption_table");
    assertThat(keys).exists();
    profiles().create("LAB");
    assertThat(profiles().said().get()).contains("There is a profile LAB already");
    profiles().rename("Default", "Mine");
    profiles().delete("Default");
    assertThat(profiles().said().get()).contains("Default is always there");
    for (String name : List.of("", " a", "a/b", "..", ".a", "a\\b", "a:b", "a\u202eb", "default")) {
      assertThat(profiles().refusal(name)).as(name).isPresent();
    }
    assertThat(profiles().refusal("Büro 2 (LTE)")).isEmpty();
  }

  @Test
  void travelAsAnArchiveWithoutWhatIsNotTheirs() throws IOException {
    main.zoom(2);
    profiles().create("Lab");
    main.dark().set(true);
    Files.writeString(root.resolve("profiles/Lab/esp_sa"), "secret");
    Path zip = folder.resolve("profiles.zip");
    profiles().exportTo(zip, List.of("Default", "Lab"));
    assertThat(profiles().said().get()).startsWith("2 profiles written to ");
    assertThat(Files.readString(zip, StandardCharsets.ISO_8859_1)).doesNotContain("esp_sa");
    profiles().importFrom(zip);
    assertThat(profiles().said().get()).isEqualTo("2 profiles imported: Default 2, Lab 2.");
    assertThat(profiles().names()).containsExactly("Default", "Default 2", "Lab", "Lab 2");
    profiles().choose("Default 2");
    assertThat(main.zoom().get()).isEqualTo(120);
    profiles().choose("Lab 2");
    assertThat(main.dark().get()).isTrue();
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path zip = folder.resolve("made.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (var entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return zip;
  }

  @Test
  void anArchiveWritesNowhereElse() throws IOException {
    byte[] rule = "@a@esp@[1,2,3][4,5,6]\n".getBytes(StandardCharsets.UTF_8);
    var done =
        folders()
            .importFrom(
                zip(
                    Map.of(
                        "../colorfilters", rule,
                        "../../evil/hosts", rule,
                        "/hosts", rule,
                        "profiles/Work/colorfilters", rule,
                        "Work/ikev2_decryption_table", rule,
                        "a:b/hosts", rule)));
    assertThat(done.made()).containsExactlyInAnyOrder("evil", "Work");
    assertThat(done.left()).isEqualTo(4);
    try (var all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()))
          .containsExactlyInAnyOrder(
              "made.zip", "config/profiles/evil/hosts", "config/profiles/Work/colorfilters");
    }
  }

  @Test
  void anArchiveThatIsTooLargeChangesNothing() throws IOException {
    Path large = zip(Map.of("A/hosts", new byte[(1 << 20) + 1]));
    assertThatThrownBy(() -> folders().importFrom(large)).hasMessageContaining("more than 1048576");
    Map<String, byte[]> many = new HashMap<>();
    IntStream.range(0, 201).forEach(i -> many.put("P" + i + "/hosts", new byte[0]));
    Path crowd = zip(many);
    assertThatThrownBy(() -> folders().importFrom(crowd)).hasMessageContaining("200 profiles");
    Path none = zip(Map.of("readme", new byte[3]));
    assertThatThrownBy(() -> folders().importFrom(none)).hasMessageContaining("no profile is in");
    assertThat(folders().names()).containsExactly("Default");
  }

  @Test
  void theLastChoiceCountsAndNothingIsReadByTheWindow() {
    profiles().create("A");
    main.zoom(1);
    profiles().create("B");
    main.zoom(2);
    var waiting = new ArrayDeque<Runnable>();
    main = model(waiting::add);
    profiles().choose("A");
    profiles().choose("B");
    assertThat(profiles().current().get()).isEqualTo("B");
    profiles().choose("A");
    profiles().choose("Default");
    assertThat(main.zoom().get()).isEqualTo(120);
    while (!waiting.isEmpty()) {
      waiting.pollLast().run();
    }
    assertThat(profiles().current().get()).isEqualTo("Default");
    assertThat(main.zoom().get()).isEqualTo(100);
  }
}
