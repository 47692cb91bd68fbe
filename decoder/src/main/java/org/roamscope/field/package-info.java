/**
 * One definition per message: field descriptors in the order of the RFC's diagram, from which come
 * accessors, the detail tree, filter names and the encoder. Sees {@code bytes} only.
 */
@NullMarked
package org.roamscope.field;

import org.jspecify.annotations.NullMarked;
