package org.roamscope.report;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.Ue;
import tools.jackson.core.JsonGenerator;

/** A part of the JSON report; how times, addresses and frames are written is the same in all. */
abstract class JsonSection {
  final ReportIndex index;
  final JsonGenerator json;

  JsonSection(ReportIndex index, JsonGenerator json) {
    this.index = index;
    this.json = json;
  }

  final String id(Ue ue) {
    return index.id(ue);
  }

  final <T> void array(String name, List<T> values, Consumer<T> each) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      each.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  final void strings(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** A number with one capture, {@code {capture, frame}} with several. */
  final void frame(At at) {
    if (index.frames().several()) {
      json.writeStartObject();
      json.writeNumberProperty("capture", at.capture());
      json.writeNumberProperty("frame", at.frame());
      json.writeEndObject();
    } else {
      json.writeNumber(at.frame());
    }
  }

  final void framed(String name, @Nullable At at) {
    json.writeName(name);
    if (at == null) {
      json.writeNull();
    } else {
      frame(at);
    }
  }

  final void address(String name, @Nullable IpAddress address) {
    if (address == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, address.toString());
    }
  }

  final void number(String name, @Nullable Integer value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value);
    }
  }

  final void bool(String name, @Nullable Boolean value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeBooleanProperty(name, value);
    }
  }

  /** Negative for none. */
  final void time(String name, long nanos) {
    if (nanos < 0) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, Times.utc(nanos));
    }
  }

  /** Negative for none. */
  final void millis(String name, long nanos) {
    if (nanos < 0) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, Times.millis(nanos));
    }
  }

  final void ue(@Nullable Ue ue) {
    if (ue == null) {
      json.writeNullProperty("ue");
    } else {
      json.writeStringProperty("ue", id(ue));
    }
  }
}
