/** One class per rule; {@link org.roamscope.audit.RuleCatalog} lists them. */
@NullMarked
package org.roamscope.audit.rule;

import org.jspecify.annotations.NullMarked;
