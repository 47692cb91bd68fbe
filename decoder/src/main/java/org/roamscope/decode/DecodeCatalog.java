package org.roamscope.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.roamscope.dissect.PacketLayouts;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldInfo;

/** Every field that a filter or an output can name. */
public final class DecodeCatalog {
  private static final FieldCatalog FIELDS = make();

  /** What is taken apart for its signalling, and its structures. */
  private static final List<String> BEYOND_PLAIN =
      List.of("mipv6", "mip6", "isakmp", "ike", "esp", "ah");

  private DecodeCatalog() {}

  private static FieldCatalog make() {
    List<FieldInfo> others = new ArrayList<>(FrameFields.all());
    others.addAll(RoamFields.all());
    return FieldCatalog.of(PacketLayouts.all(), others);
  }

  /** The catalogue. */
  public static FieldCatalog fields() {
    return FIELDS;
  }

  /** Fields that need the audit of the whole capture before the first frame can be shown. */
  public static Set<String> audited() {
    return RoamFields.audited();
  }

  /**
   * True for fields that frames which are {@link org.roamscope.dissect.PlainTraffic} and quote
   * nothing never have; those of the audit only where it knows nothing of the frame.
   */
  public static boolean beyondPlainTraffic(String field) {
    return BEYOND_PLAIN.stream()
            .anyMatch(name -> field.equals(name) || field.startsWith(name + "."))
        || audited().contains(field);
  }
}
