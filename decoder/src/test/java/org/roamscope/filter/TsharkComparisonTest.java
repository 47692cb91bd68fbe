package org.roamscope.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Dissector;
import org.roamscope.dissect.Fields;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.ike.IkeLayouts;

/**
 * The same filters, over the same packets, through tshark where it is installed: the same frames,
 * and the same filters refused. Compared are fields of which both programs read the same values.
 */
class TsharkComparisonTest {
  private static final Path SAMPLES = Path.of("../samples/captures");
  private static final List<String> CAPTURES =
      List.of(
          "k-agreed", "two-behind-one-nat", "icmp-errors", "ikev1-honoured", "refused-then-rerun");
  private static final int FILTERS = Integer.getInteger("roamscope.filters", 120);
  private static final FieldInfo NUMBER =
      FieldInfo.of("frame.number", "Frame Number", FieldType.UINT32, new Clause("the capture", ""));

  private final Map<String, Layout> layouts = new LinkedHashMap<>();
  private final List<Map<String, List<Occurrence>>> packets = new ArrayList<>();

  private record Answer(int status, List<String> lines) {}

  private static Answer tshark(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tshark"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), out.lines().toList());
  }

  private static boolean installed() throws InterruptedException {
    try {
      List<String> lines = tshark(List.of("--version")).lines();
      return !lines.isEmpty() && lines.getFirst().contains("4.0.");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void sameFramesAndSameRefusals(@TempDir Path directory) throws IOException, InterruptedException {
    Assumptions.assumeTrue(installed(), "needs tshark 4.0");
    Path file = directory.resolve("all.pcapng");
    merge(file);
    FieldCatalog catalog = catalog();
    List<FieldCatalog.Entry> shared = shared(catalog, file);
    assertThat(shared).as("fields that both read alike").hasSizeGreaterThan(25);
    Random random = new Random(4017);
    RandomFilters filters = new RandomFilters(random, shared, packets);
    List<String> differences = new ArrayList<>();
    int accepted = 0;
    for (int i = 0; i < FILTERS; i++) {
      String text = filters.next();
      Answer theirs =
          tshark(List.of("-r", file.toString(), "-Y", text, "-T", "fields", "-e", "frame.number"));
      List<String> ours = ours(text, catalog);
      List<String> expected = theirs.status() == 0 ? theirs.lines() : null;
      if (!Objects.equals(ours, expected)) {
        differences.add(text + ": " + ours + " where tshark has " + expected);
      }
      accepted += ours == null ? 0 : 1;
    }
    assertThat(differences).isEmpty();
    assertThat(accepted).as("some are filters").isBetween(FILTERS / 3, FILTERS);
  }

  /** All fields but those that are of several types, while layouts do not agree. */
  private FieldCatalog catalog() {
    List<Layout> all = new ArrayList<>(IkeLayouts.all());
    all.addAll(layouts.values());
    Map<String, Set<FieldType>> types = new TreeMap<>();
    List<FieldInfo> infos = new ArrayList<>(List.of(NUMBER));
    for (Layout layout : all) {
      FieldInfo self = layout.self();
      if (self != null) {
        infos.add(self);
      }
      layout.fields().forEach(field -> infos.add(field.info()));
      layout.derived().forEach(field -> infos.add(field.info()));
    }
    infos.forEach(
        info -> types.computeIfAbsent(info.name(), name -> new TreeSet<>()).add(info.type()));
    infos.removeIf(info -> Objects.requireNonNull(types.get(info.name())).size() > 1);
    return FieldCatalog.of(List.of(), infos);
  }

  private static @Nullable Filter compiled(String text, FieldCatalog catalog) {
    try {
      return Filter.compile(text, catalog);
    } catch (FilterException e) {
      return null;
    }
  }

  private @Nullable List<String> ours(String text, FieldCatalog catalog) {
    Filter filter = compiled(text, catalog);
    if (filter == null) {
      return null;
    }
    List<String> frames = new ArrayList<>();
    for (int i = 0; i < packets.size(); i++) {
      Map<String, List<Occurrence>> packet = packets.get(i);
      if (filter.matches(name -> packet.getOrDefault(name, List.of()))) {
        frames.add(String.valueOf(i + 1));
      }
    }
    return frames;
  }

  private void merge(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        CaptureWriter writer = CaptureWriter.pcapng(out)) {
      for (String name : CAPTURES) {
        try (CaptureReader reader = CaptureReader.open(SAMPLES.resolve(name + ".pcapng"))) {
          for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            writer.write(
                new Frame(
                    packets.size() + 1,
                    frame.timeNanos(),
                    frame.linkType(),
                    0,
                    frame.originalLength(),
                    frame.data(),
                    List.of()));
            dissect(frame);
          }
        }
      }
    }
  }

