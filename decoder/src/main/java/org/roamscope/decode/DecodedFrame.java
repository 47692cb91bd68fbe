package org.roamscope.decode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.Frame;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Fields;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldSource;
import org.roamscope.field.FieldValue;

/**
 * A frame with everything that is known of it: what the capture says, what it holds, what the
 * correlation found. Field values are read when somebody asks. Not for several threads.
 */
public final class DecodedFrame implements FieldSource {
  private final Frame frame;
  private final @Nullable CaptureInterface captureInterface;
  private final Clock clock;
  private final Dissection dissection;
  private final Mobile mobile;
  private final FrameNote note;
  private final Set<String> wanted;
  private @Nullable Map<String, List<Occurrence>> values;
  private @Nullable Summary summary;

  DecodedFrame(
      Frame frame,
      @Nullable CaptureInterface captureInterface,
      Clock clock,
      Dissection dissection,
      Mobile mobile,
      FrameNote note,
      Set<String> wanted) {
    this.frame = frame;
    this.captureInterface = captureInterface;
    this.clock = clock;
    this.dissection = dissection;
    this.mobile = mobile;
    this.note = note;
    this.wanted = wanted;
  }

  /** The frame as the capture has it. */
  public Frame frame() {
    return frame;
  }

  /** Where it was captured; null for formats that do not say. */
  public @Nullable CaptureInterface captureInterface() {
    return captureInterface;
  }

  /** Its time beside those of others. */
  public Clock clock() {
    return clock;
  }

  /** What it holds. */
  public Dissection dissection() {
    return dissection;
  }

  /** Whose mobility it is about. */
  public Mobile mobile() {
    return mobile;
  }

  /** What the correlation knows. */
  public FrameNote note() {
    return note;
  }

  /** One line. */
  public Summary summary() {
    Summary known = summary;
    if (known == null) {
      known = Summary.of(dissection);
      summary = known;
    }
    return known;
  }

  @Override
  public List<Occurrence> occurrences(String filterName) {
    if (filterName.startsWith("frame") || filterName.startsWith("_ws.")) {
      return own(filterName, FrameFields.values(filterName, this));
    }
    List<FieldValue> correlated = RoamFields.values(filterName, this);
    if (!correlated.isEmpty()) {
      return own(filterName, correlated);
    }
    Map<String, List<Occurrence>> known = values;
    if (known == null || !wanted.contains(filterName)) {
      known =
          Fields.of(
              dissection, info -> wanted.contains(info.name()) || info.name().equals(filterName));
      values = wanted.contains(filterName) ? known : values;
    }
    return known.getOrDefault(filterName, List.of());
  }

  private static List<Occurrence> own(String filterName, List<FieldValue> found) {
    FieldCatalog.Entry entry = DecodeCatalog.fields().find(filterName);
    return entry == null
        ? List.of()
        : found.stream().map(value -> new Occurrence(entry.info(), value, 1)).toList();
  }
}
