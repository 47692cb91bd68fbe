/**
 * Mobility Header messages and options (RFC 6275, RFC 5555) and what a UDP 4191 payload is. Sees
 * {@code bytes} and {@code field} only.
 */
@NullMarked
package org.roamscope.mobility;

import org.jspecify.annotations.NullMarked;
