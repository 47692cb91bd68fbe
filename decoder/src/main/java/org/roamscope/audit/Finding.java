package org.roamscope.audit;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * Something the audit has to say.
 *
 * @param rule which rule says it
 * @param severity how much harm
 * @param confidence how sure
 * @param ue home address of the UE it is about, or null
 * @param primary the frame that shows it
 * @param related frames that prove it
 * @param message one sentence a field engineer can act on
 * @param arguments values in the message, by name, in a fixed order
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    Confidence confidence,
    @Nullable IpAddress ue,
    Evidence primary,
    List<Evidence> related,
    String message,
    Map<String, String> arguments) {
  /** The span of the frames that prove it, nanoseconds since 1970. */
  LongSummaryStatistics times() {
    return Stream.concat(Stream.of(primary), related.stream())
        .mapToLong(evidence -> evidence.at().timeNanos())
        .summaryStatistics();
  }

  /** The same with one step less confidence. */
  Finding lessSure() {
    return new Finding(
        rule, severity, confidence.lowered(), ue, primary, related, message, arguments);
  }
}
