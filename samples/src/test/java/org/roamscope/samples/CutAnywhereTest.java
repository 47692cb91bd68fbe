package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.report.CaptureSummary;
import org.roamscope.report.Report;
import org.roamscope.samples.Samples.Sample;

/** A file that is cut after any of its bytes: what is whole is audited, and the cut is named. */
class CutAnywhereTest {
  private static final String SAMPLE = "needless-rerun-after";
  private static final int PCAP_HEADER = 24;
  private static final int RECORD_HEADER = 16;

  private static Sample sample() throws IOException {
    return Samples.all().stream()
        .filter(sample -> sample.page().name().equals(SAMPLE))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] pcap(List<Frame> frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = CaptureWriter.pcapNanos(out, frames.getFirst().linkType())) {
      for (Frame frame : frames) {
        writer.write(frame);
      }
    }
    return out.toByteArray();
  }

  @Test
  void pcap() throws IOException {
    List<Frame> frames = sample().frames();
    List<Integer> ends = new ArrayList<>();
    int end = PCAP_HEADER;
    for (Frame frame : frames) {
      ends.add(end += RECORD_HEADER + frame.data().length);
    }
    Set<Integer> whole = new HashSet<>(ends);
    whole.add(PCAP_HEADER);
    byte[] file = pcap(frames);
    assertThat(file).hasSize(end);
    for (int length = 0; length <= file.length; length++) {
      int cut = length;
      CaptureSummary summary = cut(file, length);
      assertThat(summary.packets()).isEqualTo(ends.stream().filter(one -> one <= cut).count());
      assertThat(summary.problems().isEmpty())
          .as("%s bytes", length)
          .isEqualTo(whole.contains(length));
    }
  }

  @Test
  void pcapng() throws IOException {
    byte[] file = Files.readAllBytes(sample().capture());
    int boundaries = 0;
    long before = 0;
    for (int length = 0; length <= file.length; length++) {
      CaptureSummary summary = cut(file, length);
      assertThat(summary.packets()).isBetween(before, before + 1);
      boundaries += summary.problems().isEmpty() ? 1 : 0;
      before = summary.packets();
    }
    assertThat(before).isEqualTo(sample().frames().size());
    assertThat(boundaries).isGreaterThan((int) before).isLessThan(file.length / 10);
  }

  @Test
  void gzip() throws IOException {
    byte[] plain = pcap(sample().frames());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    byte[] file = out.toByteArray();
    long before = 0;
    for (int length = 0; length < file.length; length++) {
      CaptureSummary summary = cut(file, length);
      assertThat(summary.problems()).as("%s bytes", length).isNotEmpty();
      assertThat(summary.packets()).isGreaterThanOrEqualTo(before);
      before = summary.packets();
    }
    assertThat(cut(file, file.length).problems()).isEmpty();
  }

  /** What a cut file says of its packets; a report with a problem is partial, exit code 3. */
  private static CaptureSummary cut(byte[] file, int length) {
    Report report = Samples.audit(Arrays.copyOf(file, length));
    CaptureSummary summary = report.captures().getFirst();
    assertThat(report.partial()).isEqualTo(!summary.problems().isEmpty());
    return summary;
  }

  /** A capture that is cut, or goes on, while it is read: never a fault of the process. */
  @Test
  void aFileThatShrinksOrGrowsIsReadAsFarAsItGoes() throws IOException {
    List<Frame> frames = new ArrayList<>();
    Frame one = sample().frames().getFirst();
    for (int i = 1; i <= 40_000; i++) {
      frames.add(new Frame(i, one.timeNanos(), 1, 0, one.data().length, one.data(), List.of()));
    }
    byte[] file = pcap(frames);
    Path path = Files.createTempFile("roamscope", ".pcap");
    try {
      Files.write(path, file);
      try (CaptureReader reader = CaptureReader.open(path)) {
        assertThat(reader.advance()).isTrue();
        Files.write(path, Arrays.copyOf(file, file.length / 2 + 1));
        while (reader.advance()) {}
        assertThat(reader.framesRead()).isBetween(19_000L, 21_000L);
        assertThat(reader.problems()).hasSize(1);
      }
      try (CaptureReader reader = CaptureReader.open(path)) {
        assertThat(reader.advance()).isTrue();
        Files.write(path, file);
        while (reader.advance()) {}
        assertThat(reader.framesRead()).isEqualTo(40_000);
        assertThat(reader.problems()).isEmpty();
      }
    } finally {
      Files.delete(path);
    }
  }
}
