package org.roamscope.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every display filter field by name: what the filter language checks names and types against, what
 * completion offers and the reference lists. Several layouts may share a name (IKEv1 and IKEv2, a
 * header with and without SPI); they must agree on the type.
 */
public final class FieldCatalog {
  /**
   * A field and everything that is known of it.
   *
   * @param name filter name
   * @param variants one for each layout that has it, the same registry and clause once
   */
  public record Entry(String name, List<FieldInfo> variants) {
    /** The first variant: label, type and base of the field. */
    public FieldInfo info() {
      return variants.getFirst();
    }

    /** Numbers that a label stands for, by any of the registries; names are compared exactly. */
    public List<Long> numbers(String label) {
      List<Long> found = new ArrayList<>();
      for (FieldInfo variant : variants) {
        if (variant.names() != null) {
          for (CodePoints.CodePoint point : variant.names().all()) {
            if (point.name().equals(label) && !found.contains(point.number())) {
              found.add(point.number());
            }
          }
        }
      }
      return found;
    }
  }

  private final Map<String, Entry> byName;

  private FieldCatalog(Map<String, Entry> byName) {
    this.byName = byName;
  }

  /**
   * Collects fields.
   *
   * @param layouts structures with their fields
   * @param others fields that stand in no structure: of the frame, of the correlation
   * @throws IllegalStateException when two fields of one name have different types
   */
  public static FieldCatalog of(List<Layout> layouts, List<FieldInfo> others) {
    Map<String, Entry> byName = new TreeMap<>();
    for (Layout layout : layouts) {
      @Nullable FieldInfo self = layout.self();
      if (self != null) {
        put(byName, self);
      }
      layout.fields().forEach(field -> put(byName, field.info()));
      layout.derived().forEach(field -> put(byName, field.info()));
    }
    others.forEach(info -> put(byName, info));
    return new FieldCatalog(byName);
  }

  private static void put(Map<String, Entry> byName, FieldInfo info) {
    Entry known = byName.get(info.name());
    if (known == null) {
      byName.put(info.name(), new Entry(info.name(), List.of(info)));
      return;
    }
    if (known.info().type() != info.type()) {
      throw new IllegalStateException(
          info.name() + " is " + known.info().type() + " and " + info.type());
    }
    if (known.variants().stream().noneMatch(other -> same(other, info))) {
      List<FieldInfo> variants = new ArrayList<>(known.variants());
      variants.add(info);
      byName.put(info.name(), new Entry(info.name(), List.copyOf(variants)));
    }
  }

  private static boolean same(FieldInfo a, FieldInfo b) {
    return a.names() == b.names() && a.clause().equals(b.clause());
  }

  /** The field of that name, or null. */
  public @Nullable Entry find(String name) {
    return byName.get(name);
  }

  /** All fields in the order of their names. */
  public Collection<Entry> all() {
    return Collections.unmodifiableCollection(byName.values());
  }
}
