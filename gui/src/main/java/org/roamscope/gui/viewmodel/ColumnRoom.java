package org.roamscope.gui.viewmodel;

import java.util.List;

/** Shares the width of a table among its columns. */
public final class ColumnRoom {
  private ColumnRoom() {}

  /**
   * What a column needs, in pixels.
   *
   * @param least below that it says nothing any more
   * @param normal with that it says all it usually has to say
   * @param share of the room that is left over, for a column that may have more to say; 0 for none
   */
  public record Need(double least, double normal, double share) {
    /** The same, larger or smaller. */
    public Need times(double factor) {
      return new Need(least * factor, normal * factor, share);
    }
  }

  /**
   * Widths of columns: where room is short, all give way in proportion, down to the least; what is
   * left over goes to those that have a share in it.
   *
   * @param needs of the columns, in their order
   * @param room for all of them
   */
  public static List<Double> shared(List<Need> needs, double room) {
    double least = needs.stream().mapToDouble(Need::least).sum();
    double normal = needs.stream().mapToDouble(Need::normal).sum();
    double shares = needs.stream().mapToDouble(Need::share).sum();
    double over = Math.max(0, room - normal);
    double gives = normal > least ? Math.clamp((normal - room) / (normal - least), 0, 1) : 0;
    return needs.stream()
        .map(need ->
            need.normal()
                - gives * (need.normal() - need.least())
                + (shares > 0 ? over * need.share() / shares : 0))
        .toList();
  }
}
