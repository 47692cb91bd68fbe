package org.roamscope.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TapTest {
  @Test
  void readsBackWhatItWrites() {
    List<Tap> taps =
        List.of(
            Tap.on("eth0"),
            new Tap("any", "", 96, false, 64, null),
            new Tap("wlan0", "udp port 4500", 262_144, true, 2, "IEEE802_11_RADIO"));
    List<String> arguments = taps.stream().flatMap(tap -> tap.arguments().stream()).toList();
    assertThat(Tap.of(arguments)).isEqualTo(taps);
    assertThat(Tap.of(List.of())).isEmpty();
  }

  @Test
  void refusesWhatIsNoInterface() {
    Stream.of(
            List.of("-s", "96"),
            List.of("-i"),
            List.of("-i", "a", "-x"),
            List.of("-i", "a", "-s", "x"))
        .forEach(words ->
            assertThatThrownBy(() -> Tap.of(words)).isInstanceOf(IllegalArgumentException.class));
  }
}
