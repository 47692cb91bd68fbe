package org.roamscope.cli.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyReaderTest {
  private static List<Key> keys(String sent) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8));
    KeyReader reader = new KeyReader(in);
    List<Key> keys = new ArrayList<>();
    while (in.available() > 0) {
      reader.next().ifPresent(keys::add);
    }
    return keys;
  }

  @Test
  void knowsTheKeysOfBothModesOfTheCursor() throws IOException {
    assertThat(keys("\033[A\033OB\033[5~\033[6~\033[H\033OF\033[1~\033[4~"))
        .containsExactly(
            Key.Named.UP,
            Key.Named.DOWN,
            Key.Named.PAGE_UP,
            Key.Named.PAGE_DOWN,
            Key.Named.HOME,
            Key.Named.END,
            Key.Named.HOME,
            Key.Named.END);
    assertThat(keys("\r\n\177\b"))
        .containsExactly(
            Key.Named.ENTER, Key.Named.ENTER, Key.Named.BACKSPACE, Key.Named.BACKSPACE);
  }

  @Test
  void readsCharactersOfEveryLength() throws IOException {
    assertThat(keys("q\u00e9\u20ac\ud83d\ude00"))
        .containsExactly(
            new Key.Typed('q'), new Key.Typed(0xe9), new Key.Typed(0x20ac), new Key.Typed(0x1f600));
  }

  @Test
  void anEscapeAloneIsAKeyAndWhatIsNotKnownIsPassedOver() throws IOException {
    assertThat(keys("\033")).containsExactly(Key.Named.ESCAPE);
    assertThat(keys("\033[15~\033[1;5C\001x")).containsExactly(new Key.Typed('x'));
  }

  @Test
  void theEndIsAnErrorAndNotAKey() {
    assertThatThrownBy(() -> new KeyReader(new ByteArrayInputStream(new byte[0])).next())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("terminal");
  }
}
