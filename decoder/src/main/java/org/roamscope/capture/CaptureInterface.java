package org.roamscope.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where frames were captured. A pcap file has one.
 *
 * @param id index in {@link CaptureReader#interfaces()}
 * @param section pcapng section it was declared in, from 0
 * @param linkType one of {@link LinkType}, or any other 16-bit LINKTYPE value
 * @param snapLength most bytes kept of a packet, as the file says; 0 is no limit
 * @param name what the capturing machine calls it; text from a file
 * @param options pcapng options, in file order
 */
public record CaptureInterface(
    int id,
    int section,
    int linkType,
    long snapLength,
    @Nullable String name,
    List<BlockOption> options) {
  /** Keeps its own copy of the options. */
  public CaptureInterface {
    options = List.copyOf(options);
  }
}
