package org.roamscope.decode.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.roamscope.field.CodePoints;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldInfo;

/** The text of {@code docs/reference/fields.md}: every field, ours first, and its values. */
public final class FieldsReference {
  private static final String OURS = "roam";

  private final Set<String> audited;
  private final Map<CodePoints, String> anchors = new HashMap<>();
  private final List<CodePoints> registries = new ArrayList<>();
  private final Map<String, Integer> titles = new HashMap<>();
  private final StringBuilder page = new StringBuilder(100_000);

  private FieldsReference(Set<String> audited) {
    this.audited = audited;
  }

  /**
   * The page as Markdown, LF line ends, a final line end. Same catalogue, same bytes.
   *
   * @param catalog all fields
   * @param audited names of those that need the audit
   */
  public static String markdown(FieldCatalog catalog, Set<String> audited) {
    FieldsReference reference = new FieldsReference(audited);
    reference.fields(catalog.all());
    reference.values();
    return reference.page.toString();
  }

  private void fields(Collection<FieldCatalog.Entry> all) {
    page.append("# Fields\n\n");
    page.append("Made from the code: every field that a display filter or an output can name.\n");
    page.append("Names that Wireshark has mean what they mean there; `roam.*` is ours.\n\n");
    Map<String, List<FieldCatalog.Entry>> byProtocol = new LinkedHashMap<>();
    byProtocol.put(OURS, new ArrayList<>());
    for (FieldCatalog.Entry entry : all) {
      byProtocol
          .computeIfAbsent(CatalogListing.parent(entry.name()), name -> new ArrayList<>())
          .add(entry);
    }
    byProtocol.forEach(this::protocol);
  }

  private void protocol(String name, List<FieldCatalog.Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    page.append("## ").append(name).append("\n\n");
    if (name.equals(OURS)) {
      page.append("Fields marked *audit* need the audit of the whole capture first.\n\n");
    }
    page.append("| name | label | type | base | values | source |\n|---|---|---|---|---|---|\n");
    for (FieldCatalog.Entry entry : entries) {
      FieldInfo info = entry.info();
      row(
          "`" + info.name() + "`" + (audited.contains(info.name()) ? " *audit*" : ""),
          cell(info.label()),
          CatalogListing.typeName(info.type()),
          CatalogListing.base(info),
          values(entry),
          sources(entry));
    }
    page.append('\n');
  }

  private String values(FieldCatalog.Entry entry) {
    List<String> links = new ArrayList<>();
    for (FieldInfo variant : entry.variants()) {
      CodePoints names = variant.names();
      if (names != null) {
        String link = "[" + cell(names.title()) + "](#" + anchor(names) + ")";
        if (!links.contains(link)) {
          links.add(link);
        }
      }
    }
    return String.join(", ", links);
  }

  private static String sources(FieldCatalog.Entry entry) {
    return String.join(
        "; ",
        entry.variants().stream()
            .map(variant -> cell(variant.clause().toString()))
            .distinct()
            .toList());
  }

  /**
   * Several registries may have one title: those after the first get a number, as on the forges.
   */
  private String anchor(CodePoints names) {
    return anchors.computeIfAbsent(
        names,
        key -> {
          registries.add(key);
          String slug =
              ("values: " + key.title())
                  .toLowerCase(Locale.ROOT)
                  .replaceAll("[^a-z0-9 _-]", "")
                  .replace(' ', '-');
          int before = titles.merge(slug, 1, Integer::sum) - 1;
          return before == 0 ? slug : slug + "-" + before;
        });
  }

  private void values() {
    for (CodePoints names : registries) {
      page.append("## Values: ").append(cell(names.title())).append("\n\n");
      page.append("| value | name | source |\n|---|---|---|\n");
      for (CodePoints.CodePoint point : names.all()) {
        row(
            Long.toUnsignedString(point.number()),
            cell(point.name()),
            cell(point.clause().toString()));
      }
      page.append('\n');
    }
    page.setLength(page.length() - 1);
  }

  private void row(String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
