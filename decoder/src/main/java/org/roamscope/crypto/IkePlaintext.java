package org.roamscope.crypto;

import org.roamscope.bytes.Slice;

/**
 * The inside of an encrypted IKE payload or message.
 *
 * @param envelope where initialization vector, ciphertext and checksum lie in the message
 * @param plaintext all that was decrypted; when nothing is encrypted, that part of the message
 * @param payloads the payloads, without padding
 * @param padding the padding, without its length
 */
public record IkePlaintext(Envelope envelope, Slice plaintext, Slice payloads, Slice padding) {}
