package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.field.FieldSource;
import org.roamscope.filter.Filter;

/** The rules that are switched on and understood, compiled. Immutable; any thread may ask. */
final class ColourMatcher {
  /** No rule matches. */
  static final int NONE = -1;

  private record Compiled(int rule, Filter filter) {}

  private final List<Compiled> filters;
  private final Set<String> fields = new LinkedHashSet<>();

  /** Compiles rules; those that are off or not understood never match. */
  ColourMatcher(List<ColourRule> rules) {
    List<Compiled> compiled = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      ColourRule rule = rules.get(i);
      Filter filter = rule.enabled() ? FilterState.of(rule.filter()).filter() : null;
      if (filter != null) {
        compiled.add(new Compiled(i, filter));
        fields.addAll(filter.fields());
      }
    }
    filters = List.copyOf(compiled);
  }

  /** The first rule that matches a packet, from 0; {@link #NONE} when none does. */
  int first(FieldSource packet) {
    for (Compiled one : filters) {
      if (one.filter().matches(packet)) {
        return one.rule();
      }
    }
    return NONE;
  }

  /** Fields that are asked for. */
  Set<String> fields() {
    return fields;
  }

  /** True when an audit can change the answer. */
  boolean needsAudit() {
    return fields.stream().anyMatch(DecodeCatalog.audited()::contains);
  }

  boolean isEmpty() {
    return filters.isEmpty();
  }
}
