/** Two audits, or two capture points of one traffic, held against each other. Knows no format. */
@NullMarked
package org.roamscope.compare;

import org.jspecify.annotations.NullMarked;
