package org.roamscope.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;

/** The samples of this project. */
final class Samples {
  /**
   * A page with its capture.
   *
   * @param page the page
   * @param capture the committed file
   */
  record Sample(Page page, Path capture) {
    List<Frame> frames() throws IOException {
      List<Frame> frames = new ArrayList<>();
      try (CaptureReader reader = CaptureReader.open(capture)) {
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
          frames.add(frame);
        }
      }
      return frames;
    }

    /** The folder of keys that goes with the capture, whether it exists or not. */
    Path keyFolder() {
      return capture.resolveSibling(page.name() + ".keys");
    }

    /** The audit, with what the page says is given. */
    Report audit(Expectation expected) {
      KeyRing keys =
          switch (expected.given()) {
            case KEYS -> KeyFiles.read(keyFolder());
            case NOTHING -> KeyRing.EMPTY;
          };
      return run(new Analysis.Source.File(capture, "sample"), keys, expected.profile());
    }
  }

  private Samples() {}

  static Path folder() {
    return Path.of(System.getProperty("roamscope.root", "..")).resolve("samples");
  }

  /** Made ones, then recorded ones. */
  static List<Sample> all() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Path path : ScenarioMain.pages(folder().resolve("scenarios"))) {
      Page page = Page.read(path);
      samples.add(new Sample(page, folder().resolve("captures").resolve(page.name() + ".pcapng")));
    }
    for (Path path : ScenarioMain.pages(folder().resolve("recorded"))) {
      Page page = Page.read(path);
      samples.add(new Sample(page, folder().resolve("recorded").resolve(page.name() + ".pcap")));
    }
    return samples;
  }

  /** The sample of that name. */
  static Sample named(String name) throws IOException {
    return all().stream()
        .filter(sample -> sample.page().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The same packet at another place and time. */
  static Frame at(Frame frame, int number, long timeNanos) {
    return at(frame, number, timeNanos, frame.data());
  }

  /** The same with other octets, as many. */
  static Frame at(Frame frame, int number, long timeNanos, byte[] octets) {
    return new Frame(
        number,
        timeNanos,
        frame.linkType(),
        frame.interfaceId(),
        frame.originalLength(),
        octets,
        frame.options());
  }

  static Report audit(Path file, Profile profile) {
    return run(new Analysis.Source.File(file, "sample"), KeyRing.EMPTY, profile);
  }

  static Report audit(byte[] capture) {
    return audit(List.of(capture));
  }

  /** Several captures, one analysis. */
  static Report audit(List<byte[]> captures) {
    List<Analysis.Source> sources = new ArrayList<>();
    for (byte[] capture : captures) {
      sources.add(new Analysis.Source.Octets(Slice.of(capture), "sample"));
    }
    return run(sources, KeyRing.EMPTY, Profile.TS24303);
  }

  static Report run(Analysis.Source source, KeyRing keys, Profile profile) {
    return run(List.of(source), keys, profile);
  }

  private static Report run(List<Analysis.Source> sources, KeyRing keys, Profile profile) {
    return Analysis.run(sources, keys, profile, "test", (name, bytes, frames) -> {}, () -> false);
  }

  /** True for pages whose capture is made from a scenario. */
  static boolean made(Sample sample) {
    return !sample.page().scenario().isEmpty();
  }
}
