/** Decoded frames in the forms that tshark has: list, tree, hex, fields, JSON, PDML, PSML. */
@NullMarked
package org.roamscope.decode.output;

import org.jspecify.annotations.NullMarked;
