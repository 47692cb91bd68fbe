package org.roamscope.decrypt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.roamscope.Lab;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameNotes;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.keys.KeyRing;

/**
 * Captures of a real IKE daemon with their keys: everything opens, and where tshark is installed it
 * says the same; see {@link Lab}.
 */
class LabDecryptionTest {
  /** What is compared: everything inside, and how it was opened. */
  private static final List<String> PROTOCOLS = List.of("isakmp.", "mip6.", "esp.");

  /** The octets of a fragment have a field of their own, which tshark has only for whole ones. */
  private static final Set<String> APART = Set.of("isakmp.enc.data");

  private static Stream<Path> captures() throws IOException {
    return Lab.files("captures").stream();
  }

  private static List<DecodedFrame> decode(Path capture, KeyRing keys, Coverage[] coverage)
      throws IOException {
    try (CaptureReader reader = CaptureReader.open(capture)) {
      FrameDecoder decoder =
          new FrameDecoder(reader, FrameNotes.NONE::of, DecodeAs.NONE, Set.of(), keys);
      List<DecodedFrame> frames = new ArrayList<>();
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(decoder.decode(frame));
      }
      coverage[0] = decoder.coverage();
      return frames;
    }
  }

  @TestFactory
  Stream<DynamicTest> everythingOpens() throws IOException {
    return captures()
        .map(capture ->
            DynamicTest.dynamicTest(
                capture.getFileName().toString(),
                () -> {
                  KeyRing ring = Lab.keys(capture);
                  Coverage[] coverage = new Coverage[1];
                  decode(capture, ring, coverage);
                  assertThat(coverage[0].rows().stream().filter(row -> row.closed() > 0))
                      .as(coverage[0].table())
                      .allMatch(row -> withoutKey(row, ring));
                  assertThat(coverage[0].packets(Outcome.OPENED)).isPositive();
                }));
  }

  /** ESP of others that the lab keeps no key of. */
  private static boolean withoutKey(Coverage.Row row, KeyRing ring) {
    return row.subject() instanceof Coverage.Esp esp
        && ring.esp(esp.number()).isEmpty()
        && row.closed() == row.packets(Outcome.NO_KEY);
  }

  /** The keys of IKE alone: those of ESP are derived from SK_d. */
  @TestFactory
  Stream<DynamicTest> childKeysAreDerived() throws IOException {
    return captures()
        .filter(capture -> capture.getFileName().toString().startsWith("s12"))
        .map(capture ->
            DynamicTest.dynamicTest(
                capture.getFileName().toString(),
                () -> {
                  KeyRing all = Lab.keys(capture);
                  KeyRing ike =
                      new KeyRing(all.ikeV2(), List.of(), List.of(), List.of(), List.of());
                  Coverage[] coverage = new Coverage[1];
                  decode(capture, ike, coverage);
                  assertThat(
                          coverage[0].rows().stream()
                              .filter(row -> row.subject() instanceof Coverage.Esp)
                              .mapToLong(row -> row.packets(Outcome.OPENED))
                              .sum())
                      .as(coverage[0].table())
                      .isPositive();
                  assertThat(coverage[0].complete()).as(coverage[0].table()).isTrue();
                }));
  }

  @TestFactory
  Stream<DynamicTest> sameFieldsAsTshark() throws IOException, InterruptedException {
    Assumptions.assumeTrue(installed(), "needs tshark 4.0");
    Set<String> known = new TreeSet<>(tsharkFields());
    List<String> names = new ArrayList<>();
    DecodeCatalog.fields()
        .all()
        .forEach(entry -> {
          if (PROTOCOLS.stream().anyMatch(entry.name()::startsWith)
              && known.contains(entry.name())
              && !APART.contains(entry.name())) {
            names.add(entry.name());
          }
        });
    return captures()
        .filter(capture -> !capture.getFileName().toString().startsWith("s13"))
        .map(capture ->
            DynamicTest.dynamicTest(
                capture.getFileName().toString(), () -> compare(capture, names)));
  }

  private static void compare(Path capture, List<String> names)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-r", capture.toString(), "-T", "fields", "-d", "udp.port==4191,ipv6"));
    names.forEach(name -> arguments.addAll(List.of("-e", name)));
    arguments.addAll(List.of("-E", "separator=/t", "-E", "aggregator=|", "-E", "occurrence=a"));
    List<String> lines =
        tshark(arguments, Map.of("WIRESHARK_CONFIG_DIR", Lab.keyFolder(capture).toString()));
    List<DecodedFrame> frames = decode(capture, Lab.keys(capture), new Coverage[1]);
    assertThat(lines).hasSameSizeAs(frames);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      if (!frames.get(i).dissection().quoted().isEmpty()) {
        continue; // what an ICMP error quotes is not opened
      }
      // An empty field is printed as a word.
      String line = lines.get(i).replace("|<MISSING>", "").replaceAll("<MISSING>\\|?", "");
      String[] theirs = line.split("\t", -1);
      for (int f = 0; f < names.size(); f++) {
        List<String> ours = new ArrayList<>();
        for (Occurrence one : frames.get(i).occurrences(names.get(f))) {
          ours.add(one.info().plain(one.value()));
        }
        if (!String.join("|", ours).equals(theirs[f])) {
          differences.add(
              (i + 1) + " " + names.get(f) + ": " + theirs[f] + " here " + String.join("|", ours));
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private static boolean installed() throws InterruptedException {
    try {
      List<String> lines = tshark(List.of("--version"), Map.of());
      return !lines.isEmpty() && lines.getFirst().contains("4.0.");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> tsharkFields() throws IOException, InterruptedException {
    return tshark(List.of("-G", "fields"), Map.of()).stream()
        .map(line -> line.split("\t", -1))
        .filter(columns -> columns.length > 2 && columns[0].equals("F"))
        .map(columns -> columns[2])
        .toList();
  }

  private static List<String> tshark(List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tshark"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return List.of(out.split("\n")); // a tab or carriage return within a line is part of it
  }
}
