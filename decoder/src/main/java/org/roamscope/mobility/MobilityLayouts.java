package org.roamscope.mobility;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Layout;

/** The definition of every Mobility Header message. */
public final class MobilityLayouts {
  private static final Map<Integer, Layout> MESSAGES = table();

  private MobilityLayouts() {}

  /**
   * Definitions by MH Type, complete for the types of the registry. Where a type has an indication
   * and an acknowledgement (16 and 21) it is what both have in common; see {@link #all()}.
   */
  public static Map<Integer, Layout> messages() {
    return MESSAGES;
  }

  /** The header and everything that stands in it except options, for the catalogue of fields. */
  public static List<Layout> all() {
    List<Layout> all = new ArrayList<>();
    all.add(MobilityHeader.WIRE);
    all.addAll(MESSAGES.values());
    all.add(HomeAgentAddress.WIRE);
    all.add(BindingRevocation.INDICATION);
    all.add(BindingRevocation.ACKNOWLEDGEMENT);
    all.add(FlowBinding.INDICATION);
    all.add(FlowBinding.ACKNOWLEDGEMENT);
    all.add(UnknownMobilityMessage.WIRE);
    return List.copyOf(all);
  }

  /** The definition for the message in a Mobility Header, or null when its type is not known. */
  static @Nullable Layout message(Slice whole) {
    int type = MobilityHeader.TYPE.getInt(whole);
    return switch (type) {
      case 16 -> BindingRevocation.of(whole);
      case 21 -> FlowBinding.of(whole);
      default -> MESSAGES.get(type);
    };
  }

  private static Map<Integer, Layout> table() {
    Map<Integer, Layout> table = new TreeMap<>();
    table.put(0, BindingRefreshRequest.WIRE);
    table.put(1, HomeTestInit.WIRE);
    table.put(2, CareOfTestInit.WIRE);
    table.put(3, HomeTest.WIRE);
    table.put(4, CareOfTest.WIRE);
    table.put(5, BindingUpdate.WIRE);
    table.put(6, BindingAcknowledgement.WIRE);
    table.put(7, BindingError.WIRE);
    table.put(8, FastHandover.UPDATE);
    table.put(9, FastHandover.ACKNOWLEDGMENT);
    table.put(10, FastHandover.NEIGHBOR_ADVERTISEMENT);
    table.put(11, OtherMessages.EXPERIMENTAL);
    table.put(12, HomeAgentSwitch.WIRE);
    table.put(13, OtherMessages.HEARTBEAT);
    table.put(14, FastHandover.INITIATE);
    table.put(15, FastHandover.ACKNOWLEDGE);
    table.put(16, BindingRevocation.OTHER);
    table.put(17, LocalizedRouting.INITIATION);
    table.put(18, LocalizedRouting.ACKNOWLEDGMENT);
    table.put(19, UpdateNotification.NOTIFICATION);
    table.put(20, UpdateNotification.ACKNOWLEDGEMENT);
    table.put(21, FlowBinding.OTHER);
    table.put(22, MulticastSubscription.QUERY);
    table.put(23, MulticastSubscription.RESPONSE);
    return Collections.unmodifiableMap(table);
  }
}
