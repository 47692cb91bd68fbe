package org.roamscope.gui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void filesAndKeys() {
    assertThat(Arguments.parse("a", "--keys", "k", "b", "--keys=l", "--", "--c"))
        .isEqualTo(
            new Arguments(
                List.of(Path.of("a"), Path.of("b"), Path.of("--c")),
                List.of(Path.of("k"), Path.of("l")),
                null,
                false,
                null));
    assertThat(Arguments.parse()).isEqualTo(new Arguments(List.of(), List.of(), null, false, null));
  }

  @Test
  void picturesOfCaptures() {
    var expected = new Arguments(List.of(Path.of("a")), List.of(), Path.of("out"), true, null);
    assertThat(Arguments.parse("a", "--snapshot", "out", "--force")).isEqualTo(expected);
    assertThat(Arguments.parse("--force", "--snapshot=out", "a")).isEqualTo(expected);
    assertThatThrownBy(() -> Arguments.parse("a", "--snapshot"))
        .hasMessage("--snapshot needs a folder");
    assertThatThrownBy(() -> Arguments.parse("--snapshot", "out"))
        .hasMessage("--snapshot needs a capture to show; name one");
    assertThatThrownBy(() -> Arguments.parse("a", "--force"))
        .hasMessage("--force goes with --snapshot only");
  }

  @Test
  void aConfigurationProfile() {
    var expected = new Arguments(List.of(Path.of("a")), List.of(), null, false, "My lab");
    assertThat(Arguments.parse("-C", "My lab", "a")).isEqualTo(expected);
    assertThat(Arguments.parse("a", "--config-profile", "My lab")).isEqualTo(expected);
    assertThat(Arguments.parse("--config-profile=My lab", "a")).isEqualTo(expected);
    assertThatThrownBy(() -> Arguments.parse("a", "-C"))
        .hasMessage("-C needs the name of a configuration profile");
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThatThrownBy(() -> Arguments.parse("--keys"))
        .hasMessage("--keys needs a file or a folder");
    assertThatThrownBy(() -> Arguments.parse("--fast\u001b"))
        .hasMessage("unknown option --fast\\u{1b}");
    assertThatThrownBy(() -> Arguments.parse("a\0b")).hasMessage("not a file name: a\\u{0}b");
  }
}
