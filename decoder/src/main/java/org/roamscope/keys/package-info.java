/**
 * Keys from files: what other programs write down so that a capture can be decrypted, in one
 * neutral model. Nothing is decrypted here: algorithms and keys are those of {@code crypto}, this
 * package knows how files spell them.
 *
 * <p>{@link org.roamscope.keys.KeyFiles} reads, {@link org.roamscope.keys.KeyWriter} writes, {@link
 * org.roamscope.keys.KeyRing} holds. Octets of keys are in {@link org.roamscope.crypto.KeyMaterial}
 * only: no problem, warning, exception or text of this package repeats a field of a key file. Sees
 * {@code bytes}, {@code field} and {@code crypto}.
 */
@NullMarked
package org.roamscope.keys;

import org.jspecify.annotations.NullMarked;
