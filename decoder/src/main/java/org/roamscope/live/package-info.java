/**
 * Live capture: a helper process has the rights and writes pcapng to a pipe; who analyzes reads it.
 */
@NullMarked
package org.roamscope.live;

import org.jspecify.annotations.NullMarked;
