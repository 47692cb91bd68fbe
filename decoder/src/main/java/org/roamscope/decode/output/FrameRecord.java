package org.roamscope.decode.output;

import java.util.List;
import org.roamscope.decode.DecodedFrame;
import tools.jackson.core.JsonGenerator;

/** What the JSON outputs share: a frame's envelope, and the values of chosen fields. */
final class FrameRecord {
  private FrameRecord() {}

  /** The index of a search engine that the frame belongs in, by its day. */
  static String index(DecodedFrame frame) {
    StringBuilder day = new StringBuilder("packets-");
    TimeFormat.day(frame.frame().timeNanos(), day);
    return day.toString();
  }

  /** Opens a frame's object up to the layers' opening brace. */
  static void open(DecodedFrame frame, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("_index", index(frame));
    json.writeStringProperty("_type", "doc");
    json.writeNullProperty("_score");
    json.writeObjectPropertyStart("_source");
    json.writeObjectPropertyStart("layers");
  }

  /** Closes what {@link #open} opened. */
  static void close(JsonGenerator json) {
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A name in EK, where a dot would begin another object. */
  static String underscores(String name) {
    return name.replace('.', '_');
  }

  /** An array for each field that the frame has. */
  static void arrays(FieldTexts fields, DecodedFrame frame, Naming naming, JsonGenerator json) {
    for (int i = 0; i < fields.count(); i++) {
      List<String> values = fields.values(i, frame);
      if (!values.isEmpty()) {
        json.writeArrayPropertyStart(
            switch (naming) {
              case DOTS -> fields.name(i);
              case UNDERSCORES -> underscores(fields.name(i));
            });
        values.forEach(json::writeString);
        json.writeEndArray();
      }
    }
  }

  /** How names of fields are written. */
  enum Naming {
    DOTS,
    UNDERSCORES
  }
}
