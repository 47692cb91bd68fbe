package org.roamscope.capture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What a capturing machine counted on one interface: the pcapng Interface Statistics Block. A count
 * that the block does not have is 0.
 *
 * <pre>
 *   interface4 high4 low4 options: isb_ifrecv (4), isb_ifdrop (5), isb_osdrop (7), 8 octets each
 * </pre>
 *
 * @param place number of the interface in its section
 * @param timeNanos when it was counted; written in nanoseconds, and not read
 * @param received packets received since the start
 * @param droppedByInterface packets the interface or its driver lost, isb_ifdrop
 * @param droppedByKernel packets the operating system lost for lack of space, isb_osdrop
 */
public record InterfaceStatistics(
    int place, long timeNanos, long received, long droppedByInterface, long droppedByKernel) {
  private static final int RECEIVED = 4;
  private static final int INTERFACE_DROPS = 5;
  private static final int KERNEL_DROPS = 7;
  private static final int COUNTER_OCTETS = 8;

  /** Reads a block; empty when it is of another type, or contradicts itself. */
  public static Optional<InterfaceStatistics> of(RawBlock block) {
    if (block.type() != RawBlock.STATISTICS) {
      return Optional.empty();
    }
    ByteBuffer body = ByteBuffer.wrap(block.body()).order(block.order());
    try {
      int place = body.getInt();
      body.getLong();
      long received = 0;
      long byInterface = 0;
      long byKernel = 0;
      while (body.remaining() >= 4) {
        int code = body.getShort() & 0xffff;
        int length = body.getShort() & 0xffff;
        int next = body.position() + (length + 3 & ~3);
        if (code == 0 || next > body.limit()) {
          break;
        }
        long value = length == COUNTER_OCTETS ? body.getLong() : 0;
        switch (code) {
          case RECEIVED -> received = value;
          case INTERFACE_DROPS -> byInterface = value;
          case KERNEL_DROPS -> byKernel = value;
          default -> {
            // Times, and counts that tell of no loss.
          }
        }
        body.position(next);
      }
      return Optional.of(new InterfaceStatistics(place, 0, received, byInterface, byKernel));
    } catch (BufferUnderflowException e) {
      return Optional.empty(); // too short for what every such block begins with
    }
  }

  /** The block, for {@link CaptureWriter#write(RawBlock)}. */
  public RawBlock block(int section) {
    ByteBuffer body = ByteBuffer.allocate(52).order(ByteOrder.LITTLE_ENDIAN);
    body.putInt(place).putInt((int) (timeNanos >>> 32)).putInt((int) timeNanos);
    counter(body, RECEIVED, received);
    counter(body, INTERFACE_DROPS, droppedByInterface);
    counter(body, KERNEL_DROPS, droppedByKernel);
    return new RawBlock(RawBlock.STATISTICS, section, body.order(), body.putInt(0).array());
  }

  private static void counter(ByteBuffer body, int code, long value) {
    body.putShort((short) code).putShort((short) COUNTER_OCTETS).putLong(value);
  }

  /** Packets lost before anybody could write them. */
  public long dropped() {
    return droppedByInterface + droppedByKernel;
  }
}
