package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.live.Tap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

class TapOptionsTest {
  @Command(name = "any")
  private static final class Any {
    @Spec private CommandSpec spec;
    @Mixin private TapOptions taps = new TapOptions();

    @SuppressWarnings("NullAway.Init") // picocli fills in the specification
    Any() {}
  }

  private static List<Tap> taps(String... words) {
    Any any = new Any();
    new CommandLine(any).parseArgs(words);
    return any.taps.taps(any.spec);
  }

  /** As dumpcap has it. */
  @Test
  void optionsBeforeTheFirstInterfaceAreThoseOfAll() {
    assertThat(taps("-f", "udp", "-s", "96", "-i", "eth0", "-i", "eth1"))
        .containsExactly(
            new Tap("eth0", "udp", 96, true, Tap.USUAL_BUFFER, null),
            new Tap("eth1", "udp", 96, true, Tap.USUAL_BUFFER, null));
  }

  @Test
  void optionsBehindAnInterfaceAreItsOwn() {
    assertThat(taps("-pB", "4", "-i", "eth0", "-f", "tcp", "-i", "eth1", "--linktype=RAW", "-fudp"))
        .containsExactly(
            new Tap("eth0", "tcp", Tap.MOST_SNAP_LENGTH, false, 4, null),
            new Tap("eth1", "udp", Tap.MOST_SNAP_LENGTH, false, 4, "RAW"));
    assertThat(taps("-f", "udp", "-i", "eth0", "-f", "", "-i", "eth1"))
        .extracting(Tap::filter)
        .containsExactly("", "udp");
    assertThat(taps()).isEmpty();
  }

  @Test
  void whatIsAboutNoInterfaceOrNoNumberIsRefused() {
    assertThatThrownBy(() -> taps("-f", "udp"))
        .isInstanceOf(ParameterException.class)
        .hasMessage("-f goes with an interface: -i NAME");
    assertThatThrownBy(() -> taps("-i", "eth0", "-s", "many"))
        .isInstanceOf(ParameterException.class)
        .hasMessage("-s takes a number, not 'many'");
    assertThatThrownBy(() -> taps("-s", "0", "-i", "eth0"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("-s takes 1 to 262144 octets, not 0");
    assertThatThrownBy(() -> taps("-i")).isInstanceOf(ParameterException.class);
  }

  @Test
  void theHelpNamesThemAll() {
    assertThat(new CommandLine(new Any()).getUsageMessage())
        .contains("--interface=NAME", "-f=FILTER", "-s, --snapshot-length=OCTETS", "-B", "-y, ");
  }
}
