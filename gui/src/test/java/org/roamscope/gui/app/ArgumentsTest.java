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
                Arguments.Size.NORMAL,
                null));
    assertThat(Arguments.parse())
        .isEqualTo(new Arguments(List.of(), List.of(), null, false, Arguments.Size.NORMAL, null));
  }

  @Test
  void picturesOfCaptures() {
    var expected =
        new Arguments(
            List.of(Path.of("a")), List.of(), Path.of("out"), true, Arguments.Size.NORMAL, null);
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
    var expected =
        new Arguments(
            List.of(Path.of("a")), List.of(), null, false, Arguments.Size.NORMAL, "My lab");
    assertThat(Arguments.parse("-C", "My lab", "a")).isEqualTo(expected);
    assertThat(Arguments.parse("a", "--config-profile", "My lab")).isEqualTo(expected);
    assertThat(Arguments.parse("--config-profile=My lab", "a")).isEqualTo(expected);
    assertThatThrownBy(() -> Arguments.parse("a", "-C"))
        .hasMessage("-C needs the name of a configuration profile");
  }

  @Test
  void picturesOfAnotherSize() {
    assertThat(Arguments.parse("a", "--snapshot", "out", "--size", "1920x1080").size())
        .isEqualTo(new Arguments.Size(1920, 1080));
    assertThat(Arguments.parse("a", "--snapshot=out", "--size=480x320").size())
        .hasToString("480x320");
    assertThatThrownBy(() -> Arguments.parse("a", "--size", "1920x1080"))
        .hasMessage("--size goes with --snapshot only");
    assertThatThrownBy(() -> Arguments.parse("a", "--snapshot", "out", "--size", "large"))
        .hasMessage("--size is width x height in pixels, for example 1920x1080, not large");
    assertThatThrownBy(() -> Arguments.parse("a", "--snapshot", "out", "--size=99999x320"))
        .hasMessage("--size goes from 480x320 to 7680x4320");
    assertThatThrownBy(() -> Arguments.parse("a", "--snapshot", "out", "--size=480x319"))
        .hasMessage("--size goes from 480x320 to 7680x4320");
    assertThatThrownBy(() -> Arguments.parse("a", "--snapshot", "out", "--size"))
        .hasMessage("--size needs a size");
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
