package org.roamscope.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.roamscope.dissect.PacketLayouts;
import org.roamscope.field.Field;
import org.roamscope.field.FieldType;

/** What becomes of every field that the dissector knows. */
class TreatmentTest {
  private static List<Field> fields() {
    return PacketLayouts.all().stream()
        .flatMap(layout -> layout.fields().stream())
        .filter(field -> !field.hidden())
        .toList();
  }

  @Test
  void everyNameInTheListsIsAField() {
    Set<String> known =
        fields().stream()
            .map(field -> field.filterName().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).containsAll(Treatment.listed());
  }

  @Test
  void noAddressNorTextStaysUnlessItIsAMask() {
    for (Field field : fields()) {
      boolean named =
          Set.of(FieldType.IPV4, FieldType.IPV6, FieldType.ETHER, FieldType.STRING)
              .contains(field.type());
      if (named && Treatment.of(field) == Treatment.KEPT) {
        assertThat(field.filterName()).containsAnyOf("mask", "subnet");
      }
    }
  }

  @Test
  void everyChecksumIsMadeAnew() {
    assertThat(fields())
        .filteredOn(
            field -> field.filterName().endsWith("checksum") || field.filterName().endsWith("csum"))
        .filteredOn(field -> field.bits() >= 16)
        .isNotEmpty()
        .allMatch(field -> Treatment.of(field) == Treatment.SUM);
  }
}
