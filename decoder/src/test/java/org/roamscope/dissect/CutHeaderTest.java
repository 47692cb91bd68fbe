package org.roamscope.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.field.ProblemKind;

/** Headers of which the first octets are there: their fields are shown, and nothing follows. */
class CutHeaderTest {
  private static final int RAW = 101;
  private static final String A = "20010db8000100000000000000000001";
  private static final String B = "20010db8000200000000000000000002";

  @ParameterizedTest
  @CsvSource({
    "45000028abcd, ip.id, 0xabcd",
    "600000000010, ipv6.plen, 16",
    "6000000000101140 A B 1194, udp.srcport, 4500",
    "6000000000103240 A B 00001001, esp.spi, 0x00001001",
    "6000000000183340 A B 3b04000000001001, ah.spi, 0x00001001",
    "6000000000183340 A B 3b040000000010010000000799, ah.sequence, 7",
    "6000000000182b40 A B 3b02020100000000, ipv6.routing.segleft, 1",
    "6000000000183c40 A B 3b0201020000c910, ipv6.dstopts.len, 2",
    "6000000000082c40 A B 3b000001, ipv6.fraghdr.more, 1",
    "6000000000108740 A B 3b0105, mip6.mhtype, 5"
  })
  void showsWhatIsThere(String octets, String field, String value) {
    Slice packet = Slice.of(Hex.parse(octets.replace("A", A).replace("B", B).replace(" ", "")), 80);
    Dissection dissection = Dissector.dissect(RAW, packet, null);
    List<Occurrence> found =
        Fields.of(dissection, info -> info.name().equals(field)).getOrDefault(field, List.of());
    assertThat(found)
        .extracting(one -> one.info().plain(one.value()))
        .as("%s in %s", field, octets)
        .containsExactly(value);
    assertThat(dissection.problems())
        .allMatch(problem ->
            problem.kind() == ProblemKind.CUT_BY_CAPTURE || problem.kind() == ProblemKind.LENGTH);
  }
}
