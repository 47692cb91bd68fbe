package org.roamscope.report;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Tables as JSON, schema {@code roamscope.tables/1}: an object, an array of records for each. */
public final class JsonTable {
  /** Name and version of the schema. */
  public static final String SCHEMA = "roamscope.tables/1";

  private JsonTable() {}

  /** The object; LF line ends, a final line end. */
  public static String text(List<Table> tables) {
    return JsonText.indented(json -> {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      for (Table table : tables) {
        json.writeArrayPropertyStart(table.name());
        table.rows().forEach(row -> record(json, table.columns(), row));
        json.writeEndArray();
      }
      json.writeEndObject();
    });
  }

  private static void record(JsonGenerator json, List<String> columns, List<Cell> row) {
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      json.writeName(columns.get(i));
      switch (row.get(i)) {
        case Cell.Text value -> json.writeString(value.text());
        case Cell.Count value -> json.writeNumber(value.number());
        case Cell.Millis value -> json.writeNumber(value.number());
        case Cell.Truth value -> json.writeBoolean(value.holds());
        case Cell.None value -> json.writeNull();
      }
    }
    json.writeEndObject();
  }
}
