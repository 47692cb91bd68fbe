/**
 * Capture files: frames out of pcap, pcapng and gzip, and frames into pcap and pcapng. Reading
 * never fails over damaged content: it ends, and says where and why. Depends on {@code bytes} only.
 */
@NullMarked
package org.roamscope.capture;

import org.jspecify.annotations.NullMarked;
