package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CancellableInputTest {
  @Test
  void passesEverythingThrough() throws IOException {
    byte[] octets = new byte[1_000_003];
    new Random(1).nextBytes(octets);
    try (InputStream in = new CancellableInput(new ByteArrayInputStream(octets), () -> false)) {
      assertThat(in.readAllBytes()).isEqualTo(octets);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  /** The pipe stays open and silent: cancelling ends the input, not the pipe. */
  @Test
  void endsWhenCancelled() throws IOException {
    AtomicBoolean cancelled = new AtomicBoolean();
    try (PipedOutputStream out = new PipedOutputStream();
        PipedInputStream pipe = new PipedInputStream(out)) {
      out.write(7);
      out.flush();
      InputStream in = new CancellableInput(pipe, cancelled::get);
      assertThat(in.read()).isEqualTo(7);
      cancelled.set(true);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void tellsWhyItStopped() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("device gone");
          }

          @Override
          public int read(byte[] to, int from, int count) throws IOException {
            return read();
          }
        };
    InputStream in = new CancellableInput(broken, () -> false);
    assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("device gone");
  }
}
