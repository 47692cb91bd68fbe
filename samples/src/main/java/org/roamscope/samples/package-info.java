/** Scenarios in Markdown: compiled to captures, and what the audit must say of them. */
@NullMarked
package org.roamscope.samples;

import org.jspecify.annotations.NullMarked;
