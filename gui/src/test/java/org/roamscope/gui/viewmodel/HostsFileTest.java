package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;

class HostsFileTest {
  private static Map<String, String> names(HostsFile file) {
    return file.names().entrySet().stream()
        .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
  }

  @Test
  void readsWhatEtcHostsHolds() {
    var file =
        HostsFile.parse(
            """
            # the lab
            127.0.0.1\tlocalhost
            192.0.2.1   ha1.example  ha1 # home agent
              2001:DB8:0::A1 alice

            fe80::1%eth0 router
            ::ffff:192.0.2.7 mapped
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(names(file))
        .containsOnly(
            Map.entry("127.0.0.1", "localhost"),
            Map.entry("192.0.2.1", "ha1.example"),
            Map.entry("2001:db8::a1", "alice"),
            Map.entry("fe80::1", "router"),
            Map.entry("::ffff:c000:207", "mapped"));
  }

  @Test
  void namesTheLineThatIsWrongAndKeepsTheRest() {
    var file =
        HostsFile.parse(
            "alice 192.0.2.1\n192.0.2.2\n192.0.2.3 bob\n1.2.3.256 x\n"
                + "2001:db8::/32 net\n192.0.2.3 carol\n192.0.2.3 bob\n192.0.2.4 "
                + "x".repeat(256)
                + "\n192.0.2.5 b\ufffdb\n::ffff:1.2.3 y\n");
    assertThat(names(file)).containsOnly(Map.entry("192.0.2.3", "bob"));
    assertThat(file.problems())
        .containsExactly(
            "line 1: alice is no IP address",
            "line 2: no name stands after 192.0.2.2",
            "line 4: 1.2.3.256 is no IP address",
            "line 5: 2001:db8::/32 is no IP address",
            "line 6: 192.0.2.3 has a name already, from line 3",
            "line 8: the name has more than 255 characters",
            "line 9: the name is not UTF-8",
            "line 10: ::ffff:1.2.3 is no IP address");
  }

  @Test
  void stopsAtTheLimit() {
    String many =
        IntStream.rangeClosed(0, HostsFile.MAX_NAMES + 5)
            .mapToObj(i -> new IpAddress(1, i, false) + " n" + i)
            .collect(Collectors.joining("\n"));
    var file = HostsFile.parse(many);
    assertThat(file.names()).hasSize(HostsFile.MAX_NAMES);
    assertThat(file.problems())
        .containsExactly("line 100001 and those after it are too many: 100000 names");
  }
}
