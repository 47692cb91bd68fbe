package org.roamscope.decode.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roamscope.field.Clause;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;

/** Lists of fields, and the reference page. */
class CatalogListingTest {
  private static final FieldCatalog CATALOG =
      FieldCatalog.of(
          List.of(Toy.WIRE, Toy.Part.WIRE),
          List.of(FieldInfo.of("roam.ue", "UE", FieldType.STRING, new Clause("Ours", ""))));

  @Test
  void fields() throws IOException {
    StringBuilder out = new StringBuilder();
    new CatalogListing(CATALOG).fields(out);
    assertThat(out.toString().lines())
        .startsWith("P\tToy Protocol\ttoy", "F\tUE\troam.ue\tFT_STRING\troam\t\t0x0\tOurs")
        .contains(
            "F\tKind\ttoy.kind\tFT_UINT8\ttoy\tBASE_DEC\t0x0\tRFC 9999 1.2",
            "F\tSource\ttoy.src\tFT_IPv4\ttoy\t\t0x0\tRFC 9999 1.2",
            "F\tPart\ttoy.part\tFT_NONE\ttoy\t\t0x0\tRFC 9999 1.2",
            "F\tValue\ttoy.part.value\tFT_UINT16\ttoy\tBASE_HEX\t0x0\tRFC 9999 1.2");
  }

  @Test
  void valuesAndProtocols() throws IOException {
    StringBuilder out = new StringBuilder();
    new CatalogListing(CATALOG).values(out);
    new CatalogListing(CATALOG).protocols(out);
    assertThat(out.toString())
        .isEqualTo(
            """
            T\ttoy.a_flag\tSet\tNot set
            V\ttoy.kind\t5\tFifth | kind
            Toy Protocol\tTOY\ttoy
            """);
  }

  @Test
  void globs() throws IOException {
    assertThat(matching("toy.part")).containsExactly("toy.part", "toy.part.value");
    assertThat(matching("TOY.?????")).isEmpty();
    assertThat(matching("*.*value")).containsExactly("toy.part.value");
    assertThat(matching("t*.s?c")).containsExactly("toy.src");
    assertThat(matching("*")).hasSize(CATALOG.all().size());
    assertThat(matching("nosuch")).isEmpty();
    StringBuilder out = new StringBuilder();
    assertThat(new CatalogListing(CATALOG).matching("toy.part", out)).isEqualTo(2);
    assertThat(out.toString())
        .isEqualTo(
            """
            toy.part        FT_NONE    Part   RFC 9999 1.2
            toy.part.value  FT_UINT16  Value  RFC 9999 1.2
            """);
  }

  private static List<String> matching(String glob) throws IOException {
    StringBuilder out = new StringBuilder();
    new CatalogListing(CATALOG).matching(glob, out);
    return out.toString().lines().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  @Test
  void reference() {
    String page = FieldsReference.markdown(CATALOG, Set.of("roam.ue"));
    assertThat(page.indexOf("## roam")).isPositive().isLessThan(page.indexOf("## toy"));
    assertThat(page)
        .contains("| `roam.ue` *audit* | UE | FT_STRING |  |  | Ours |\n")
        .contains(
            "| `toy.kind` | Kind | FT_UINT8 | BASE_DEC | [Kinds](#values-kinds) | RFC 9999 1.2 |\n")
        .endsWith(
            """
            ## Values: Kinds

            | value | name | source |
            |---|---|---|
            | 5 | Fifth \\| kind | RFC 9999 1.2 |
            """);
  }
}
