/** What the views show, as plain properties. Nothing here knows a node, a stage or a scene. */
@NullMarked
package org.roamscope.gui.viewmodel;

import org.jspecify.annotations.NullMarked;
