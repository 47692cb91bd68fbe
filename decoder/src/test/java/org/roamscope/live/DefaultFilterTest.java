package org.roamscope.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.capture.LinkType;
import org.roamscope.dissect.PlainTraffic;

/** The default filter takes what an audit needs, and leaves what it would pass over. */
class DefaultFilterTest {
  private static final Path CAPTURES =
      Path.of(System.getProperty("roamscope.root", ".."), "samples/captures");

  @BeforeAll
  static void libpcapIsThere() {
    String missing = "";
    try {
      Libpcap.compile(LinkType.ETHERNET, "ip6").passes(new byte[60]);
    } catch (LiveException e) {
      missing = String.valueOf(e.getMessage());
    }
    assumeTrue(missing.isEmpty(), missing);
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(CAPTURES)) {
      return files.filter(file -> file.toString().endsWith(".pcapng")).sorted().toList();
    }
  }

  @Test
  void passesWhatIsNotPlainTraffic() throws IOException {
    Map<Integer, Libpcap.Matcher> matchers = new TreeMap<>();
    int passed = 0;
    for (Path sample : samples()) {
      try (CaptureReader reader = CaptureReader.open(sample)) {
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
          byte[] data = frame.data();
          int dlt = frame.linkType() == LinkType.RAW ? 12 : frame.linkType();
          if (!matchers.containsKey(dlt)) {
            matchers.put(dlt, Libpcap.compile(dlt, DefaultFilter.TEXT));
          }
          if (!PlainTraffic.is(frame.linkType(), data, 0, data.length)) {
            assertThat(matchers.get(dlt).passes(data))
                .as("%s frame %d", sample.getFileName(), frame.number())
                .isTrue();
            passed++;
          }
        }
      }
    }
    assertThat(passed).isGreaterThan(1000);
  }

  @Test
  void leavesPlainTraffic() throws LiveException {
    Libpcap.Matcher matcher = Libpcap.compile(LinkType.ETHERNET, DefaultFilter.TEXT);
    byte[] tcp = new byte[80];
    tcp[12] = (byte) 0x86;
    tcp[13] = (byte) 0xdd;
    tcp[14] = 0x60;
    tcp[20] = 6;
    assertThat(matcher.passes(tcp)).isFalse();
    byte[] mobility = tcp.clone();
    mobility[20] = 60; // Destination Options before the Mobility Header
    assertThat(matcher.passes(mobility)).isTrue();
    byte[] dns = tcp.clone();
    dns[20] = 17;
    dns[57] = 53;
    assertThat(matcher.passes(dns)).isFalse();
    byte[] dsmip = dns.clone();
    dsmip[56] = (byte) (4191 >> 8);
    dsmip[57] = (byte) 4191;
    assertThat(matcher.passes(dsmip)).isTrue();
  }

  @Test
  void warnsOfAFilterThatSeesTheFirstHeaderOnly() {
    assertThat(DefaultFilter.warning("ip6 proto 135")).isPresent();
    assertThat(DefaultFilter.warning("udp or ip6 proto mobility")).isPresent();
    assertThat(DefaultFilter.warning("ip6 protochain 135")).isEmpty();
    assertThat(DefaultFilter.warning("ip6 proto 17")).isEmpty();
  }

  @Test
  void aFilterThatIsNotUnderstoodIsNamed() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> Libpcap.compile(LinkType.ETHERNET, "udp prt 1")))
        .isInstanceOf(LiveException.class)
        .hasMessageContaining("udp prt 1");
  }
}
