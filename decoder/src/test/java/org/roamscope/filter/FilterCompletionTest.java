package org.roamscope.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.field.FieldType;
import org.roamscope.filter.FilterCompletion.Candidate;
import org.roamscope.filter.FilterCompletion.Kind;

class FilterCompletionTest {
  private static FilterCompletion at(String text) {
    return FilterCompletion.at(text, text.length(), Bench.CATALOG);
  }

  private static List<String> texts(String text) {
    return at(text).candidates().stream().map(Candidate::text).toList();
  }

  @Test
  void namesByTheirBeginning() {
    FilterCompletion completion = at("ip and udp.s");
    assertThat(completion.from()).isEqualTo(7);
    assertThat(completion.to()).isEqualTo(12);
    assertThat(completion.candidates())
        .containsExactly(new Candidate("udp.srcport", Kind.FIELD, "udp.srcport", FieldType.UINT16));
    assertThat(texts("MIP6.BU")).containsExactly("mip6.bu.a_flag", "mip6.bu.k_flag");
    assertThat(texts("")).contains("udp", "len", "not");
    assertThat(texts("not ")).contains("udp");
    assertThat(texts("(ma")).containsExactly("max");
  }

  @Test
  void valuesOfTheFieldBefore() {
    assertThat(texts("mip6.mhtype == ")).startsWith("\"Binding Update\"");
    assertThat(texts("mip6.mhtype == \"binding a")).containsExactly("\"Binding Acknowledgement\"");
    assertThat(at("mip6.mhtype == \"binding a").from()).isEqualTo(15);
    assertThat(texts("mip6.mhtype in {5, bind")).hasSize(2);
    assertThat(texts("mip6.bu.k_flag eq T")).contains("True").doesNotContain("False");
    assertThat(texts("t.kind == 1")).containsExactly("10");
  }

  @Test
  void operatorsThatFitTheType() {
    assertThat(texts("t.text ")).contains("==", "contains", "matches").doesNotContain("&");
    assertThat(texts("udp.port ")).contains("in", "&").doesNotContain("contains");
    assertThat(texts("mip6.options ")).containsExactly("and", "or");
    assertThat(texts("udp.port == 5 ")).containsExactly("and", "or");
  }

  @Test
  void theCaretMayBeAnywhere() {
    assertThat(FilterCompletion.at("udp.s == 5", 5, Bench.CATALOG).candidates()).hasSize(1);
    assertThat(FilterCompletion.at("udp", -5, Bench.CATALOG).to()).isZero();
    assertThat(FilterCompletion.at("udp", 99, Bench.CATALOG).to()).isEqualTo(3);
  }
}