  private void dissect(Frame frame) {
    Dissection dissection = Dissector.dissect(frame.linkType(), frame.slice(), null);
    dissection.elements().forEach(element -> collect(element, 0));
    Map<String, List<Occurrence>> values = new TreeMap<>(Fields.of(dissection, info -> true));
    FieldValue number = new FieldValue.Numeric(packets.size() + 1);
    values.put(NUMBER.name(), List.of(new Occurrence(NUMBER, number, 1)));
    packets.add(values);
  }

  private void collect(Element element, int depth) {
    Layout layout = element.layout();
    layouts.putIfAbsent(layout.prefix() + layout.name() + layout.fields().size(), layout);
    if (depth < 16) {
      element.parts().forEach(part -> collect(part, depth + 1));
    }
  }

  /** Fields of the same type in both programs, and of the same values in all packets. */
  private List<FieldCatalog.Entry> shared(FieldCatalog catalog, Path file)
      throws IOException, InterruptedException {
    Map<String, String> types = new TreeMap<>();
    for (String line : tshark(List.of("-G", "fields")).lines()) {
      String[] columns = line.split("\t", -1);
      if (columns[0].equals("F")) {
        types.putIfAbsent(columns[2], columns[3]);
      }
    }
    List<FieldCatalog.Entry> named = new ArrayList<>();
    List<String> arguments =
        new ArrayList<>(List.of("-r", file.toString(), "-T", "fields", "-E", "separator=/t"));
    for (FieldCatalog.Entry entry : catalog.all()) {
      FieldType type = entry.info().type();
      if (Types.code(type).equals(types.get(entry.name())) && type != FieldType.NONE) {
        named.add(entry);
        arguments.addAll(List.of("-e", entry.name()));
      }
    }
    List<String> lines = tshark(arguments).lines();
    List<FieldCatalog.Entry> shared = new ArrayList<>();
    for (int column = 0; column < named.size(); column++) {
      FieldCatalog.Entry entry = named.get(column);
      boolean same = lines.size() == packets.size();
      boolean somewhere = false;
      for (int i = 0; same && i < lines.size(); i++) {
        String theirs = lines.get(i).split("\t", -1)[column];
        List<Occurrence> values = packets.get(i).getOrDefault(entry.name(), List.of());
        somewhere |= !values.isEmpty();
        same = alike(theirs, values);
      }
      if (same && somewhere) {
        shared.add(entry);
      }
    }
    return shared;
  }

  /** Numbers may be written in another base. */
  private static boolean alike(String theirs, List<Occurrence> ours) {
    String[] parts = theirs.isEmpty() ? new String[0] : theirs.split(",", -1);
    if (parts.length != ours.size()) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      String own = ours.get(i).info().plain(ours.get(i).value());
      boolean same =
          ours.get(i).value() instanceof FieldValue.Numeric(long number) && part.startsWith("0x")
              ? Long.parseUnsignedLong(part.substring(2), 16) == number
              : part.replace(":", "").equals(own.replace(":", ""));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
