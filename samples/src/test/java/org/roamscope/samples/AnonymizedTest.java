package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.Analysis;
import org.roamscope.Anonymizing;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.share.Pseudonyms;

/** A copy without names says of the samples what they say. */
class AnonymizedTest {
  @TempDir private Path folder;

  private static KeyMaterial key(int octet) {
    byte[] octets = new byte[32];
    java.util.Arrays.fill(octets, (byte) octet);
    return KeyMaterial.copyOf(octets);
  }

  private static Analysis.Source source(Path path) {
    return new Analysis.Source.File(path, "capture");
  }

  /** Writes the copy, and says what is wrong with it. */
  private List<String> wrong(Path capture, Path copy) throws IOException {
    Anonymizing run = new Anonymizing(source(capture), new Pseudonyms(key(7)), () -> false);
    try (CaptureWriter out = CaptureWriter.pcapng(Files.newOutputStream(copy))) {
      run.copy((frame, interfaces) -> {
        for (CaptureInterface one : interfaces) {
          out.describe(one);
        }
        out.write(frame);
      });
    }
    return run.check(source(copy), Profile.TS24303);
  }

  @TestFactory
  Stream<DynamicTest> theAuditSaysTheSame() throws IOException {
    return Samples.all().stream()
        .map(sample ->
            dynamicTest(
                sample.page().name(),
                () ->
                    assertThat(wrong(sample.capture(), folder.resolve("copy.pcapng"))).isEmpty()));
  }
}
