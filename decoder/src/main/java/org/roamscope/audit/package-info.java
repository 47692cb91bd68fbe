/**
 * Judgement: one verdict per handover and findings by rule. Reads the trackers' correlation, never
 * packets.
 */
@NullMarked
package org.roamscope.audit;

import org.jspecify.annotations.NullMarked;
