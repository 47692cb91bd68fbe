package org.roamscope.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.RawBlock;
import org.roamscope.field.IpAddress;

/** Names that a capture brings along are bounded text, and no block harms anything. */
class CaptureNamesTest {
  private static final int IPV4 = 1;
  private static final int IPV6 = 2;
  private static final int MAC = 3;
  private static final byte[] HA = {(byte) 192, 0, 2, 1};
  private static final byte[] UE = {0x20, 1, 0xd, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7};

  private static IpAddress address(String text) {
    return IpAddress.parse(text);
  }

  private static byte[] record(ByteOrder order, int type, byte[] address, String names) {
    byte[] text = names.getBytes(StandardCharsets.UTF_8);
    int length = address.length + text.length;
    return ByteBuffer.allocate(4 + length + (-length & 3))
        .order(order)
        .putShort((short) type)
        .putShort((short) length)
        .put(address)
        .put(text)
        .array();
  }

  private static byte[] record(int type, byte[] address, String names) {
    return record(ByteOrder.LITTLE_ENDIAN, type, address, names);
  }

  private static byte[] body(byte[]... parts) {
    var body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(part);
    }
    return body.toByteArray();
  }

  private static CaptureNames names(ByteOrder order, byte[]... bodies) throws IOException {
    var file = new ByteArrayOutputStream();
    try (var writer = CaptureWriter.pcapng(file)) {
      for (byte[] body : bodies) {
        writer.write(new RawBlock(RawBlock.NAMES, 0, order, body));
      }
    }
    var names = new CaptureNames();
    try (var reader =
        CaptureReader.open(new ByteArrayInputStream(file.toByteArray()), "a capture")) {
      names.take(reader);
      while (reader.next() != null) {
        names.take(reader);
      }
      names.take(reader);
      names.take(reader);
    }
    return names;
  }

  private static CaptureNames names(byte[]... bodies) throws IOException {
    return names(ByteOrder.LITTLE_ENDIAN, bodies);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
  void theFirstNameOfAnAddressCounts(String how) throws IOException {
    ByteOrder order = how.startsWith("L") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    byte[] end = {0, 0, 0, 0};
    CaptureNames names =
        names(
            order,
            body(
                record(order, IPV4, HA, "ha.example\0ha-alias\0"),
                record(order, MAC, new byte[6], "a-card\0"),
                record(order, IPV6, UE, "müller\0"),
                end),
            body(record(order, IPV4, HA, "another\0"), end, record(order, IPV4, UE, "no\0")));
    assertThat(names.names())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(address("192.0.2.1"), "ha.example", address("2001:db8::7"), "müller"));
    assertThat(names.count()).isEqualTo(2);
    assertThat(names.leftOut()).isZero();
  }

  @Test
  void whatIsNoNameIsLeftOutAndCounted() throws IOException {
    CaptureNames names =
        names(
            body(
                record(IPV4, HA, ""),
                record(IPV4, HA, "\0"),
                record(IPV4, HA, "  \0"),
                record(IPV4, HA, "x".repeat(CaptureNames.MAX_LENGTH + 1) + "\0"),
                record(IPV4, HA, "198.51.100.7\0"),
                record(IPV4, HA, "2001:db8::9\0"),
                record(IPV6, HA, "too short\0")),
            body(record(IPV4, HA, "good, without an end")));
    assertThat(names.names()).isEqualTo(Map.of(address("192.0.2.1"), "good, without an end"));
    assertThat(names.leftOut()).isEqualTo(7);
    byte[] latin = record(IPV6, UE, "caf?\0");
    latin[4 + 16 + 3] = (byte) 0xe9;
    assertThat(names(latin).leftOut()).isEqualTo(1);
    assertThat(names(latin).names()).isEmpty();
  }

  @Test
  void theNumberOfNamesIsBounded() throws IOException {
    int more = 5;
    int perBlock = 1000;
    byte[][] bodies = new byte[(CaptureNames.MOST + perBlock) / perBlock][];
    int next = 0;
    for (int i = 0; i < bodies.length; i++) {
      byte[][] records = new byte[i == bodies.length - 1 ? more : perBlock][];
      for (int j = 0; j < records.length; j++) {
        byte[] address = ByteBuffer.allocate(4).putInt(next++).array();
        records[j] = record(IPV4, address, "n\0");
      }
      bodies[i] = body(records);
    }
    CaptureNames names = names(bodies);
    assertThat(names.count()).isEqualTo(CaptureNames.MOST);
    assertThat(names.leftOut()).isEqualTo(more);
  }

  @Test
  void noBlockHarms() throws IOException {
    byte[] good = body(record(IPV4, HA, "ha\0"), record(IPV6, UE, "ue\0"), new byte[4]);
    for (int length = 0; length < good.length; length++) {
      assertThat(names(Arrays.copyOf(good, length)).count()).isLessThanOrEqualTo(2);
    }
    var random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] bad = good.clone();
      for (int j = 0; j < 4; j++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      CaptureNames names = names(List.of(bad, good).toArray(byte[][]::new));
      assertThat(names.names()).containsKeys(address("192.0.2.1"), address("2001:db8::7"));
    }
  }
}
