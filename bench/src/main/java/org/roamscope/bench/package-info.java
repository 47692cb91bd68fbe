/** Microbenchmarks of the steps that every packet goes through; see docs/bench.md. */
@NullMarked
package org.roamscope.bench;

import org.jspecify.annotations.NullMarked;
