package org.roamscope.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

class MobilityOptionRulesTest {
  private static final String UPDATE = "0001" + "c000" + "0001";
  private static final String ALTERNATE = "0310" + "20010db8000100000000000000000001";
  private static final String NONCES = "0404" + "0001" + "0002";
  private static final String AUTHENTICATOR = "050c" + "000102030405060708090a0b";

  private final List<Problem> problems = new ArrayList<>();

  private List<String> read(int type, String data) {
    Messages.read(type, data, problems);
    return problems.stream()
        .map(problem -> problem.kind() + " at " + problem.span().firstByte())
        .toList();
  }

  @Test
  void anAlternateCareOfAddressMayStandOnce() {
    assertThat(read(5, UPDATE + "0100" + ALTERNATE + "010400000000" + ALTERNATE + "0100"))
        .containsExactly("DUPLICATE at 38");
  }

  /** RFC 5555 section 3.1.1: one for the address, one for a prefix; padding counts for nothing. */
  @Test
  void ipv4HomeAddressMayStandTwice() {
    String option = "1d06" + "8000" + "c0000201";
    assertThat(read(5, UPDATE + option + "0100" + "0100" + option)).isEmpty();
  }

  /** RFC 6275 section 6.2.4: in a Binding Acknowledgement; RFC 5142: in a Home Agent Switch. */
  @ParameterizedTest
  @CsvSource({"5, 0001c0000001, false", "6, 000000010001, true", "12, 0000, true"})
  void refreshAdviceHasItsMessages(int type, String fixed, boolean valid) {
    assertThat(read(type, fixed + "0202" + "0001").isEmpty()).isEqualTo(valid);
    assertThat(problems).allMatch(problem -> problem.kind() == ProblemKind.ORDER);
    assertThat(problems).allMatch(problem -> problem.text().contains("RFC 6275 6.2.4"));
  }

  @Test
  void aFastBindingUpdateCarriesTheNewCareOfAddress() {
    assertThat(read(8, UPDATE + "0100" + ALTERNATE)).isEmpty();
    assertThat(read(14, "00010000" + "01020000" + ALTERNATE)).containsExactly("ORDER at 14");
  }

  @Test
  void nonceIndicesNeedAuthorizationData() {
    assertThat(read(5, UPDATE + NONCES + "0000")).containsExactly("ORDER at 12");
    problems.clear();
    assertThat(read(5, UPDATE + NONCES + AUTHENTICATOR)).isEmpty();
  }

  /** The authorization may be in what the capture left out. */
  @Test
  void nonceIndicesInACutMessageAreNoFault() {
    byte[] octets = Messages.message(5, UPDATE + NONCES + AUTHENTICATOR);
    Slice cut = Slice.of(Arrays.copyOf(octets, 18), octets.length);
    MobilityDissector.dissect(cut, Messages.HOME, Messages.AGENT, problems);
    assertThat(problems).extracting(Problem::kind).containsOnly(ProblemKind.CUT_BY_CAPTURE);
  }

  @Test
  void authorizationDataComesLast() {
    assertThat(read(5, UPDATE + AUTHENTICATOR + "0104" + "00000000"))
        .containsExactly("ORDER at 12");
  }

  @Test
  void natDetectionIsNoOptionOfABindingUpdate() {
    assertThat(read(5, UPDATE + "1f06" + "0000" + "0000006e")).containsExactly("ORDER at 12");
    problems.clear();
    assertThat(read(6, "00000001" + "0001" + "1f06" + "0000" + "0000006e")).isEmpty();
  }

  /** Nobody knows how often an option of tomorrow may stand. */
  @Test
  void unknownOptionsMayStandAnywhere() {
    assertThat(read(5, UPDATE + "c8020000" + "c8020000")).isEmpty();
  }
}
