package org.roamscope.mobility;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The shapes of all mobility options, by type: 1 to 70. Pad1 has none, it is a lone octet. */
final class OptionShapes {
  private static final Map<Integer, OptionShape> BY_TYPE = collect();

  private OptionShapes() {}

  private static Map<Integer, OptionShape> collect() {
    Map<Integer, OptionShape> all = new TreeMap<>();
    for (Map<Integer, OptionShape> family :
        List.of(
            CoreOptions.shapes(),
            IdentityOptions.shapes(),
            FastHandoverOptions.shapes(),
            ProxyOptions.shapes(),
            Ipv4SupportOptions.shapes(),
            FlowOptions.shapes(),
            RedirectOptions.shapes(),
            ServiceOptions.shapes(),
            MulticastOptions.shapes(),
            DistributedOptions.shapes())) {
      family.forEach((type, shape) -> {
        if (all.put(type, shape) != null) {
          throw new IllegalStateException("mobility option " + type + " twice");
        }
      });
    }
    return Collections.unmodifiableMap(all);
  }

  static Map<Integer, OptionShape> all() {
    return BY_TYPE;
  }

  /** The shape, or null for a type that nobody registered. */
  static @Nullable OptionShape find(int type) {
    return BY_TYPE.get(type);
  }
}
