package org.roamscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptStreamTest {
  private static final byte[] OCTETS =
      "a capture, more or less".getBytes(StandardCharsets.US_ASCII);

  private static KeptStream stream(long most) {
    return new KeptStream(() -> new ByteArrayInputStream(OCTETS), most);
  }

  @Test
  void aShortOneIsReadAgain() throws IOException {
    KeptStream stream = stream(OCTETS.length);
    assertThat(stream.again()).isFalse();
    try (InputStream in = stream.open()) {
      assertThat(in.read()).isEqualTo('a');
      assertThat(in.readAllBytes()).hasSize(OCTETS.length - 1);
    }
    assertThat(stream.again()).isTrue();
    assertThat(stream.open().readAllBytes()).isEqualTo(OCTETS);
    assertThat(stream.open().readAllBytes()).isEqualTo(OCTETS);
  }

  @Test
  void aLongOneIsNot() throws IOException {
    KeptStream stream = stream(OCTETS.length - 1);
    assertThat(stream.open().readAllBytes()).isEqualTo(OCTETS);
    assertThat(stream.again()).isFalse();
    assertThatThrownBy(stream::open).isInstanceOf(IOException.class);
  }

  @Test
  void neitherIsOneThatWasLeftHalfRead() throws IOException {
    KeptStream stream = stream(OCTETS.length);
    assertThat(stream.open().readNBytes(3)).hasSize(3);
    assertThat(stream.again()).isFalse();
    assertThatThrownBy(stream::open).isInstanceOf(IOException.class);
  }
}
