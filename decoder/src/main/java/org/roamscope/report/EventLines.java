package org.roamscope.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.bytes.Hex;
import org.roamscope.field.Clause;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.Event;
import org.roamscope.track.IkeContent;
import org.roamscope.track.Path;
import tools.jackson.core.JsonGenerator;

/**
 * What happened, as JSON Lines, schema {@code roamscope.events/1}: a line about the run, one for
 * each event in time order, one for each handover, one for each finding. ASCII only.
 */
public final class EventLines {
  /** Name and version of the schema. */
  public static final String SCHEMA = "roamscope.events/1";

  private EventLines() {}

  /**
   * Appends all lines, LF after each.
   *
   * @param events as the analysis tells them
   * @param out takes each line as it is made
   * @throws IOException when {@code out} does
   */
  public static void write(Report report, List<Event> events, Appendable out) throws IOException {
    out.append(JsonText.line(json -> head(report, json))).append('\n');
    for (Event event : events) {
      out.append(JsonText.line(json -> event(event, json))).append('\n');
    }
    ReportIndex index = new ReportIndex(report);
    for (Handover handover : report.audit().handovers()) {
      String ue = index.id(handover.movement().ue());
      out.append(JsonText.line(json -> handover(ue, handover, null, json))).append('\n');
    }
    int number = 0;
    for (Finding finding : report.audit().findings()) {
      String id = "F" + ++number;
      out.append(JsonText.line(json -> finding(id, finding, report, null, json))).append('\n');
    }
  }

  /** The line about the run by itself, without line end. */
  public static String head(Report report) {
    return JsonText.line(json -> head(report, json));
  }

  /** A change of a watch as a line, without line end; the UE is named by its home address. */
  public static String line(Told.Change change, Report report) {
    String kind = change.kind().json();
    return switch (change) {
      case Told.OfHandover of ->
          JsonText.line(json ->
              handover(
                  of.handover().movement().ue().homeAddress().toString(),
                  of.handover(),
                  kind,
                  json));
      case Told.OfFinding of ->
          JsonText.line(json -> finding("F" + of.number(), of.finding(), report, kind, json));
    };
  }

