package org.roamscope.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.capture.LinkType;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameNotes;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Dissector;
import org.roamscope.dissect.PlainTraffic;
import org.roamscope.filter.Filter;
import org.roamscope.filter.FilterException;
import org.roamscope.track.At;
import org.roamscope.track.Event;
import org.roamscope.track.EventExtractor;
import org.roamscope.track.Tracker;

/** What a packet costs at each step: nanoseconds a packet, one after the other of many. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class PacketBenchmark {
  private static final int PLAIN = 4096;
  private static final int ETHER_TYPE_AT = 12;
  private static final int IPV6_AT = 14;
  private static final int UES = 1000;

  private int next;
  private byte[][] plain = new byte[0][];
  private Frame[] frames = new Frame[0];
  private Event[] events = new Event[0];
  private DecodedFrame[] decoded = new DecodedFrame[0];
  private Filter filter = allFrames();
  private Tracker tracker = new Tracker(UES);

  /**
   * Reads the samples and makes plain traffic.
   *
   * @throws IOException when the samples cannot be read
   * @throws FilterException never: the filter is right
   */
  @Setup
  public void load() throws IOException, FilterException {
    plain = plainTraffic();
    frames = SampleFrames.all().toArray(Frame[]::new);
    filter =
        Filter.compile("mip6.bu.k_flag == 1 && ipv6.src == 2001:db8::/32", DecodeCatalog.fields());
    List<Event> found = new ArrayList<>();
    List<DecodedFrame> opened = new ArrayList<>();
    for (Path capture : SampleFrames.captures()) {
      try (CaptureReader reader = CaptureReader.open(capture)) {
        FrameDecoder decoder =
            new FrameDecoder(reader, FrameNotes.NONE, DecodeAs.NONE, Set.copyOf(filter.fields()));
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
          DecodedFrame one = decoder.decode(frame);
          opened.add(one);
          At at = new At(0, found.size() + 1, frame.timeNanos());
          EventExtractor.extract(at, one.dissection()).ifPresent(found::add);
        }
      }
    }
    events = found.toArray(Event[]::new);
    decoded = opened.toArray(DecodedFrame[]::new);
  }

  private static Filter allFrames() {
    try {
      return Filter.compile("frame", DecodeCatalog.fields());
    } catch (FilterException e) {
      throw new IllegalStateException(e);
    }
  }

  /** TCP over IPv6 of strangers. */
  private static byte[][] plainTraffic() {
    Random random = new Random(1);
    byte[][] made = new byte[PLAIN][700];
    for (byte[] frame : made) {
      random.nextBytes(frame);
      ByteBuffer octets = ByteBuffer.wrap(frame);
      octets.putShort(ETHER_TYPE_AT, (short) 0x86dd);
      octets.putInt(IPV6_AT, 0x60000000);
      octets.putShort(IPV6_AT + 4, (short) (frame.length - IPV6_AT - 40));
      octets.put(IPV6_AT + 6, (byte) 6);
    }
    return made;
  }

  private int step(int count) {
    next = next + 1 < count ? next + 1 : 0;
    return next;
  }

  /** Telling that a packet is plain traffic. */
  @Benchmark
  public boolean classify() {
    byte[] frame = plain[step(plain.length)];
    return PlainTraffic.is(LinkType.ETHERNET, frame, 0, frame.length);
  }

  /** Taking a frame of the samples apart. */
  @Benchmark
  public Dissection dissect() {
    Frame frame = frames[step(frames.length)];
    return Dissector.dissect(frame.linkType(), frame.slice(), null);
  }

  /** Following one message of the samples; a new tracker after the last one. */
  @Benchmark
  public Tracker track() {
    int at = step(events.length);
    if (at == 0) {
      tracker = new Tracker(UES);
    }
    tracker.accept(events[at]);
    return tracker;
  }

  /** Asking a decoded frame of the samples whether a display filter of two fields matches. */
  @Benchmark
  public boolean filter() {
    return filter.matches(decoded[step(decoded.length)]);
  }
}
