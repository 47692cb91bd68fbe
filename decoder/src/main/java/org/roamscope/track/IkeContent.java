package org.roamscope.track;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * What the encrypted payloads of an IKE message say, once they are decrypted.
 *
 * @param deletesIkeSa a DELETE of the IKE SA itself, RFC 7296 section 3.11
 * @param movesSa UPDATE_SA_ADDRESSES, RFC 4555 section 3.5
 * @param initiatorIdentity IDi as text, or null
 * @param responderIdentity IDr as text, or null
 * @param addresses addresses assigned by configuration or the only ones of a traffic selector
 */
public record IkeContent(
    boolean deletesIkeSa,
    boolean movesSa,
    @Nullable String initiatorIdentity,
    @Nullable String responderIdentity,
    Set<IpAddress> addresses) {}
