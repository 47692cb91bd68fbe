package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;

/**
 * A file in the form of {@code /etc/hosts}: a line gives an address and its name; further names on
 * the line are aliases, which nobody is shown. {@code #} begins a comment.
 *
 * @param names the name of each address, as written; the first line of an address counts
 * @param problems what is wrong, a sentence for each line
 */
record HostsFile(Map<IpAddress, String> names, List<String> problems) {
  /** Names kept; far more than a person writes down. */
  static final int MAX_NAMES = 100_000;

  private static final int MAX_LENGTH = 255;

  /** Keeps its own copies. */
  HostsFile {
    names = Map.copyOf(names);
    problems = List.copyOf(problems);
  }

  static HostsFile parse(String text) {
    Map<IpAddress, String> names = new HashMap<>();
    Map<IpAddress, Integer> lines = new HashMap<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String[] words = line.split("#", 2)[0].strip().split("\\s+");
      if (words[0].isEmpty()) {
        continue;
      }
      IpAddress address;
      try {
        address = address(words[0]);
      } catch (IllegalArgumentException e) {
        problems.add("line " + number + ": " + PlainText.of(words[0]) + " is no IP address");
        continue;
      }
      String wrong = wrong(words);
      Integer before = lines.get(address);
      if (!wrong.isEmpty()) {
        problems.add("line " + number + ": " + wrong);
      } else if (before != null) {
        if (!words[1].equals(names.get(address))) {
          problems.add(
              "line " + number + ": " + address + " has a name already, from line " + before);
        }
      } else if (names.size() == MAX_NAMES) {
        problems.add(
            "line " + number + " and those after it are too many: " + MAX_NAMES + " names");
        break;
      } else {
        names.put(address, words[1]);
        lines.put(address, number);
      }
    }
    return new HostsFile(names, problems);
  }

  private static String wrong(String[] words) {
    if (words.length < 2) {
      return "no name stands after " + PlainText.of(words[0]);
    }
    if (words[1].length() > MAX_LENGTH) {
      return "the name has more than " + MAX_LENGTH + " characters";
    }
    return words[1].indexOf('\ufffd') >= 0 ? "the name is not UTF-8" : "";
  }

  /** Also with a zone, and with the last 32 bits written as an IPv4 address. */
  private static IpAddress address(String word) {
    String text = word.split("%", 2)[0];
    int last = text.lastIndexOf(':');
    if (last < 0 || text.indexOf('.', last) < 0) {
      return IpAddress.parse(text);
    }
    long low = IpAddress.parse(text.substring(last + 1)).low();
    return IpAddress.parse(
        text.substring(0, last + 1)
            + Long.toHexString(low >>> 16)
            + ":"
            + Long.toHexString(low & 0xffff));
  }
}
