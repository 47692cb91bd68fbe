package org.roamscope.report;

import org.roamscope.audit.Distribution;
import org.roamscope.audit.Expectation;
import org.roamscope.audit.Figures;
import org.roamscope.audit.NatMapping;
import org.roamscope.audit.RunCost;
import org.roamscope.track.Correlation;
import tools.jackson.core.JsonGenerator;

/** {@code figures}: what handovers and IKE runs cost; and for a UE its NATs and what comes next. */
final class JsonFigures extends JsonSection {
  JsonFigures(ReportIndex index, JsonGenerator json) {
    super(index, json);
  }

  void write() {
    Figures figures = Figures.of(index.report().audit());
    json.writeObjectPropertyStart("figures");
    distribution("bu_ba_ms", figures.binding());
    distribution("ike_run_ms", figures.ikeRun());
    distribution("interruption_ms", figures.interruption());
    cost("ike_runs", figures.ikeRuns());
    cost("saved_by_k", figures.saved());
    json.writeEndObject();
  }

  private void distribution(String name, Distribution distribution) {
    boolean any = distribution.count() > 0;
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("count", distribution.count());
    millis("p50", any ? distribution.p50() : -1);
    millis("p95", any ? distribution.p95() : -1);
    millis("max", any ? distribution.max() : -1);
    json.writeEndObject();
  }

  /** An object with the cost of IKE runs. */
  void cost(String name, RunCost cost) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("runs", cost.runs());
    json.writeNumberProperty("messages", cost.messages());
    json.writeNumberProperty("octets", cost.octets());
    json.writeNumberProperty("round_trips", cost.roundTrips());
    millis("time_ms", cost.nanos());
    json.writeEndObject();
  }

  /** The arrays {@code nat} and {@code expected} of a UE. */
  void ue(Correlation.History history) {
    array("nat", NatMapping.of(index.correlation(), history), this::mapping);
    array("expected", Expectation.of(index.correlation(), history), this::expectation);
  }

  private void mapping(NatMapping mapping) {
    address("care_of_address", mapping.careOfAddress());
    address("outer_address", mapping.outer());
    json.writeNumberProperty("port", mapping.port());
    time("from", mapping.from().timeNanos());
    time("until", mapping.untilNanos());
    Long refresh = mapping.refreshSeconds();
    if (refresh == null) {
      json.writeNullProperty("refresh_s");
    } else {
      json.writeNumberProperty("refresh_s", refresh);
    }
    Long silence = mapping.silenceNanos();
    if (silence == null) {
      json.writeNullProperty("longest_silence_ms");
    } else {
      millis("longest_silence_ms", silence);
    }
    json.writeBooleanProperty("late", mapping.late());
  }

  private void expectation(Expectation expectation) {
    json.writeStringProperty("what", expectation.what().json());
    framed("since_frame", expectation.since());
    time("by", expectation.byNanos());
    json.writeBooleanProperty("overdue", expectation.overdue());
  }
}
