package org.roamscope.audit;

import java.util.List;
import org.roamscope.track.Correlation;

/**
 * What rules look at.
 *
 * @param profile whose text decides
 * @param correlation facts
 * @param handovers judged handovers of all UEs, ordered by UE, then time
 */
public record AuditContext(Profile profile, Correlation correlation, List<Handover> handovers) {}
