package org.roamscope.dissect;

import org.roamscope.ipsec.DecryptedEsp;
import org.roamscope.ipsec.EspTrailer;

/**
 * What came out of an ESP packet with a key. The next header is in the trailer.
 *
 * @param content payload and trailer as they were decrypted; the payload has a byte source of its
 *     own, or is a part of the packet when nothing is encrypted
 * @param trailer padding to integrity check value, with the verdict on the latter
 */
public record OpenedEsp(DecryptedEsp content, EspTrailer trailer) {}
