package org.roamscope.audit;

import java.util.List;
import java.util.Map;
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
    Map<String, String> arguments) {}
