package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wireshark's file {@code colorfilters}: a rule a line, {@code @name@filter@[r,g,b][r,g,b]} with
 * background and text in parts of 0 to 65,535, {@code !} in front of a rule that is switched off,
 * {@code #} before a comment.
 *
 * @param rules the rules, in their order
 * @param problems lines that are no rule, a sentence each
 */
record ColourFile(List<ColourRule> rules, List<String> problems) {
  private static final String COLOUR = "\\[(\\d{1,5}),(\\d{1,5}),(\\d{1,5})]";
  private static final Pattern RULE =
      Pattern.compile("(!?)@([^@]*)@(.*)@" + COLOUR + "\\s*" + COLOUR + "\\s*");
  private static final int MAX_RULES = 1000;
  private static final int MAX_PART = 0xffff;

  /** Keeps its own lists. */
  ColourFile {
    rules = List.copyOf(rules);
    problems = List.copyOf(problems);
  }

  static ColourFile parse(String text) {
    List<ColourRule> rules = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher parts = RULE.matcher(line);
      if (!parts.matches() || !inRange(parts)) {
        problems.add("line " + number + " is no colour rule: @name@filter@[r,g,b][r,g,b]");
      } else if (rules.size() == MAX_RULES) {
        problems.add(
            "line " + number + " and those after it are too many: " + MAX_RULES + " rules");
        break;
      } else {
        rules.add(
            new ColourRule(
                parts.group(1).isEmpty(),
                parts.group(2),
                parts.group(3),
                colour(parts, 4),
                colour(parts, 7)));
      }
    }
    return new ColourFile(rules, problems);
  }

  private static boolean inRange(Matcher parts) {
    for (int group = 4; group <= parts.groupCount(); group++) {
      if (Integer.parseInt(parts.group(group)) > MAX_PART) {
        return false;
      }
    }
    return true;
  }

  private static Rgb colour(Matcher parts, int first) {
    return new Rgb(
        Integer.parseInt(parts.group(first)),
        Integer.parseInt(parts.group(first + 1)),
        Integer.parseInt(parts.group(first + 2)));
  }

  /** The file that holds these rules. */
  static String text(List<ColourRule> rules) {
    var text =
        new StringBuilder("# Colour rules in Wireshark's format; the first that matches wins.\n");
    for (ColourRule rule : rules) {
      text.append(rule.enabled() ? "@" : "!@")
          .append(rule.name())
          .append('@')
          .append(rule.filter())
          .append('@')
          .append(colour(rule.background()))
          .append(colour(rule.foreground()))
          .append('\n');
    }
    return text.toString();
  }

  private static String colour(Rgb colour) {
    return "[" + colour.red() + "," + colour.green() + "," + colour.blue() + "]";
  }
}
