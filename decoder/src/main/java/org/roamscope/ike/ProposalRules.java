package org.roamscope.ike;

import static org.roamscope.field.ProblemKind.ORDER;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.List;
import java.util.Set;
import org.roamscope.bytes.Slice;

/** What IKEv2 proposals must keep to, RFC 7296 section 3.3. */
final class ProposalRules {
  /** Transform type of the key exchange method. */
  static final int KEY_EXCHANGE = 4;

  private static final int ENCRYPTION = 1;
  private static final int PSEUDO_RANDOM = 2;
  private static final int SEQUENCE_NUMBERS = 5;
  private static final int IKE = 1;
  private static final int AH = 2;
  private static final int ESP = 3;
  private static final int KEY_LENGTH = 14;

  /** Ciphers with a choice of key lengths: AES, Camellia. */
  private static final Set<Integer> NEED_LENGTH =
      Set.of(12, 13, 14, 15, 16, 18, 19, 20, 21, 23, 24, 25, 26, 27, 29, 30);

  /** Ciphers with one key length, and none: DES, 3DES, IDEA, NULL, ChaCha20-Poly1305. */
  private static final Set<Integer> FIXED_LENGTH = Set.of(1, 2, 3, 5, 8, 9, 11, 28, 31);

  private ProposalRules() {}

  /** Numbers of the proposals of one SA payload. */
  static void numbers(List<Proposal> proposals, ProblemLog log) {
    if (proposals.size() < 2) {
      return;
    }
    for (int i = 0; i < proposals.size(); i++) {
      Proposal proposal = proposals.get(i);
      if (proposal.number() != i + 1) {
        log.add(
            ORDER,
            Proposal.NUMBER.span(proposal.slice()),
            Proposal.NUMBER.filterName(),
            "Proposals are numbered from 1 in steps of 1; here comes "
                + (i + 1)
                + " and not "
                + proposal.number()
                + " (RFC 7296 3.3.1).");
      }
    }
  }

  /** SPI and transforms of one proposal. */
  static void proposal(Proposal proposal, ProblemLog log) {
    Slice slice = proposal.slice();
    int size = Proposal.SPI_SIZE.getInt(slice);
    boolean fits =
        switch (proposal.protocol()) {
          case IKE -> size == 0 || size == 8;
          case AH, ESP -> size == 4;
          default -> true;
        };
    if (!fits) {
      log.add(
          VALUE,
          Proposal.SPI_SIZE.span(slice),
          Proposal.SPI_SIZE.filterName(),
          "An SPI of " + size + " octets is none of this protocol (RFC 7296 3.3.1).");
    }
    if (slice.truncated() || proposal.transforms().isEmpty()) {
      return;
    }
    switch (proposal.protocol()) {
      case IKE -> {
        need(proposal, ENCRYPTION, log);
        need(proposal, PSEUDO_RANDOM, log);
        need(proposal, KEY_EXCHANGE, log);
      }
      case AH -> need(proposal, SEQUENCE_NUMBERS, log);
      case ESP -> {
        need(proposal, ENCRYPTION, log);
        need(proposal, SEQUENCE_NUMBERS, log);
      }
      default -> {}
    }
    proposal.transforms().forEach(transform -> keyLength(transform, log));
  }

  private static void need(Proposal proposal, int type, ProblemLog log) {
    boolean there = proposal.transforms().stream().anyMatch(transform -> transform.type() == type);
    if (!there) {
      log.add(
          VALUE,
          Proposal.TRANSFORMS.span(proposal.slice()),
          Proposal.TRANSFORMS.filterName(),
          "The proposal has no transform of type "
              + TransformCodePoints.TRANSFORM_TYPES.name(type)
              + " (RFC 7296 3.3.3).");
    }
  }

  private static void keyLength(Transform transform, ProblemLog log) {
    if (transform.type() != ENCRYPTION || transform.slice().truncated()) {
      return;
    }
    boolean there =
        transform.attributes().stream().anyMatch(attribute -> attribute.type() == KEY_LENGTH);
    if (!there && NEED_LENGTH.contains(transform.id())) {
      log.add(
          VALUE,
          transform.slice().span(6, 2),
          "isakmp.tf.id.encr",
          "This cipher needs a key length (RFC 7296 3.3.5).");
    } else if (there && FIXED_LENGTH.contains(transform.id())) {
      log.add(
          VALUE,
          transform.slice().from(8).span(),
          "isakmp.ike2.attr.key_length",
          "This cipher must not have a key length (RFC 7296 3.3.5).");
    }
  }
}
