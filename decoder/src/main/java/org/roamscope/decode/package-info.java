/**
 * Captures as Wireshark users read them: a packet list, detail trees, fields, display filters.
 * Joins what one frame holds with what the correlation knows of it.
 */
@NullMarked
package org.roamscope.decode;

import org.jspecify.annotations.NullMarked;
