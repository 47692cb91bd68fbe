package org.roamscope.dissect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.field.FieldValue;

/** Field values of a dissected frame, in the order of the detail tree. */
public final class Fields {
  private final Predicate<FieldInfo> wanted;
  private final Map<String, List<Occurrence>> found = new HashMap<>();

  private Fields(Predicate<FieldInfo> wanted) {
    this.wanted = wanted;
  }

  /**
   * Collects values.
   *
   * @param wanted says of which fields; the values of others are not read
   * @return values by filter name
   */
  public static Map<String, List<Occurrence>> of(
      Dissection dissection, Predicate<FieldInfo> wanted) {
    Fields fields = new Fields(wanted);
    Map<String, Integer> layers = new HashMap<>();
    for (Element element : dissection.shown()) {
      int layer = layers.merge(element.layout().prefix(), 1, Integer::sum);
      fields.collect(element, layer, 0);
    }
    return fields.found;
  }

  /** True when the structure holds the field; an empty remainder is no field. */
  public static boolean shown(Field field, Slice slice) {
    return field.in(slice) && (field.bits() > 0 || slice.length() > field.bit() / 8);
  }

  private void collect(Element element, int layer, int depth) {
    Slice slice = element.slice();
    FieldInfo self = element.layout().self();
    if (self != null && wanted.test(self)) {
      put(self, new FieldValue.Octets(slice), layer);
    }
    for (Field field : element.layout().fields()) {
      if (wanted.test(field.info()) && shown(field, slice)) {
        put(field.info(), field.value(slice), layer);
      }
    }
    for (Derived field : element.layout().derived()) {
      if (wanted.test(field.info())) {
        FieldValue value = element.derived(field);
        if (value != null) {
          put(field.info(), value, layer);
        }
      }
    }
    if (depth < DetailNode.MAX_DEPTH) {
      for (Element part : element.parts()) {
        collect(part, layer, depth + 1);
      }
    }
  }

  private void put(FieldInfo info, FieldValue value, int layer) {
    found
        .computeIfAbsent(info.name(), name -> new ArrayList<>())
        .add(new Occurrence(info, value, layer));
  }
}
