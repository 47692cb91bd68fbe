/** IKEv1 and IKEv2 messages (RFC 2408, RFC 7296). Sees {@code bytes} and {@code field} only. */
@NullMarked
package org.roamscope.ike;

import org.jspecify.annotations.NullMarked;
