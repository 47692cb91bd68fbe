package org.roamscope.mobility;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roamscope.field.Layout;

/** Layouts of the mobility options and of what is inside them, for the field catalogue. */
public final class OptionLayouts {
  private OptionLayouts() {}

  /** Options by type with their variants, then structures inside options, then unknown options. */
  public static List<Layout> all() {
    List<Layout> all = new ArrayList<>();
    all.add(PadOption.PAD1);
    OptionShapes.all().values().forEach(shape -> all.addAll(shape.layouts()));
    all.addAll(AccessNetworkOptions.layouts());
    all.addAll(FlowSubOptions.LIST.layouts());
    all.addAll(FlowSubOptions.single());
    all.addAll(TrafficSelectorParts.layouts());
    all.addAll(QosAttributes.LIST.layouts());
    all.addAll(MagParameters.LIST.layouts());
    all.addAll(ContextRequests.LIST.layouts());
    all.add(UnknownMobilityOption.WIRE);
    return List.copyOf(all);
  }

  /** The layout that shows every option of a type, however long: 0 to 70. */
  public static Map<Integer, Layout> byType() {
    Map<Integer, Layout> layouts = new TreeMap<>();
    layouts.put(0, PadOption.PAD1);
    OptionShapes.all().forEach((type, shape) -> layouts.put(type, shape.layout()));
    return Collections.unmodifiableMap(layouts);
  }

  /** True when an option of the type, which is above 0, may have so many octets of data. */
  public static boolean fits(int type, int octets) {
    OptionShape shape = OptionShapes.find(type);
    return shape == null
        || octets + 2 >= shape.layout().octets() && shape.lengths().fits().test(octets);
  }

  /** The layout of an option of any type above 0. */
  static Layout of(int type) {
    OptionShape shape = OptionShapes.find(type);
    return shape == null ? UnknownMobilityOption.WIRE : shape.layout();
  }
}
