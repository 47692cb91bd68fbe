package org.roamscope.crypto;

import org.roamscope.bytes.Slice;

/**
 * What an Authentication Header protects, RFC 4302 section 2.
 *
 * @param payload what follows the header
 * @param nextHeader its protocol
 * @param icv the checksum, without padding; all of the field when it is not checked
 */
public record AhContent(Slice payload, int nextHeader, Slice icv) {}
