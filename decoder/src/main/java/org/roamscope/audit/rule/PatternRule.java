package org.roamscope.audit.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Rule;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.IpAddress;

/** What rules that look for a pattern of their own have in common: how they say it. */
abstract class PatternRule implements Rule {
  private final RuleInfo info;

  PatternRule(RuleInfo info) {
    this.info = info;
  }

  @Override
  public final RuleInfo info() {
    return info;
  }

  /**
   * A finding of this rule at its usual severity.
   *
   * @param arguments names and values in turn
   */
  final Finding finding(
      Confidence confidence,
      @Nullable IpAddress ue,
      Evidence primary,
      List<Evidence> related,
      String message,
      Object... arguments) {
    return finding(info.severity(), confidence, ue, primary, related, message, arguments);
  }

  /** The same at another severity. */
  final Finding finding(
      Severity severity,
      Confidence confidence,
      @Nullable IpAddress ue,
      Evidence primary,
      List<Evidence> related,
      String message,
      Object... arguments) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      named.put(String.valueOf(arguments[i]), String.valueOf(arguments[i + 1]));
    }
    return new Finding(
        info, severity, confidence, ue, primary, List.copyOf(related), message, named);
  }
}
