package org.roamscope.audit;

import java.util.function.Consumer;
import org.roamscope.track.Correlation;

/** A rule that looks at each UE by itself: several UEs may be looked at at once. */
public interface UeRule extends Rule {
  /** Looks for the pattern in what one UE did. */
  void checkUe(AuditContext context, Correlation.History history, Consumer<Finding> findings);

  @Override
  default void check(AuditContext context, Consumer<Finding> findings) {
    context.correlation().histories().forEach(history -> checkUe(context, history, findings));
  }
}
