package org.roamscope.track;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * Where a UE was, or tried to be.
 *
 * @param from registration at the place left, null for the first place seen
 * @param fromAddress care-of address left, null when nothing shows it
 * @param to care-of address
 * @param addresses addresses that IKE may use there
 * @param registration the registration, null when only IKE shows the place
 * @param attempts earlier attempts for the same place
 * @param begin first packet that shows it
 * @param moved true when coming here was a movement
 */
record Place(
    @Nullable Registration from,
    @Nullable IpAddress fromAddress,
    IpAddress to,
    Set<IpAddress> addresses,
    @Nullable Registration registration,
    List<Registration> attempts,
    At begin,
    boolean moved) {}
