package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.report.FrameComments;
import org.roamscope.report.Report;

/** A copy of a capture with what a report says as comments. */
final class AnnotatedCopy {
  private AnnotatedCopy() {}

  /**
   * Writes the copy.
   *
   * @param report the report
   * @param capture which of its captures
   * @param from where that is
   * @param to where the copy goes
   * @param leftOut types of blocks that are not copied
   * @return false, and no copy, when the capture cannot be read; the report says why
   * @throws IOException when the copy cannot be written
   */
  static boolean write(Report report, int capture, Path from, Path to, Set<Integer> leftOut)
      throws IOException {
    FrameComments comments = FrameComments.of(report);
    try (CaptureFile copy = new CaptureFile(to, CaptureFile.Format.pcapng, leftOut);
        CaptureReader reader = CaptureReader.open(from)) {
      long left = report.captures().get(capture).packets();
      for (Frame frame = reader.next(); frame != null && left > 0; frame = reader.next()) {
        copy.write(comments.annotated(capture, frame), reader);
        left--;
      }
      copy.finish();
      return true;
    } catch (CaptureException e) {
      return false;
    }
  }
}
