package org.roamscope.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Builds capture files field by field, in either byte order, and reads them whole. */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ByteOrder order;

  Bytes(ByteOrder order) {
    this.order = order;
  }

  static Bytes little() {
    return new Bytes(ByteOrder.LITTLE_ENDIAN);
  }

  static Bytes big() {
    return new Bytes(ByteOrder.BIG_ENDIAN);
  }

  /** What was read of an input. */
  record Read(CaptureReader reader, List<Frame> frames) {
    List<String> messages() {
      return reader.problems().stream().map(CaptureProblem::message).toList();
    }
  }

  static Read read(byte[] file) {
    return read(new ByteArrayInputStream(file), CaptureReader.Limits.DEFAULT);
  }

  static Read read(InputStream file, CaptureReader.Limits limits) {
    try (CaptureReader reader = CaptureReader.open(file, "test", limits)) {
      List<Frame> frames = new ArrayList<>();
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame);
      }
      return new Read(reader, frames);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  Bytes turn(ByteOrder next) {
    order = next;
    return this;
  }

  Bytes u16(int value) {
    return raw(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
  }

  Bytes u32(long value) {
    return raw(ByteBuffer.allocate(4).order(order).putInt((int) value).array());
  }

  Bytes u64(long value) {
    return raw(ByteBuffer.allocate(8).order(order).putLong(value).array());
  }

  Bytes raw(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes text(String text) {
    return raw(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  Bytes pad() {
    while (out.size() % 4 != 0) {
      out.write(0);
    }
    return this;
  }

  byte[] done() {
    return out.toByteArray();
  }

  /** A part with the same byte order. */
  Bytes part() {
    return new Bytes(order);
  }

  Bytes pcapHeader(long magic, long linkType) {
    return u32(magic).u16(2).u16(4).u32(0).u32(0).u32(65_535).u32(linkType);
  }

  Bytes record(long seconds, long fraction, long original, byte... data) {
    return u32(seconds).u32(fraction).u32(data.length).u32(original).raw(data);
  }

  Bytes block(long type, Bytes body) {
    byte[] bytes = body.pad().done();
    return u32(type).u32(bytes.length + 12).raw(bytes).u32(bytes.length + 12);
  }

  Bytes option(int code, byte... value) {
    return u16(code).u16(value.length).raw(value).pad();
  }

  Bytes section() {
    return block(0x0a0d0d0aL, part().u32(0x1a2b3c4dL).u16(1).u16(0).u64(-1));
  }

  /** An interface with the given {@code if_tsresol}. */
  Bytes description(int linkType, int resolution) {
    return block(1, part().u16(linkType).u16(0).u32(0).option(9, (byte) resolution).u32(0));
  }

  Bytes enhanced(int id, long ticks, long original, byte... data) {
    return block(6, enhancedBody(id, ticks, original, data));
  }

  Bytes enhancedBody(int id, long ticks, long original, byte... data) {
    return part()
        .u32(id)
        .u32(ticks >>> 32)
        .u32(ticks)
        .u32(data.length)
        .u32(original)
        .raw(data)
        .pad();
  }
}
