package org.roamscope.decode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.RawBlock;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyProblem;
import org.roamscope.keys.KeyRing;

/**
 * Keys that a capture holds itself, in Decryption Secrets Blocks of pcapng:
 *
 * <pre>
 * 0: Secrets Type (32)  Secrets Length (32)  8: Secrets Data
 * </pre>
 *
 * <p>Blocks of types that hold no key of IPsec are passed over, whatever is in them.
 */
public final class CaptureSecrets {
  private static final int HEADER = 8;

  /** Problems that are kept of one capture. */
  private static final int LISTED = 200;

  private final List<CaptureProblem> problems = new ArrayList<>();
  private int seen;

  /** Nothing was looked at yet. */
  public CaptureSecrets() {}

  /** The same, to go on from in another reader of the capture. */
  CaptureSecrets copy() {
    CaptureSecrets copy = new CaptureSecrets();
    copy.problems.addAll(problems);
    copy.seen = seen;
    return copy;
  }

  /** Keys of the blocks that were read since the last call. */
  public KeyRing next(CaptureReader reader) {
    List<RawBlock> blocks = reader.otherBlocks();
    KeyRing ring = KeyRing.EMPTY;
    for (; seen < blocks.size(); seen++) {
      RawBlock block = blocks.get(seen);
      if (block.type() == RawBlock.SECRETS) {
        ring = ring.and(keys(block));
      }
    }
    return ring;
  }

  /** What was wrong in the blocks so far: where and what, and nothing of what stands there. */
  public List<CaptureProblem> problems() {
    return List.copyOf(problems);
  }

  private KeyRing keys(RawBlock block) {
    int there = block.body().length - HEADER;
    if (there < 0) {
      problem(block, "is too short to say what it holds");
      return KeyRing.EMPTY;
    }
    ByteBuffer body = ByteBuffer.wrap(block.body()).order(block.order());
    int type = body.getInt();
    long length = Integer.toUnsignedLong(body.getInt());
    if (type == KeyFiles.ESP_SECRETS && length > there) {
      problem(block, "claims " + length + " bytes of keys, " + there + " are there");
    }
    int octets = (int) Math.min(length, there);
    KeyRing ring =
        KeyFiles.fromSecretsBlock(type, Arrays.copyOfRange(block.body(), HEADER, HEADER + octets));
    for (KeyProblem wrong : ring.problems()) {
      String column = wrong.column() == 0 ? "" : ", column " + wrong.column();
      problem(block, "is wrong in line " + wrong.line() + column + ": " + wrong.text());
    }
    return ring;
  }

  private void problem(RawBlock block, String what) {
    if (problems.size() > LISTED) {
      return;
    }
    String said = problems.size() == LISTED ? "is wrong, and more, which are not listed" : what;
    String where =
        String.format(Locale.ROOT, "the block of decryption secrets at offset %d ", block.offset());
    problems.add(new CaptureProblem(block.offset(), null, where + said, CaptureProblem.Kind.KEYS));
  }
}
