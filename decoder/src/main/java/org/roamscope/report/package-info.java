/** What an analysis says, in the forms people and programs read. Sees results, never packets. */
@NullMarked
package org.roamscope.report;

import org.jspecify.annotations.NullMarked;
