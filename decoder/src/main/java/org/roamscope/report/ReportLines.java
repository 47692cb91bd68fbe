package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a report says, as lines that can be compared with those of a report on a copy of its
 * captures: each UE, IKE SA and finding is one, in an order that names do not decide. File names,
 * formats and damage of the files, and the numbers that findings have in a report, are left out.
 */
public final class ReportLines {
  private static final Set<String> LEFT_OUT =
      Set.of("schema", "tool", "complete", "file", "format", "problems");

  private final JsonParser json;
  private final UnaryOperator<String> renaming;

  private ReportLines(JsonParser json, UnaryOperator<String> renaming) {
    this.json = json;
    this.renaming = renaming;
  }

  /**
   * The lines of a report.
   *
   * @param renaming what a text of the report becomes
   */
  public static List<String> of(Report report, UnaryOperator<String> renaming) {
    List<String> lines = new ArrayList<>();
    try (JsonParser json =
        new JsonFactory().createParser(ObjectReadContext.empty(), JsonReport.text(report))) {
      ReportLines reader = new ReportLines(json, renaming);
      json.nextToken();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String section = json.currentName();
        JsonToken begin = json.nextToken();
        if (LEFT_OUT.contains(section)) {
          json.skipChildren();
        } else if (begin == JsonToken.START_ARRAY) {
          reader.items().forEach(item -> lines.add(section + ": " + item));
        } else {
          lines.add(section + ": " + reader.value());
        }
      }
    }
    return lines;
  }

  private String value() {
    return switch (json.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> items().toString();
      case VALUE_STRING -> '"' + renaming.apply(json.getString()) + '"';
      default -> String.valueOf(json.getValueAsString());
    };
  }

  private String object() {
    Map<String, String> members = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (LEFT_OUT.contains(name)) {
        json.skipChildren();
      } else {
        members.put(name, value());
      }
    }
    if (members.containsKey("rule")) {
      members.remove("id");
    }
    return members.toString();
  }

  private List<String> items() {
    List<String> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items.stream().sorted().toList();
  }
}
