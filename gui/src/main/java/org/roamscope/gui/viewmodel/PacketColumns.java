package org.roamscope.gui.viewmodel;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.roamscope.decode.output.Column;

/** The columns of the packet list: Wireshark's seven, then ours. */
public final class PacketColumns {
  /** In their order. */
  public static final List<Column> SHOWN =
      List.of(
          Column.NO,
          Column.TIME,
          Column.SOURCE,
          Column.DESTINATION,
          Column.PROTOCOL,
          Column.LENGTH,
          Column.INFO,
          Column.HOA,
          Column.COA,
          Column.K,
          Column.FINDING,
          Column.UE,
          Column.RESPONSE);

  /** Those whose texts are written down while reading: what follows from the frames so far. */
  static final List<Column> STORED =
      List.of(
          Column.SOURCE,
          Column.DESTINATION,
          Column.PROTOCOL,
          Column.LENGTH,
          Column.INFO,
          Column.HOA,
          Column.COA,
          Column.K);

  /** Those that show names in the place of addresses. */
  public static final Set<Column> NAMED =
      Collections.unmodifiableSet(
          EnumSet.of(Column.SOURCE, Column.DESTINATION, Column.HOA, Column.COA, Column.UE));

  private PacketColumns() {}
}
