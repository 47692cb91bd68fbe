package org.roamscope.samples.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameNotes;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.field.FieldType;
import org.roamscope.keys.KeyRing;

/** Values of every field that this program and tshark both have, side by side, and the sums. */
final class FieldComparison {
  private static final int SHOWN = Integer.getInteger("roamscope.differential.shown", 40);
  private static final int EXAMPLES = Integer.getInteger("roamscope.differential.examples", 1);

  /** What tshark prints for octets that are none; here such a field has no value. */
  private static final Set<String> EMPTY = Set.of("<none>", "<MISSING>");

  private final Tshark tshark;
  private final Differences differences;
  private final List<String> names;
  private final Map<String, Integer> compared = new TreeMap<>();
  private final Map<String, List<String>> different = new TreeMap<>();
  private long values;
  private long equal;
  private long listed;

  FieldComparison(Tshark tshark, Differences differences) throws IOException {
    this.tshark = tshark;
    this.differences = differences;
    names = shared(tshark.fields());
  }

  /** Differences that no line of the list explains, by field. */
  List<String> different() {
    return different.values().stream().flatMap(List::stream).limit(SHOWN).toList();
  }

  /** How often a field had a value. */
  int met(String name) {
    return compared.getOrDefault(name, 0);
  }

  /** The sums. */
  @Override
  public String toString() {
    return String.format(
        "%d fields shared, %d of them met; %d values compared, %d equal, %d listed, %d different;"
            + " %d lines of the list explain nothing in these packets",
        names.size(),
        compared.size(),
        values,
        equal,
        listed,
        different.size(),
        differences.unused().size());
  }

  /** Fields of one name have one type. */
  private static List<String> shared(Map<String, String> theirs) {
    List<String> names = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (FieldCatalog.Entry entry : DecodeCatalog.fields().all()) {
      String type = theirs.get(entry.name());
      if (type == null || entry.name().startsWith("_ws.")) {
        continue;
      }
      FieldType ours = entry.info().type();
      if (!type.equals("FT_" + tsharkName(ours))) {
        types.add(entry.name() + " is " + ours + ", in tshark " + type);
      } else if (ours != FieldType.PROTOCOL && ours != FieldType.NONE) {
        names.add(entry.name());
      }
    }
    assertThat(types).as("types").isEmpty();
    return names;
  }

  private static String tsharkName(FieldType type) {
    return switch (type) {
      case FRAME_NUMBER -> "FRAMENUM";
      case IPV4 -> "IPv4";
      case IPV6 -> "IPv6";
      default -> type.name();
    };
  }

  /** Reads a capture in both programs; the keys are those that tshark has. */
  void compare(Path capture, KeyRing keys) throws IOException {
    compare(capture, keys, number -> "");
  }

  /** The same with words about each frame for messages. */
  void compare(Path capture, KeyRing keys, IntFunction<String> about) throws IOException {
    Set<String> wanted = new HashSet<>(names);
    wanted.addAll(differences.fields());
    List<DecodedFrame> ours = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(capture)) {
      FrameDecoder decoder =
          new FrameDecoder(reader, FrameNotes.NONE::of, DecodeAs.NONE, wanted, keys);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        DecodedFrame decoded = decoder.decode(frame);
        decoder.displayed(decoded);
        ours.add(decoded);
      }
    }
    int[] next = {0};
    tshark.values(
        capture,
        names,
        theirs -> {
          assertThat(theirs).as("cells of a frame in %s", capture).hasSameSizeAs(names);
          DecodedFrame frame = ours.get(next[0]++);
          frame(capture.getFileName() + " " + about.apply(next[0]), frame, theirs);
        });
    assertThat(next[0]).as("frames of " + capture).isEqualTo(ours.size());
  }

  private void frame(String place, DecodedFrame frame, List<List<String>> theirs) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      List<String> mine = frame.occurrences(name).stream().map(FieldComparison::plain).toList();
      List<String> yours = theirs.get(i).stream().filter(value -> !EMPTY.contains(value)).toList();
      if (mine.isEmpty() && yours.isEmpty()) {
        continue;
      }
      compared.merge(name, 1, Integer::sum);
      values += Math.max(mine.size(), yours.size());
      if (mine.equals(yours)) {
        equal += mine.size();
      } else if (differences.listed(name, frame, yours, mine)) {
        listed += Math.max(mine.size(), yours.size());
      } else {
        List<String> examples = different.computeIfAbsent(name, any -> new ArrayList<>());
        if (examples.size() >= EXAMPLES) {
          continue;
        }
        examples.add(
            String.format(
                "%s in frame %d of %s: tshark %s, ours %s",
                name, frame.frame().number(), place, yours, mine));
      }
    }
  }

  /** As {@code -T fields} writes it: backslashes stand as sent. */
  static String plain(Occurrence occurrence) {
    return occurrence
        .info()
        .plain(occurrence.value())
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t")
        .replace("\b", "\\b")
        .replace("\f", "\\f");
  }
}
