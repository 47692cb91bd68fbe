package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.filter.Filter;
import org.roamscope.gui.viewmodel.FilterText.Join;

class FilterViewModelTest {
  private final List<String> applied = new ArrayList<>();
  private final FilterViewModel filter = filter(Settings.forgetful());

  private FilterViewModel filter(Settings settings) {
    return new FilterViewModel(
        settings, (Filter asked) -> applied.add(asked == null ? "" : asked.text()));
  }

  @Test
  void saysWhatTheTextIsWorth() {
    assertThat(filter.state().get()).isEqualTo(new FilterState.Empty());
    filter.text().set("mip6.bu.k_flag == 1");
    assertThat(filter.state().get().word()).isEqualTo("Valid");
    filter.text().set("mip6.bu.k_flag == 1 xor ip");
    assertThat(filter.state().get())
        .isInstanceOfSatisfying(
            FilterState.Wrong.class,
            wrong -> {
              assertThat(wrong.from()).isEqualTo(20);
              assertThat(wrong.length()).isEqualTo(3);
              assertThat(wrong.message()).contains("xor");
            });
    filter.text().set("mip6");
    assertThat(filter.state().get().message()).contains("Did you mean mipv6?");
    filter.text().set(" ");
    assertThat(filter.state().get().word()).isEmpty();
  }

  @Test
  void completesFieldsAndValues() {
    filter.text().set("mip6.bu.k_f");
    var completion = filter.completion(11);
    assertThat(completion.candidates().getFirst().text()).isEqualTo("mip6.bu.k_flag");
    assertThat(filter.complete(completion, completion.candidates().getFirst())).isEqualTo(14);
    filter.text().set("mip6.mhtype == ");
    assertThat(filter.completion(15).candidates())
        .anyMatch(candidate -> candidate.text().equals("\"Binding Update\""));
  }

  @Test
  void remembersTheLastTen() {
    for (int i = 0; i < 12; i++) {
      filter.text().set("frame.number == " + i);
      filter.apply();
    }
    filter.text().set("frame.number == 5");
    filter.apply();
    assertThat(filter.history())
        .hasSize(10)
        .startsWith("frame.number == 5", "frame.number == 11")
        .doesNotHaveDuplicates();
    assertThat(applied).hasSize(13);
  }

  @Test
  void keepsItsHistoryBetweenStarts() throws BackingStoreException {
    var node = Preferences.userRoot().node("test-" + UUID.randomUUID());
    try {
      var first = filter(Settings.ofUser(node));
      first.text().set("esp");
      first.apply();
      first.text().set("isakmp");
      first.apply();
      assertThat(filter(Settings.ofUser(node)).history()).containsExactly("isakmp", "esp");
    } finally {
      node.removeNode();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SELECTED, esp, isakmp, isakmp",
    "NOT_SELECTED, esp, isakmp, !(isakmp)",
    "AND, esp, isakmp, (esp) && (isakmp)",
    "OR, esp, isakmp, (esp) || (isakmp)",
    "AND_NOT, esp, isakmp, (esp) && !(isakmp)",
    "AND, '', isakmp, isakmp",
    "AND_NOT, '', isakmp, !(isakmp)"
  })
  void joinsFilters(Join join, String old, String added, String joined) {
    filter.text().set(old);
    filter.prepare(join, added);
    assertThat(filter.text().get()).isEqualTo(joined);
    assertThat(filter.state().get().word()).isEqualTo("Valid");
  }
}
