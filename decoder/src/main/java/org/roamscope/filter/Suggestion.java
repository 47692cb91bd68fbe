package org.roamscope.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.FieldCatalog;

/** The field that a misspelt name was meant to be. */
final class Suggestion {
  private static final int MAX_LENGTH = 64;
  private static final int MAX_NAMES = 3;

  private Suggestion() {}

  /** A question with the nearest names, or null when none is near. */
  static @Nullable String of(String name, FieldCatalog catalog) {
    if (name.equals("mip6") && catalog.find("mipv6") != null) {
      return "Did you mean mipv6?";
    }
    if (name.length() > MAX_LENGTH) {
      return null;
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    int best = Math.clamp(name.length() / 4, 1, 3);
    List<String> nearest = new ArrayList<>();
    for (FieldCatalog.Entry entry : catalog.all()) {
      String known = entry.name();
      if (Math.abs(known.length() - wanted.length()) <= best) {
        int distance = distance(wanted, known);
        if (distance < best) {
          nearest.clear();
          best = distance;
        }
        if (distance == best) {
          nearest.add(known);
        }
      }
    }
    return nearest.isEmpty() || nearest.size() > MAX_NAMES
        ? null
        : "Did you mean " + FilterException.either(nearest) + "?";
  }

  /** Characters to insert, to delete and to change, and neighbours to swap. */
  static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int changed = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        rows[i][j] = Math.min(changed, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}
