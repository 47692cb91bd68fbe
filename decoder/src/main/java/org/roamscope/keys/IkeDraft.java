package org.roamscope.keys;

import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;

/** Keys of an IKE SA that a log prints one by one, and what is known of the SA by then. */
final class IkeDraft {
  final int line;
  final boolean rekeyed;
  long spiI;
  long spiR;
  Suite suite;
  @Nullable KeyMaterial d;
  @Nullable KeyMaterial ai;
  @Nullable KeyMaterial ar;
  @Nullable KeyMaterial ei;
  @Nullable KeyMaterial er;
  @Nullable KeyMaterial pi;
  @Nullable KeyMaterial pr;

  IkeDraft(int line, long spiI, long spiR, Suite suite, boolean rekeyed) {
    this.line = line;
    this.spiI = spiI;
    this.spiR = spiR;
    this.suite = suite;
    this.rekeyed = rekeyed;
  }

  /**
   * Puts a key where its name says: {@code d}, {@code ai} and so on. False when this draft has one
   * of that name, or the name is none.
   */
  boolean put(String name, KeyMaterial secret) {
    switch (name) {
      case "d" -> {
        if (d != null || ei != null) {
          return false;
        }
        d = secret;
      }
      case "ai" -> {
        if (ai != null) {
          return false;
        }
        ai = secret;
      }
      case "ar" -> {
        if (ar != null) {
          return false;
        }
        ar = secret;
      }
      case "ei" -> {
        if (ei != null) {
          return false;
        }
        ei = secret;
      }
      case "er" -> {
        if (er != null) {
          return false;
        }
        er = secret;
      }
      case "pi" -> {
        if (pi != null) {
          return false;
        }
        pi = secret;
      }
      case "pr" -> {
        if (pr != null) {
          return false;
        }
        pr = secret;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Gives the responder's SPI, once an SA with this initiator's SPI shows one. */
  void meet(long initiator, long responder) {
    if (!rekeyed && spiI == initiator && spiR == 0) {
      spiR = responder;
    }
  }

  /** True when the algorithms fit the keys. */
  boolean suits(Suite candidate) {
    EncryptionNames.Named named = candidate.encryption();
    return named != null
        && ei != null
        && named.accepts(ei.length())
        && (!candidate.integrity().checks()
            || (ai != null && ai.length() == candidate.integrity().keyOctets()));
  }

  void finish(RingBuilder out) {
    if (ei == null || er == null) {
      out.problem(line, 0, "SK_ei and SK_er are not both in the log");
      return;
    }
    if (rekeyed) {
      out.problem(line, 0, "keys of a rekeyed IKE SA: the log does not show its SPIs beside them");
      return;
    }
    if (spiI == 0 || spiR == 0) {
      out.problem(line, 0, "the SPIs of the IKE SA with these keys are not in the log");
      return;
    }
    EncryptionNames.Named named = suite.encryption();
    if (named == null) {
      out.problem(line, 0, "the algorithms that these keys are for are not in the log");
      return;
    }
    if (!suits(suite) || !named.accepts(er.length())) {
      out.problem(line, 0, "the keys do not have the lengths of the algorithms in the log");
      return;
    }
    boolean aead = named.encryption().aead();
    out.add(
        new IkeV2Keys(
            spiI,
            spiR,
            named.encryption(),
            ei,
            er,
            aead ? Integrity.NONE : suite.integrity(),
            aead || ai == null ? KeyMaterial.none() : ai,
            aead || ar == null ? KeyMaterial.none() : ar,
            new IkeV2Keys.Derivation(suite.prf(), d, pi, pr),
            out.origin(line)));
  }
}
