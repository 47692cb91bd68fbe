package org.roamscope.samples.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.dissect.PlainTraffic;
import org.roamscope.samples.differential.GeneratedPackets;

/**
 * Two million damaged packets, out of the samples and out of every layout: no exception, nothing
 * outside of the octets, no packet that takes long. {@code -Droamscope.fuzz.mutants=100000000} asks
 * for more.
 */
class RandomMutantsTest {
  private static final long MUTANTS = Long.getLong("roamscope.fuzz.mutants", 2_000_000);
  private static final long SEED = Long.getLong("roamscope.fuzz.seed", 6275);
  private static final int SHARDS = 64;
  private static final int GENERATED = 4_000;
  private static final int ETHERNET = 1;

  /** Fields and trees are read for one in so many. */
  private static final int EVERYTHING_EVERY = 4;

  private static final long SLOW_NANOS = 5_000_000;

  @Test
  void noMutantThrowsOrTakesLong() throws IOException {
    List<byte[]> corpus = corpus();
    LongAccumulator slowest = new LongAccumulator(Math::max, 0);
    LongAdder plain = new LongAdder();
    IntStream.range(0, SHARDS).parallel().forEach(shard -> shard(shard, corpus, slowest, plain));
    System.out.printf(
        "%d random mutants of %d packets, seed %d: slowest %.2f ms%n",
        MUTANTS / SHARDS * SHARDS, corpus.size(), SEED, slowest.get() / 1e6);
    assertThat(plain.sum()).as("mutants called plain").isGreaterThan(MUTANTS / 1_000);
  }

  private static void shard(
      int shard, List<byte[]> corpus, LongAccumulator slowest, LongAdder plain) {
    Mutator mutator = new Mutator(SEED * SHARDS + shard, corpus);
    for (long i = 0; i < MUTANTS / SHARDS; i++) {
      byte[] octets = mutator.next();
      long claimed = i % 5 == 0 ? octets.length + 100L : octets.length;
      plain.add(PlainTraffic.is(ETHERNET, octets, 0, octets.length) ? 1 : 0);
      try {
        long took = time(octets, claimed, i % EVERYTHING_EVERY == 0);
        for (int again = 0; again < 10 && took > SLOW_NANOS; again++) {
          took = Math.min(took, processorTime(octets, claimed)); // a pause of the machine, or real
        }
        slowest.accumulate(took);
        if (took > SLOW_NANOS) {
          throw new AssertionError(took / 1_000_000 + " ms");
        }
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("claimed " + claimed + ": " + Hex.plain(octets), e);
      }
    }
  }

  private static long time(byte[] octets, long claimed, boolean everything) {
    long start = System.nanoTime();
    if (everything) {
      Totality.everything(ETHERNET, octets, claimed);
    } else {
      Totality.dissection(ETHERNET, octets, claimed);
    }
    return System.nanoTime() - start;
  }

  private static long processorTime(byte[] octets, long claimed) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Totality.dissection(ETHERNET, octets, claimed);
    return threads.getCurrentThreadCpuTime() - start;
  }

  private static List<byte[]> corpus() throws IOException {
    List<byte[]> corpus = new ArrayList<>(GeneratedPackets.some(SEED, GENERATED));
    Set<String> seen = new HashSet<>();
    Path samples = Path.of(System.getProperty("roamscope.root", "..")).resolve("samples");
    for (String folder : List.of("captures", "recorded")) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(samples.resolve(folder), "*.{pcap,pcapng}")) {
        for (Path file : files) {
          try (CaptureReader reader = CaptureReader.open(file)) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
              if (frame.linkType() == ETHERNET && seen.add(Hex.plain(frame.data()))) {
                corpus.add(frame.data());
              }
            }
          }
        }
      }
    }
    return corpus;
  }
}
