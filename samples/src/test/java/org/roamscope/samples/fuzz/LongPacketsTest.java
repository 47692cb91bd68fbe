package org.roamscope.samples.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.roamscope.field.IpAddress;
import org.roamscope.net.PacketEncoder;

/** Packets of 64 KB that try to make work: each is taken apart in at most 5 ms. */
class LongPacketsTest {
  private static final int OCTETS = 65_000;
  private static final long MOST_NANOS = 5_000_000;
  private static final int WARM_UP = 200;
  private static final int ETHERNET = 1;
  private static final byte[] MAC = {2, 0, 0, 0, 0, 1};
  private static final IpAddress A = IpAddress.parse("2001:db8::a");
  private static final IpAddress B = IpAddress.parse("2001:db8::b");

  @TestFactory
  Stream<DynamicTest> everyLongPacketIsQuick() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int unit = 0; unit < 256; unit++) {
      byte[] fill = new byte[OCTETS];
      Arrays.fill(fill, (byte) unit);
      all(tests, "octet " + unit, fill);
    }
    for (int step = 1; step <= 16; step++) {
      byte[] fill = new byte[OCTETS];
      for (int at = 0; at + 4 <= OCTETS; at += step * 4) {
        fill[at] = (byte) 41; // IKE: a chain of notifications; elsewhere a small number
        fill[at + 3] = (byte) (step * 4);
      }
      all(tests, "chain of units of " + step * 4, fill);
    }
    for (int seed = 0; seed < 20; seed++) {
      byte[] fill = new byte[OCTETS];
      new Random(seed).nextBytes(fill);
      all(tests, "noise " + seed, fill);
    }
    return tests.stream();
  }

  private static void all(List<DynamicTest> tests, String what, byte[] fill) {
    for (int header : new int[] {0, 4, 41, 43, 44, 47, 50, 51, 58, 60, 135}) {
      add(tests, what + " as IP protocol " + header, PacketEncoder.ipv6(A, B, header, fill));
    }
    for (int port : new int[] {500, 4500, 4191, 2152}) {
      byte[] payload = fill.clone();
      if (port == 500) {
        payload[16] = 33;
        payload[17] = 0x20;
        payload[18] = 34;
        payload[24] = 0;
        payload[25] = 0;
        payload[26] = (byte) (payload.length >>> 8);
        payload[27] = (byte) payload.length;
      }
      byte[] udp = PacketEncoder.udp(A, port, B, port, payload);
      add(tests, what + " on UDP " + port, PacketEncoder.ipv6(A, B, 17, udp));
    }
  }

  private static void add(List<DynamicTest> tests, String what, byte[] packet) {
    byte[] frame = PacketEncoder.ethernet(MAC, MAC, packet);
    tests.add(DynamicTest.dynamicTest(what, () -> quick(frame)));
  }

  private static void quick(byte[] frame) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < WARM_UP && best > MOST_NANOS; i++) {
      long start = System.nanoTime();
      Totality.dissection(ETHERNET, frame, frame.length);
      best = Math.min(best, System.nanoTime() - start);
    }
    if (best > MOST_NANOS) {
      throw new AssertionError("at best " + best / 1e6 + " ms");
    }
    Totality.everything(ETHERNET, frame, frame.length);
  }
}
