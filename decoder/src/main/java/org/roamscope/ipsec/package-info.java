/** ESP, AH and UDP encapsulation. Sees {@code bytes} and {@code field} only. */
@NullMarked
package org.roamscope.ipsec;

import org.jspecify.annotations.NullMarked;
