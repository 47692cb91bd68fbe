/**
 * IPsec on the wire: ESP and AH headers, UDP encapsulation on port 4500, and the search for what is
 * inside ESP with NULL encryption. Sees {@code bytes} and {@code field} only.
 */
@NullMarked
package org.roamscope.ipsec;

import org.jspecify.annotations.NullMarked;
