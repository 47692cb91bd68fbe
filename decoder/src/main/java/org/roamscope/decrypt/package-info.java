/**
 * Decryption while a capture is read: {@link org.roamscope.decrypt.Decryptor} joins the keys of
 * {@code keys} and the ciphers of {@code crypto}, and is what the dissector asks. Sees {@code
 * bytes}, {@code field}, {@code net}, {@code ike}, {@code ipsec}, {@code dissect}, {@code keys} and
 * {@code crypto}. No text of this package holds an octet of a key.
 */
@NullMarked
package org.roamscope.decrypt;

import org.jspecify.annotations.NullMarked;
