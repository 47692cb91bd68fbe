package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roamscope.capture.CaptureReader;
import org.roamscope.decode.CaptureNames;
import org.roamscope.field.IpAddress;

/** The names of addresses that captures hold; one thread adds, any may read. */
final class CapturedNames {
  private final List<CaptureNames> captures = new ArrayList<>();

  /** No names of so many captures. */
  CapturedNames(int captures) {
    for (int i = 0; i < captures; i++) {
      this.captures.add(new CaptureNames());
    }
  }

  /** Takes what a capture holds, once it was read. */
  synchronized void take(int capture, CaptureReader reader) {
    captures.get(capture).take(reader);
  }

  /** All names; where captures disagree, the first one counts. */
  synchronized Map<IpAddress, String> all() {
    Map<IpAddress, String> all = new HashMap<>();
    captures.forEach(one -> one.names().forEach(all::putIfAbsent));
    return all;
  }

  /** What each capture holds, such as {@code 12, 1 record left out}; empty for no names. */
  synchronized List<String> words() {
    return captures.stream().map(CapturedNames::words).toList();
  }

  private static String words(CaptureNames names) {
    int left = names.leftOut();
    if (left == 0) {
      return names.count() == 0 ? "" : Integer.toString(names.count());
    }
    return names.count() + ", " + left + (left == 1 ? " record" : " records") + " left out";
  }
}
