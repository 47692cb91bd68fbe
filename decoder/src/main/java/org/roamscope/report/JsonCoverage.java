package org.roamscope.report;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.roamscope.audit.Handover;
import org.roamscope.bytes.Hex;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.Missing;
import org.roamscope.decrypt.Outcome;
import org.roamscope.field.IpAddress;
import tools.jackson.core.JsonGenerator;

/** {@code coverage}: which encrypted packets could be read. */
final class JsonCoverage extends JsonSection {
  JsonCoverage(ReportIndex index, JsonGenerator json) {
    super(index, json);
  }

  void write() {
    Coverage coverage = index.report().coverage();
    json.writeObjectPropertyStart("coverage");
    json.writeBooleanProperty("complete", coverage.complete());
    Map<Outcome, Long> all = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      if (coverage.packets(outcome) > 0) {
        all.put(outcome, coverage.packets(outcome));
      }
    }
    outcomes(all);
    json.writeNumberProperty("rows_left_out", coverage.evictions());
    array("rows", KeyCoverage.of(index.report()), this::row);
    json.writeEndObject();
  }

  private void row(KeyCoverage.Entry entry) {
    Coverage.Row row = entry.row();
    json.writeStringProperty("protocol", row.subject().protocol());
    switch (row.subject()) {
      case Coverage.Ike ike -> {
        json.writeStringProperty("spi_i", Hex.spi64(ike.initiator()));
        json.writeStringProperty("spi_r", Hex.spi64(ike.responder()));
      }
      case Coverage.Esp esp -> ipsec(row, esp.source(), esp.destination());
      case Coverage.Ah ah -> ipsec(row, ah.source(), ah.destination());
    }
    ue(entry.ue());
    outcomes(row.packets());
    json.writeArrayPropertyStart("waiting_handovers");
    for (Handover handover : entry.waiting()) {
      json.writeStartObject();
      json.writeStringProperty("ue", id(handover.movement().ue()));
      json.writeStringProperty("to_care_of_address", handover.movement().to().toString());
      time("time", handover.movement().begin().timeNanos());
      json.writeEndObject();
    }
    json.writeEndArray();
    strings("fetch", Missing.of(row));
  }

  private void ipsec(Coverage.Row row, IpAddress source, IpAddress destination) {
    json.writeStringProperty("spi", row.subject().spi());
    json.writeStringProperty("source", source.toString());
    json.writeStringProperty("destination", destination.toString());
    if (row.parent() == null) {
      json.writeNullProperty("parent_spi_i");
    } else {
      json.writeStringProperty("parent_spi_i", Hex.spi64(row.parent().initiator()));
    }
  }

  private void outcomes(Map<Outcome, Long> packets) {
    json.writeObjectPropertyStart("packets");
    packets.forEach((outcome, count) ->
        json.writeNumberProperty(outcome.name().toLowerCase(Locale.ROOT), count));
    json.writeEndObject();
  }
}
