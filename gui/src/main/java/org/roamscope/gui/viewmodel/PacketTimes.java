package org.roamscope.gui.viewmodel;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The time column: what it counts, with how many decimals, in which zone. */
public final class PacketTimes {
  /** As many decimals as the capture keeps. */
  public static final int AUTOMATIC = -1;

  /** Decimals to choose from. */
  public static final List<Integer> PRECISIONS = List.of(AUTOMATIC, 0, 3, 6, 9);

  private final ObjectProperty<TimeDisplay> display =
      new SimpleObjectProperty<>(this, "display", TimeDisplay.SINCE_START);
  private final IntegerProperty precision = new SimpleIntegerProperty(this, "precision", AUTOMATIC);
  private ZoneId zone = ZoneOffset.UTC;

  PacketTimes() {}

  /** What a choice calls a number of decimals. */
  public static String words(int decimals) {
    return switch (decimals) {
      case AUTOMATIC -> "As many decimals as the capture keeps";
      case 0 -> "Whole seconds";
      default -> decimals + " decimals";
    };
  }

  /** The time of a row, empty when none was recorded. */
  String text(CaptureSet captures, int row, PacketList shown) {
    long time = captures.time(row);
    if (time == CaptureSet.NO_TIME) {
      return "";
    }
    int decimals = precision.get() == AUTOMATIC ? captures.decimals(row) : precision.get();
    TimeDisplay kind = display.get();
    long above = kind == TimeDisplay.SINCE_DISPLAYED ? above(captures, row, shown) : time;
    return kind.text(time, captures.first(), above, decimals, zone);
  }

  /** Time of the packet above; that of the row itself when there is none. */
  private static long above(CaptureSet captures, int row, PacketList shown) {
    int place = shown.placeOf(row);
    long above = place < 1 ? CaptureSet.NO_TIME : captures.time(shown.get(place - 1));
    return above == CaptureSet.NO_TIME ? captures.time(row) : above;
  }

  /** What the column counts or names. */
  public ObjectProperty<TimeDisplay> display() {
    return display;
  }

  /** Decimals of a second, {@link #AUTOMATIC} for as many as the capture keeps. */
  public IntegerProperty precision() {
    return precision;
  }

  /** Says where the user is. */
  public void zone(ZoneId where) {
    zone = where;
  }
}
