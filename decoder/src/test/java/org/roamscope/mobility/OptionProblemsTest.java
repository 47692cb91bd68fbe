package org.roamscope.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.ORDER;
import static org.roamscope.field.ProblemKind.RESERVED;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.bytes.Span;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

/** What is said of faulty options, and that they are shown all the same. */
class OptionProblemsTest {
  private static void faulty(String hex, ProblemKind kind, String field) {
    Options read = Options.read(hex);
    assertThat(read.problems())
        .as(hex)
        .anySatisfy(problem -> {
          assertThat(problem.kind()).isEqualTo(kind);
          assertThat(problem.field()).isEqualTo(field);
        });
  }

  @Test
  void wrongLengthsAreNamedAndTheFieldsThatAreThereShown() {
    faulty("0204" + "00640000", LENGTH, "mip6.opt.len.invalid");
    assertThat(Options.read("0204" + "00640000").values("mip6.bra.interval"))
        .containsExactly("100");
    faulty("1f02" + "8000", LENGTH, "mip6.opt.len.invalid");
    Options nat = Options.read("1f02" + "8000");
    assertThat(nat.option()).isInstanceOf(UnknownMobilityOption.class);
    assertThat(nat.values("mip6.natd.f_flag")).containsExactly("1");
    faulty("2305" + "0007008000", LENGTH, "mip6.opt.len.invalid"); // 4, 8 or 20
    assertThat(Options.read("2305" + "0007008000").values("mip6.bi.bid")).containsExactly("7");
    faulty("1400", LENGTH, "mip6.opt.len.invalid"); // one or more
    faulty("2c03" + "000100", LENGTH, "mip6.opt.len.invalid"); // pairs of octets
    faulty("0806" + "05" + "aabbccddee", VALUE, "mip6.mnid.identifier"); // EUI-48 has 6
  }

  @Test
  void reservedBits() {
    faulty("1f06" + "8001" + "0000006e", RESERVED, "mip6.natd.reserved");
    faulty("1d06" + "8001" + "c0000201", RESERVED, "roam.mip6.ipv4ha.reserved");
    faulty("1e06" + "0081" + "c0000201", RESERVED, "roam.mip6.ipv4aa.reserved");
    faulty("0103" + "000001", RESERVED, "mip6.padn");
    faulty("3a06" + "01" + "00" + "02" + "000001", RESERVED, "roam.mip6.qos.reserved");
    faulty(
        "3409" + "0107" + "81" + "01" + "61" + "03" + "616263",
        RESERVED,
        "roam.mip6.acc_net_id.reserved");
    Problem problem = Options.read("1f06" + "8001" + "0000006e").problems().getFirst();
    assertThat(problem.span()).isEqualTo(new Span(17, 15));
    assertThat(Options.read("0103" + "000000").problems()).isEmpty();
  }

  @Test
  void forbiddenValues() {
    faulty("0310" + "ff020000000000000000000000000001", VALUE, "mip6.acoa.acoa");
    faulty("1d06" + "8400" + "c0000201", VALUE, "mip6.ipv4ha.preflen"); // 33
    faulty("0612" + "0081" + "00".repeat(16), VALUE, "mip6.nemo.mnp.pfl"); // 129
    faulty("1702" + "0000", VALUE, "mip6.hi");
    faulty("1802" + "0000", VALUE, "mip6.att");
    faulty("2304" + "00000000", VALUE, "mip6.bi.bid");
    faulty("2906" + "0100" + "c0000201", VALUE, "mip6.lmaa.opt_code");
    faulty("2d06" + "00000001" + "0000", VALUE, "roam.mip6.flow.fid");
    faulty("2f06" + "c000" + "c0000201", VALUE, "mip6.redir.k");
    faulty("3312" + "0040" + "00".repeat(16), VALUE, "mip6.mag_ipv6.address_length");
    faulty("3706" + "0018" + "c0000201", VALUE, "mip6.dmnp.v_flag");
  }

  @Test
  void subOptionsPastTheEnd() {
    faulty("3406" + "0209" + "12345678", LENGTH, "mip6.opt.len.invalid");
    faulty("3405" + "0103" + "80" + "09" + "61", LENGTH, "mip6.acc_net_id.net_name_len");
    faulty(
        "2d0e" + "00010002" + "0000" + "0306" + "0100" + "c0000000",
        LENGTH,
        "mip6.opt.len.invalid");
  }

  private static List<ProblemKind> message(String options) {
    List<Problem> problems = new ArrayList<>();
    OptionReader.read(Slice.of(Hex.parse("00".repeat(12) + options)), 12, problems);
    return problems.stream().map(Problem::kind).toList();
  }

  /** A message's options begin at octet 12 here. */
  @Test
  void placeOfOptions() {
    String refresh = "0202" + "0064";
    assertThat(message(refresh)).isEmpty();
    assertThat(message("00" + refresh)).containsExactly(ORDER); // 2n
    assertThat(message("0100" + "0310" + "20010db8000100000000000000000001")).isEmpty(); // 8n + 6
    assertThat(message("0310" + "20010db8000100000000000000000001")).containsExactly(ORDER);
    assertThat(message("2006" + "0000c0000201" + refresh)).isEmpty();
    assertThat(message("050400000000" + refresh)).containsExactly(ORDER); // must be last
    assertThat(message("050400000000" + "0100")).isEmpty();
    String home = "1d06" + "8000" + "c0000201";
    assertThat(message(home + home)).isEmpty(); // RFC 5555 3.1.1 allows several
  }
}
