/** What is seen. Views take their view-model by constructor and know no protocol. */
@NullMarked
package org.roamscope.gui.view;

import org.jspecify.annotations.NullMarked;
