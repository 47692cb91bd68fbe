package org.roamscope.decode;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.RawBlock;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;

/**
 * Keys that a capture holds itself, in Decryption Secrets Blocks of pcapng:
 *
 * <pre>
 * 0: Secrets Type (32)  Secrets Length (32)  8: Secrets Data
 * </pre>
 */
public final class CaptureSecrets {
  private static final int HEADER = 8;

  private int seen;

  /** Nothing was looked at yet. */
  public CaptureSecrets() {}

  /** Keys of the blocks that were read since the last call. */
  public KeyRing next(CaptureReader reader) {
    List<RawBlock> blocks = reader.otherBlocks();
    KeyRing ring = KeyRing.EMPTY;
    for (; seen < blocks.size(); seen++) {
      RawBlock block = blocks.get(seen);
      if (block.type() == RawBlock.SECRETS && block.body().length >= HEADER) {
        ring = ring.and(keys(block));
      }
    }
    return ring;
  }

  private static KeyRing keys(RawBlock block) {
    ByteBuffer body = ByteBuffer.wrap(block.body()).order(block.order());
    int type = body.getInt();
    long length = Integer.toUnsignedLong(body.getInt());
    int octets = (int) Math.min(length, block.body().length - HEADER);
    return KeyFiles.fromSecretsBlock(
        type, Arrays.copyOfRange(block.body(), HEADER, HEADER + octets));
  }
}
