package org.roamscope.samples.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.Analysis;
import org.roamscope.Anonymizing;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.dissect.Dissector;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.share.Pseudonyms;

/**
 * A copy without names says of every sample what the sample says, holds none of the names, and has
 * no wrong checksum that was not wrong before, as tshark sees it.
 */
class AnonymizedTest {
  private static final List<String> SUMS =
      List.of(
          "ip.checksum.status",
          "udp.checksum.status",
          "icmp.checksum.status",
          "icmpv6.checksum.status",
          "tcp.checksum.status");
  private static final int PACKETS = 3_000;

  /** Of five octets or more: as likely in 3,000 packets by chance as one in 200,000. */
  private static final int NAME = 5;

  @TempDir private Path folder;

  private static Pseudonyms names() {
    byte[] octets = new byte[32];
    Arrays.fill(octets, (byte) 7);
    return new Pseudonyms(KeyMaterial.copyOf(octets));
  }

  private static Analysis.Source source(Path path) {
    return new Analysis.Source.File(path, "capture");
  }

  private static Anonymizing copy(Path capture, Path to, Pseudonyms names) throws IOException {
    Anonymizing run = new Anonymizing(source(capture), names, () -> false);
    try (CaptureWriter out = CaptureWriter.pcapng(Files.newOutputStream(to))) {
      run.copy((frame, interfaces) -> {
        for (CaptureInterface one : interfaces) {
          out.describe(one);
        }
        out.write(frame);
      });
    }
    return run;
  }

  @TestFactory
  Stream<DynamicTest> theAuditSaysTheSame() throws IOException {
    Path to = folder.resolve("copy.pcapng");
    return DifferentialTest.captures().stream()
        .map(capture ->
            dynamicTest(
                capture.getFileName().toString(),
                () -> {
                  Pseudonyms names = names();
                  Anonymizing run = copy(capture, to, names);
                  assertThat(run.check(source(to), Profile.TS24303)).isEmpty();
                  noneLeft(names, to);
                }));
  }

  @Test
  void aCaptureIsNoCopyOfItself() throws IOException {
    Path capture = DifferentialTest.captures().getFirst();
    Anonymizing run = copy(capture, folder.resolve("copy.pcapng"), names());
    assertThat(run.check(source(capture), Profile.TS24303))
        .anyMatch(line -> line.contains("still holds an original address"));
  }

  @Test
  void anotherAuditIsADifference() throws IOException {
    Path copy = folder.resolve("copy.pcapng");
    Path capture = DifferentialTest.captures().getLast();
    Anonymizing run = copy(capture, copy, names());
    Path part = folder.resolve("part.pcapng");
    try (CaptureReader reader = CaptureReader.open(copy);
        CaptureWriter out = CaptureWriter.pcapng(Files.newOutputStream(part))) {
      for (Frame frame = reader.next(); frame != null && frame.number() < 9; ) {
        out.write(frame);
        frame = reader.next();
      }
    }
    assertThat(run.check(source(part), Profile.TS24303))
        .contains("the copy has another number of frames")
        .anyMatch(line -> line.startsWith("the audit of the copy does not say: "));
  }

  /** By itself, without the search that the program does. */
  private static void noneLeft(Pseudonyms names, Path file) throws IOException {
    ByteBuffer written = ByteBuffer.wrap(Files.readAllBytes(file));
    List<Pseudonyms.Name> left = new ArrayList<>();
    for (Pseudonyms.Name name : names.names()) {
      ByteBuffer octets = ByteBuffer.wrap(name.octets().bytes());
      for (int at = 0; at + octets.capacity() <= written.capacity(); at++) {
        if (octets.capacity() >= NAME && written.slice(at, octets.capacity()).equals(octets)) {
          left.add(name);
        }
      }
    }
    assertThat(names.names()).isNotEmpty();
    assertThat(left).isEmpty();
  }

  /** Frames of every sample and of made packets in one file. */
  private Path everything() throws IOException {
    List<Path> captures = new ArrayList<>(DifferentialTest.captures());
    captures.add(DifferentialTest.generated(folder.resolve("generated.pcap"), PACKETS));
    Path all = folder.resolve("all.pcapng");
    try (CaptureWriter out = CaptureWriter.pcapng(Files.newOutputStream(all))) {
      for (Path capture : captures) {
        try (CaptureReader reader = CaptureReader.open(capture)) {
          for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            out.write(frame);
          }
        }
      }
    }
    return all;
  }

  /** Frame and field of every checksum that tshark finds wrong. */
  private static Set<String> wrongSums(Tshark tshark, Path file) throws IOException {
    Set<String> wrong = new TreeSet<>();
    int[] frame = {0};
    tshark.values(
        file,
        SUMS,
        values -> {
          frame[0]++;
          for (int i = 0; i < SUMS.size(); i++) {
            if (values.get(i).contains("0")) {
              wrong.add(frame[0] + " " + SUMS.get(i));
            }
          }
        });
    assertThat(frame[0]).isGreaterThan(PACKETS);
    wrong.addAll(wrongMobilitySums(file));
    return wrong;
  }

  /** tshark has no field for these. */
  private static Set<String> wrongMobilitySums(Path file) throws IOException {
    Set<String> wrong = new TreeSet<>();
    try (CaptureReader reader = CaptureReader.open(file)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        boolean bad =
            Dissector.dissect(frame.linkType(), frame.slice(), null)
                .first(MobilityHeader.class)
                .filter(header -> header.checksum() == ChecksumStatus.BAD)
                .isPresent();
        if (bad) {
          wrong.add(frame.number() + " mip6.csum");
        }
      }
    }
    return wrong;
  }

  @Test
  void tsharkFindsNoWrongChecksumThatWasRight() throws IOException {
    Optional<Tshark> tshark = Tshark.find();
    assumeTrue(tshark.isPresent(), "tshark is not installed: nothing to compare with");
    Path all = everything();
    Path copy = folder.resolve("all-copy.pcapng");
    copy(all, copy, names());
    Set<String> before = wrongSums(tshark.orElseThrow(), all);
    Set<String> after = wrongSums(tshark.orElseThrow(), copy);
    assertThat(before).isNotEmpty();
    assertThat(after).isEqualTo(before);
  }

  @Test
  void theSameKeyGivesTheSameNames() throws IOException {
    Path all = everything();
    Pseudonyms once = names();
    copy(all, folder.resolve("one.pcapng"), once);
    Pseudonyms again = names();
    copy(DifferentialTest.captures().getFirst(), folder.resolve("two.pcapng"), again);
    assertThat(table(once)).containsAll(table(again));
    assertThat(again.names()).isNotEmpty();
  }

  private static List<String> table(Pseudonyms names) {
    return names.names().stream()
        .map(name -> name.kind() + " " + name.original() + " " + name.pseudonym())
        .toList();
  }
}
