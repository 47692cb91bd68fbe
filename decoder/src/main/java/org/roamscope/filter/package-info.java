/**
 * The display filter language, as Wireshark 4.0 has it: text to a checked filter, and a filter to
 * yes or no for a packet. Names and types come from the field catalogue; a packet is anything that
 * answers for a name with its values. Nothing here reads packets, files or the clock.
 */
@NullMarked
package org.roamscope.filter;

import org.jspecify.annotations.NullMarked;
