package org.roamscope.capture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader has learnt of a file apart from its frames. Bounded, whatever the file says. */
final class Ledger {
  private static final int MOST_PROBLEMS = 1_000;
  private static final int MOST_INTERFACES = 65_536;
  private static final int MOST_SECTIONS = 65_536;
  private static final int MOST_BLOCKS = 4_096;
  private static final long MOST_BYTES = 64L << 20;

  /** Added to the bytes of everything kept, for the object around them. */
  private static final int OVERHEAD = 64;

  final List<CaptureProblem> problems = new ArrayList<>();
  final List<CaptureInterface> interfaces = new ArrayList<>();
  final List<RawBlock> blocks = new ArrayList<>();
  final List<List<BlockOption>> sections = new ArrayList<>();
  private long kept;
  private boolean blocksDropped;
  private boolean secretsPassedOver;

  /** The same, to go on from. */
  Ledger copy() {
    Ledger copy = new Ledger();
    copy.problems.addAll(problems);
    copy.interfaces.addAll(interfaces);
    copy.blocks.addAll(blocks);
    copy.sections.addAll(sections);
    copy.kept = kept;
    copy.blocksDropped = blocksDropped;
    copy.secretsPassedOver = secretsPassedOver;
    return copy;
  }

  void report(long offset, @Nullable Integer frame, String message) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new CaptureProblem(offset, frame, message));
    } else if (problems.size() == MOST_PROBLEMS) {
      problems.add(new CaptureProblem(offset, frame, "there are more problems, not listed"));
    }
  }

  void passSecretsOver() {
    secretsPassedOver = true;
  }

  /** False when blocks of the type are not wanted. */
  boolean wants(int type) {
    return type != RawBlock.SECRETS || !secretsPassedOver;
  }

  /** False when the file has more sections than can be kept; the reader must stop then. */
  boolean addSection(long offset, List<BlockOption> options) {
    if (sections.size() == MOST_SECTIONS || !fits(size(options))) {
      report(offset, null, "more sections than can be kept; reading stopped at this one");
      return false;
    }
    sections.add(options);
    return true;
  }

  /** False when the file has more interfaces than can be kept; the reader must stop then. */
  boolean addInterface(long offset, CaptureInterface added) {
    if (interfaces.size() == MOST_INTERFACES || !fits(size(added.options()))) {
      report(offset, null, "more interfaces than can be kept; reading stopped at this one");
      return false;
    }
    interfaces.add(added);
    return true;
  }

  /**
   * True when another block with a body of {@code length} bytes can be kept; says so once if not.
   */
  boolean takesBlock(long offset, long length) {
    if (blocksDropped) {
      return false;
    }
    blocksDropped = blocks.size() == MOST_BLOCKS || !fits(length);
    if (blocksDropped) {
      report(
          offset,
          null,
          "more blocks without packets than can be kept; " + blocks.size() + " were, the rest not");
    }
    return !blocksDropped;
  }

  private boolean fits(long size) {
    if (kept + size + OVERHEAD > MOST_BYTES) {
      return false;
    }
    kept += size + OVERHEAD;
    return true;
  }

  private static long size(List<BlockOption> options) {
    long size = 0;
    for (BlockOption option : options) {
      size += option.value().length + OVERHEAD;
    }
    return size;
  }
}
