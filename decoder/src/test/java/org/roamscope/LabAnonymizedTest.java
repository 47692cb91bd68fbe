package org.roamscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.share.Pseudonyms;

/** Copies without names of captures of a real IKE daemon say what the captures say. */
class LabAnonymizedTest {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> theAuditSaysTheSame() throws IOException {
    List<Path> captures = new ArrayList<>(Lab.files("captures"));
    captures.addAll(Lab.files("captures/variants"));
    return captures.stream()
        .map(capture -> dynamicTest(capture.getFileName().toString(), () -> compare(capture)));
  }

  private void compare(Path capture) throws IOException {
    Analysis.Source source = new Analysis.Source.File(capture, "capture");
    Pseudonyms names = new Pseudonyms(KeyMaterial.copyOf(new byte[32]));
    Anonymizing run = new Anonymizing(source, names, () -> false);
    Path copy = folder.resolve("copy.pcapng");
    try (CaptureWriter out = CaptureWriter.pcapng(Files.newOutputStream(copy))) {
      run.copy((frame, interfaces) -> {
        for (CaptureInterface one : interfaces) {
          out.describe(one);
        }
        out.write(frame);
      });
    }
    assertThat(run.check(new Analysis.Source.File(copy, "copy"), Profile.TS24303)).isEmpty();
  }
}
