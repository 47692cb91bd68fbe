package org.roamscope.report;

import java.util.List;
import org.roamscope.capture.CaptureProblem;

/**
 * One capture of an analysis.
 *
 * @param file name as given
 * @param format pcap, pcap-ns, pcapng, with {@code +gzip} when compressed; {@code none} when the
 *     input is no capture
 * @param linkTypes names of the link types seen
 * @param packets frames read
 * @param signallingPackets frames with mobility, IKE or ESP that the audit looked at
 * @param copies frames that repeat one captured just before
 * @param truncatedPackets frames longer on the wire than in the file
 * @param firstNanos time of the first frame, 0 without one
 * @param lastNanos time of the last frame
 * @param problems what is wrong with the file and with the keys in it
 */
public record CaptureSummary(
    String file,
    String format,
    List<String> linkTypes,
    long packets,
    long signallingPackets,
    long copies,
    long truncatedPackets,
    long firstNanos,
    long lastNanos,
    List<CaptureProblem> problems) {}
