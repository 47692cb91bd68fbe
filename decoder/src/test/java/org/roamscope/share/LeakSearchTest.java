package org.roamscope.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.capture.Frame;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.field.IpAddress;

/** What was replaced is found where it is left. */
class LeakSearchTest {
  private final Pseudonyms names = new Pseudonyms(KeyMaterial.copyOf(new byte[32]));

  private static Frame frame(byte[] octets) {
    return new Frame(1, 0, 1, 0, octets.length, octets, List.of());
  }

  private static byte[] at(int place, byte[] octets) {
    byte[] frame = new byte[64];
    System.arraycopy(octets, 0, frame, place, octets.length);
    return frame;
  }

  @Test
  void aLongNameIsFoundAnywhere() {
    byte[] address = IpAddress.parse("2400:1::7").bytes();
    names.address(IpAddress.parse("2400:1::7"));
    LeakSearch search = new LeakSearch(names.names());
    assertThat(search.in(frame(at(8, address)), frame(at(30, address))))
        .containsExactly("frame 1 still holds an original address at octet 30");
    assertThat(search.in(frame(at(8, address)), frame(new byte[64]))).isEmpty();
  }

  @Test
  void aShortNameIsFoundWhereItStood() {
    byte[] address = IpAddress.parse("203.0.113.9").bytes();
    names.address(IpAddress.parse("203.0.113.9"));
    LeakSearch search = new LeakSearch(names.names());
    assertThat(search.in(frame(at(8, address)), frame(at(8, address)))).hasSize(1);
    assertThat(search.in(frame(at(8, address)), frame(at(30, address)))).isEmpty();
  }

  @Test
  void theImsiInAnNaiIsFoundByItself() {
    names.text("0262019876543210@realm.example".getBytes(StandardCharsets.US_ASCII));
    LeakSearch search = new LeakSearch(names.names());
    byte[] imsi = "0262019876543210".getBytes(StandardCharsets.US_ASCII);
    assertThat(search.in(frame(new byte[64]), frame(at(5, imsi))))
        .containsExactly("frame 1 still holds an original text at octet 5");
  }
}
