package org.roamscope.decode;

import static org.roamscope.field.FieldType.BOOLEAN;
import static org.roamscope.field.FieldType.FRAME_NUMBER;
import static org.roamscope.field.FieldType.IPV4;
import static org.roamscope.field.FieldType.IPV6;
import static org.roamscope.field.FieldType.RELATIVE_TIME;
import static org.roamscope.field.FieldType.STRING;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Cause;
import org.roamscope.field.Clause;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.IpAddress;

/**
 * Fields of the correlation, {@code roam.*}. Home and care-of address come from the frame itself;
 * the others need the audit of the whole capture first.
 */
final class RoamFields {
  private static final Clause SOURCE = new Clause("Roamscope correlation", "");

  /** Values of a field in a frame, and whether the audit must have run. */
  private record Reader(
      FieldInfo info, Knowledge knowledge, Function<DecodedFrame, List<FieldValue>> values) {}

  private enum Knowledge {
    FRAME,
    AUDIT
  }

  private static final Map<String, Reader> READERS = readers();

  private RoamFields() {}

  /** All of them, for the catalogue. */
  static List<FieldInfo> all() {
    return READERS.values().stream().map(Reader::info).toList();
  }

  /** Those that need the audit of the whole capture. */
  static Set<String> audited() {
    return READERS.values().stream()
        .filter(reader -> reader.knowledge() == Knowledge.AUDIT)
        .map(reader -> reader.info().name())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Values of a field, in their order; empty for a name that is not one of these. */
  static List<FieldValue> values(String name, DecodedFrame frame) {
    Reader reader = READERS.get(name);
    return reader == null ? List.of() : reader.values().apply(frame);
  }

  private static Map<String, Reader> readers() {
    Map<String, Reader> all = new LinkedHashMap<>();
    byFrame(all, "hoa", "Home address", IPV6, f -> address(f.mobile().homeAddress(), false));
    byFrame(
        all, "hoa_v4", "Home address, IPv4", IPV4, f -> address(f.mobile().homeAddress(), true));
    byFrame(all, "coa", "Care-of address", IPV6, f -> address(f.mobile().careOfAddress(), false));
    byFrame(
        all,
        "coa_v4",
        "Care-of address, IPv4",
        IPV4,
        f -> address(f.mobile().careOfAddress(), true));
    byFrame(all, "moved", "Care-of address is another one", BOOLEAN, f -> bit(f.mobile().moved()));
    byFrame(
        all,
        "protected",
        "Inside ESP or behind AH",
        BOOLEAN,
        f -> bit(f.dissection().protectedByIpsec()));
    byFrame(
        all,
        "problem",
        "Kind of problem",
        STRING,
        f ->
            f.dissection().problems().stream()
                .<FieldValue>map(p -> text(p.kind().name().toLowerCase(Locale.ROOT)))
                .toList());
    byFrame(
        all,
        "problem.field",
        "Field with a problem",
        STRING,
        f -> f.dissection().problems().stream().<FieldValue>map(p -> text(p.field())).toList());
    byAudit(all, "ue", "UE, by its home address", STRING, f -> maybe(f.note().ue()));
    byAudit(all, "ike_sa", "IKE SA, by its initiator SPI", STRING, f -> maybe(f.note().ikeSa()));
    byAudit(all, "response_in", "Response in", FRAME_NUMBER, f -> frame(f.note().responseIn()));
    byAudit(all, "response_to", "Response to", FRAME_NUMBER, f -> frame(f.note().responseTo()));
    byAudit(all, "time", "Response time", RELATIVE_TIME, RoamFields::responseTime);
    byAudit(
        all,
        "retransmission",
        "Retransmission",
        BOOLEAN,
        f -> f.note().retransmissionOf() == null ? List.of() : bit(true));
    byAudit(
        all,
        "retransmission_of",
        "Retransmission of",
        FRAME_NUMBER,
        f -> frame(f.note().retransmissionOf()));
    byAudit(
        all,
        "k_verdict",
        "Verdict of the handover",
        STRING,
        f -> each(f.note().handovers(), handover -> handover.verdict().name()));
    byAudit(
        all,
        "cause",
        "Cause of the IKE re-run",
        STRING,
        f ->
            f.note().handovers().stream()
                .map(handover -> handover.cause())
                .filter(Objects::nonNull)
                .<FieldValue>map(RoamFields::cause)
                .toList());
    byAudit(
        all, "finding", "Finding", STRING, f -> each(f.note().findings(), it -> it.rule().id()));
    byAudit(
        all,
        "finding.name",
        "Name of the finding",
        STRING,
        f -> each(f.note().findings(), it -> it.rule().name()));
    byAudit(
        all,
        "finding.severity",
        "Severity of the finding",
        STRING,
        f -> each(f.note().findings(), it -> it.severity().name().toLowerCase(Locale.ROOT)));
    byAudit(
        all,
        "finding.message",
        "What the finding says",
        STRING,
        f -> each(f.note().findings(), it -> it.message()));
    return all;
  }

  private static void byFrame(
      Map<String, Reader> all,
      String name,
      String label,
      FieldType type,
      Function<DecodedFrame, List<FieldValue>> values) {
    put(all, name, label, type, Knowledge.FRAME, values);
  }

  private static void byAudit(
      Map<String, Reader> all,
      String name,
      String label,
      FieldType type,
      Function<DecodedFrame, List<FieldValue>> values) {
    put(all, name, label, type, Knowledge.AUDIT, values);
  }

  private static void put(
      Map<String, Reader> all,
      String name,
      String label,
      FieldType type,
      Knowledge knowledge,
      Function<DecodedFrame, List<FieldValue>> values) {
    FieldInfo info = FieldInfo.of("roam." + name, label, type, SOURCE);
    all.put(info.name(), new Reader(info, knowledge, values));
  }

  private static FieldValue text(String value) {
    return new FieldValue.Text(value);
  }

  private static FieldValue cause(@Nullable Cause cause) {
    return text(cause == null ? "" : cause.json());
  }

  private static List<FieldValue> maybe(@Nullable String value) {
    return value == null ? List.of() : List.of(text(value));
  }

  private static List<FieldValue> frame(@Nullable Integer number) {
    return number == null ? List.of() : List.of(new FieldValue.Numeric(number));
  }

  private static List<FieldValue> bit(boolean set) {
    return set ? List.of(new FieldValue.Bool(true)) : List.of();
  }

  private static List<FieldValue> address(@Nullable IpAddress address, boolean v4) {
    return address == null || address.v4() != v4
        ? List.of()
        : List.of(new FieldValue.Address(address));
  }

  private static List<FieldValue> responseTime(DecodedFrame frame) {
    Long nanos = frame.note().responseNanos();
    return nanos == null ? List.of() : List.of(new FieldValue.Time(nanos));
  }

  private static <T> List<FieldValue> each(List<T> items, Function<T, String> text) {
    return items.stream().<FieldValue>map(item -> text(text.apply(item))).toList();
  }
}
