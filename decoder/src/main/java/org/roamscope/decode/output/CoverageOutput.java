package org.roamscope.decode.output;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.roamscope.bytes.Hex;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.Coverage.Ah;
import org.roamscope.decrypt.Coverage.Esp;
import org.roamscope.decrypt.Coverage.Ike;
import org.roamscope.decrypt.KeySource;
import org.roamscope.decrypt.Missing;
import org.roamscope.decrypt.Outcome;
import org.roamscope.field.IpAddress;
import tools.jackson.core.JsonGenerator;

/**
 * What keys open, for people and as JSON of schema {@code roamscope.keys/1}: rows with places of
 * keys, never a key, and what to fetch for the rest.
 */
public final class CoverageOutput {
  private static final String SCHEMA = "roamscope.keys/1";

  private CoverageOutput() {}

  /** The table, and a line for each way in which packets of a row stayed closed. */
  public static String text(Coverage coverage) {
    StringBuilder text = new StringBuilder(coverage.table());
    String before = "\nTo open the rest, fetch\n";
    for (Coverage.Row row : coverage.rows()) {
      for (String what : Missing.of(row)) {
        text.append(before).append("  ").append(what).append('\n');
        before = "";
      }
    }
    if (coverage.evictions() > 0) {
      text.append('\n')
          .append(coverage.evictions())
          .append(" rows are not shown, for there are too many; their packets are in the sum.\n");
    }
    return text.toString();
  }

  /** One object and a line end. The same packets and keys give the same octets. */
  public static String json(Coverage coverage) {
    Json json = Json.indented();
    JsonGenerator out = json.generator();
    out.writeStartObject();
    out.writeStringProperty("schema", SCHEMA);
    out.writeBooleanProperty("complete", coverage.complete());
    out.writeName("packets");
    out.writeStartObject();
    for (Outcome outcome : Outcome.values()) {
      if (coverage.packets(outcome) > 0) {
        out.writeNumberProperty(name(outcome), coverage.packets(outcome));
      }
    }
    out.writeEndObject();
    out.writeName("rows");
    out.writeStartArray();
    for (Coverage.Row row : coverage.rows()) {
      row(out, row, coverage);
    }
    out.writeEndArray();
    out.writeNumberProperty("rows_left_out", coverage.evictions());
    out.writeEndObject();
    StringBuilder text = new StringBuilder();
    try {
      json.drain(text);
    } catch (IOException e) {
      throw new IllegalStateException("a string builder takes everything", e);
    }
    return text.append('\n').toString();
  }

  private static void row(JsonGenerator out, Coverage.Row row, Coverage coverage) {
    out.writeStartObject();
    out.writeStringProperty("protocol", row.subject().protocol());
    switch (row.subject()) {
      case Esp esp -> direction(out, esp.spi(), esp.source(), esp.destination());
      case Ah ah -> direction(out, ah.spi(), ah.source(), ah.destination());
      case Ike ike -> {
        out.writeStringProperty("spi_i", Hex.spi64(ike.initiator()));
        out.writeStringProperty("spi_r", Hex.spi64(ike.responder()));
      }
    }
    if (row.parent() != null) {
      out.writeStringProperty("parent_spi_i", Hex.spi64(row.parent().initiator()));
    }
    out.writeName("packets");
    out.writeStartObject();
    for (Map.Entry<Outcome, Long> entry : row.packets().entrySet()) {
      out.writeNumberProperty(name(entry.getKey()), entry.getValue());
    }
    out.writeEndObject();
    out.writeName("keys");
    out.writeStartArray();
    for (KeySource source : coverage.sources(row.subject())) {
      out.writeStartObject();
      out.writeStringProperty("file", source.origin().file());
      if (source.origin().line() > 0) {
        out.writeNumberProperty("line", source.origin().line());
      }
      out.writeBooleanProperty("derived", source.relation() == KeySource.Relation.DERIVED);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeName("fetch");
    out.writeStartArray();
    Missing.of(row).forEach(out::writeString);
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void direction(
      JsonGenerator out, String spi, IpAddress source, IpAddress destination) {
    out.writeStringProperty("spi", spi);
    out.writeStringProperty("source", source.toString());
    out.writeStringProperty("destination", destination.toString());
  }

  private static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
