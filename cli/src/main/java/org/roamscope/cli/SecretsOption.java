package org.roamscope.cli;

import java.util.Set;
import org.roamscope.capture.RawBlock;
import picocli.CommandLine.Option;

/** Whether decryption secrets of a capture go along into a copy. */
final class SecretsOption {
  @Option(
      names = "--keep-secrets",
      description = "Copy the decryption secrets of the capture too; by default they stay behind.")
  private boolean kept;

  SecretsOption() {}

  boolean kept() {
    return kept;
  }

  /** Types of blocks that are not copied. */
  Set<Integer> leftOut() {
    return kept ? Set.of() : Set.of(RawBlock.SECRETS);
  }
}
