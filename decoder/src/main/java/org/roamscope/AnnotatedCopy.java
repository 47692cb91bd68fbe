package org.roamscope;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.roamscope.capture.CaptureException;
import org.roamscope.capture.CaptureFile;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.report.FrameComments;
import org.roamscope.report.Report;

/** Copies of captures with what a report says as comments. */
public final class AnnotatedCopy {
  private final Report report;
  private final FrameComments comments;
  private final Set<Integer> leftOut;

  /**
   * Prepares.
   *
   * @param report the report
   * @param leftOut types of blocks that are not copied
   */
  public AnnotatedCopy(Report report, Set<Integer> leftOut) {
    this.report = report;
    this.leftOut = leftOut;
    comments = FrameComments.of(report);
  }

  /**
   * Writes a copy.
   *
   * @param capture which of the captures of the report
   * @param from where that is
   * @param to where the copy goes
   * @return false, and no copy, when the capture cannot be read; the report says why
   * @throws IOException when the copy cannot be written
   */
  public boolean write(int capture, Analysis.Source from, Path to) throws IOException {
    try (CaptureFile copy = new CaptureFile(to, CaptureFile.Format.pcapng, leftOut);
        CaptureReader reader = from.open()) {
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