  private static void handover(
      String ue, Handover handover, @Nullable String change, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "handover");
    at(handover.movement().begin(), json);
    json.writeStringProperty("ue", ue);
    address("from_care_of_address", handover.movement().fromAddress(), json);
    address("to_care_of_address", handover.movement().to(), json);
    json.writeStringProperty("ike", handover.ike().json());
    json.writeStringProperty("verdict", handover.verdict().name());
    json.writeStringProperty("reason", handover.reason());
    json.writeStringProperty("confidence", handover.confidence().json());
    if (change != null) {
      json.writeStringProperty("change", change);
    }
    json.writeEndObject();
  }

  private static void head(Report report, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "run");
    json.writeStringProperty("schema", SCHEMA);
    json.writeStringProperty("version", report.version());
    json.writeStringProperty("profile", report.audit().profile().id());
    json.writeStringProperty("strictness", report.audit().strictness().id());
    json.writeBooleanProperty("complete", !report.partial());
    json.writeArrayPropertyStart("files");
    report.captures().forEach(capture -> json.writeString(capture.file()));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void at(At at, JsonGenerator json) {
    json.writeStringProperty("time", Times.utc(at.timeNanos()));
    json.writeNumberProperty("capture", at.capture());
    json.writeNumberProperty("frame", at.frame());
  }

  private static void event(Event event, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", type(event));
    at(event.at(), json);
    switch (event) {
      case Event.BindingUpdate update -> update(update, json);
      case Event.BindingAcknowledgement answer -> answer(answer, json);
      case Event.MalformedMobility message -> {
        address("home_address", message.homeAddress(), json);
        json.writeStringProperty("what", message.what());
      }
      case Event.BindingError error -> {
        path(error.path(), json);
        json.writeNumberProperty("status", error.status());
        address("home_address", error.homeAddress(), json);
      }
      case Event.OtherMobility other -> {
        json.writeNumberProperty("mh_type", other.type());
        address("source", other.source(), json);
        address("destination", other.destination(), json);
      }
      case Event.OpaqueMobility packet -> {
        path(packet.path(), json);
        json.writeStringProperty("via", packet.access().json());
        json.writeStringProperty("direction", packet.direction().name().toLowerCase(Locale.ROOT));
        address("source", packet.source(), json);
        address("destination", packet.destination(), json);
        json.writeStringProperty("spi", Hex.spi32(packet.spi()));
      }
      case Event.Ike message -> ike(message, json);
    }
    json.writeEndObject();
  }

  private static String type(Event event) {
    return switch (event) {
      case Event.BindingUpdate any -> "binding_update";
      case Event.BindingAcknowledgement any -> "binding_acknowledgement";
      case Event.MalformedMobility any -> "malformed_mobility";
      case Event.BindingError any -> "binding_error";
      case Event.OtherMobility any -> "other_mobility";
      case Event.OpaqueMobility any -> "opaque_mobility";
      case Event.Ike any -> "ike";
    };
  }

  private static void update(Event.BindingUpdate update, JsonGenerator json) {
    path(update.path(), json);
    json.writeStringProperty("via", update.access().json());
    address("home_address", update.homeAddress(), json);
    address("home_agent", update.homeAgent(), json);
    address("care_of_address", update.careOfAddress(), json);
    json.writeNumberProperty("sequence", update.sequence());
    json.writeNumberProperty("lifetime_s", update.lifetimeSeconds());
    json.writeObjectPropertyStart("flags");
    json.writeBooleanProperty("a", update.flags().acknowledge());
    json.writeBooleanProperty("h", update.flags().homeRegistration());
    json.writeBooleanProperty("k", update.flags().keyManagement());
    json.writeBooleanProperty("p", update.flags().proxy());
    json.writeBooleanProperty("f", update.flags().forceUdp());
    json.writeEndObject();
    address("ipv4_care_of_address", update.ipv4().careOfAddress(), json);
    address("ipv4_home_address", update.ipv4().homeAddress(), json);
    json.writeBooleanProperty("nat", update.natted());
    json.writeBooleanProperty("protected", update.protectedByEsp());
  }

  private static void answer(Event.BindingAcknowledgement answer, JsonGenerator json) {
    path(answer.path(), json);
    json.writeStringProperty("via", answer.access().json());
    address("home_address", answer.homeAddress(), json);
    address("home_agent", answer.homeAgent(), json);
    json.writeNumberProperty("status", answer.status());
    json.writeNumberProperty("sequence", answer.sequence());
    json.writeNumberProperty("lifetime_s", answer.lifetimeSeconds());
    json.writeObjectPropertyStart("flags");
    json.writeBooleanProperty("k", answer.keyManagement());
    json.writeBooleanProperty("p", answer.proxy());
    json.writeEndObject();
    Event.NatDetected nat = answer.natDetection();
    json.writeName("nat_detection");
    if (nat == null) {
      json.writeNull();
    } else {
      json.writeStartObject();
      json.writeBooleanProperty("f", nat.force());
      json.writeNumberProperty("refresh_s", nat.refreshSeconds());
      json.writeEndObject();
    }
    Event.Ipv4Granted granted = answer.ipv4();
    address("ipv4_home_address", granted == null ? null : granted.address(), json);
    json.writeBooleanProperty("protected", answer.protectedByEsp());
  }

  private static void ike(Event.Ike message, JsonGenerator json) {
    path(message.path(), json);
    json.writeNumberProperty("version", message.version());
    json.writeStringProperty("spi_i", Hex.spi64(message.initiatorSpi()));
    json.writeStringProperty("spi_r", Hex.spi64(message.responderSpi()));
    json.writeNumberProperty("exchange", message.exchange());
    json.writeNumberProperty("message_id", message.messageId());
    json.writeBooleanProperty("initiator", message.initiatorFlag());
    json.writeBooleanProperty("response", message.responseFlag());
    json.writeBooleanProperty("encrypted", message.encrypted());
    json.writeBooleanProperty("fragment", message.fragment());
    json.writeNumberProperty("length", message.length());
    numbers("notifies", message.notifies(), json);
    json.writeName("opened");
    IkeContent content = message.content();
    if (content == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeBooleanProperty("deletes_ike_sa", content.deletesIkeSa());
    numbers("notifies", content.notifies(), json);
    text("initiator_identity", content.identities().initiator(), json);
    text("responder_identity", content.identities().responder(), json);
    text("eap_identity", content.identities().eap(), json);
    json.writeEndObject();
  }

  private static void finding(
      String id, Finding finding, Report report, @Nullable String change, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "finding");
    at(finding.primary().at(), json);
    json.writeStringProperty(
        "file", report.captures().get(finding.primary().at().capture()).file());
    json.writeStringProperty("id", id);
    json.writeStringProperty("rule", finding.rule().id());
    json.writeStringProperty("name", finding.rule().name());
    json.writeStringProperty("severity", finding.severity().json());
    json.writeStringProperty("confidence", finding.confidence().json());
    address("ue", finding.ue(), json);
    json.writeStringProperty("message", finding.message());
    json.writeArrayPropertyStart("clauses");
    finding.rule().clauses().stream().map(Clause::toString).forEach(json::writeString);
    json.writeEndArray();
    if (change != null) {
      json.writeStringProperty("change", change);
    }
    json.writeEndObject();
  }

  private static void path(Path path, JsonGenerator json) {
    json.writeObjectPropertyStart("path");
    json.writeStringProperty("source", path.source().toString());
    json.writeNumberProperty("source_port", path.sourcePort());
    json.writeStringProperty("destination", path.destination().toString());
    json.writeNumberProperty("destination_port", path.destinationPort());
    json.writeEndObject();
  }

  private static void numbers(String name, List<Integer> values, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeNumber);
    json.writeEndArray();
  }

  private static void address(String name, @Nullable IpAddress address, JsonGenerator json) {
    text(name, address == null ? null : address.toString(), json);
  }

  private static void text(String name, @Nullable String text, JsonGenerator json) {
    if (text == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, text);
    }
  }
}
