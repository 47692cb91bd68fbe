/**
 * Facts and state. {@link org.roamscope.track.EventExtractor} turns dissections into {@link
 * org.roamscope.track.Event}s; the trackers turn events, forwards in capture time, into bindings
 * per UE and IKE SAs; {@link org.roamscope.track.Correlation} joins the two into handovers with
 * their evidence. Nothing here reads a file, a clock or packet bytes, the extractor apart.
 */
@NullMarked
package org.roamscope.track;

import org.jspecify.annotations.NullMarked;
