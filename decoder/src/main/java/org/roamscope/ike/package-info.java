/**
 * IKEv1 and IKEv2 on the wire: header, payloads and what is inside them, as far as it is not
 * encrypted; the registries; and an encoder for tests and samples. Dissection is total: it returns
 * for every byte sequence and says what is wrong where. Sees {@code bytes} and {@code field} only.
 */
@NullMarked
package org.roamscope.ike;

import org.jspecify.annotations.NullMarked;
