package org.roamscope.compare;

import java.util.List;
import java.util.Map;
import org.roamscope.audit.Distribution;
import org.roamscope.audit.Fingerprint;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;

/**
 * What two audits are compared by. Times and frames are left out: they differ between any two
 * captures.
 *
 * @param name what the audit is called in the comparison
 * @param complete false when the audit says that something could not be read
 * @param profile profile that it was made with
 * @param ues UEs in the order of the report
 * @param figures how long things took
 * @param findings one for each fingerprint, in the order of the report; suppressed ones left out
 */
public record AuditFacts(
    String name,
    boolean complete,
    String profile,
    List<UeFacts> ues,
    Map<Figure, Distribution> figures,
    Map<Fingerprint, FindingFacts> findings) {

  /**
   * A UE.
   *
   * @param id its home address
   * @param handovers in time order
   */
  public record UeFacts(String id, List<HandoverFacts> handovers) {}

  /**
   * A handover.
   *
   * @param from care-of address left, empty when unknown
   * @param to care-of address moved to
   * @param verdict the verdict
   */
  public record HandoverFacts(String from, String to, Verdict verdict) {
    /** Which kind of access it left and which it reached. */
    public Kind kind() {
      return new Kind(family(from), family(to));
    }

    private static Family family(String address) {
      return address.isEmpty() ? Family.UNKNOWN : address.contains(":") ? Family.IPV6 : Family.IPV4;
    }
  }

  /** Kind of a handover: the IP versions of its care-of addresses. */
  public record Kind(Family from, Family to) {
    @Override
    public String toString() {
      return from.text() + " to " + to.text();
    }
  }

  /** IP version of an access. */
  public enum Family {
    /** A foreign link with IPv6. */
    IPV6("IPv6"),
    /** IPv4 only. */
    IPV4("IPv4"),
    /** Before the capture. */
    UNKNOWN("unknown");

    private final String text;

    Family(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /**
   * A finding, the first with its fingerprint.
   *
   * @param fingerprint what it is about
   * @param severity how much harm
   * @param name name of the rule
   * @param message its sentence
   */
  public record FindingFacts(
      Fingerprint fingerprint, Severity severity, String name, String message) {}

  /** What took how long. */
  public enum Figure {
    /** Binding Update to the acknowledgement that answers it. */
    BU_BA("bu_ba_ms", "BU to BA"),
    /** First IKE message to the last answer of authentication. */
    IKE_RUN("ike_run_ms", "IKE run"),
    /** The user without packets at a handover. */
    INTERRUPTION("interruption_ms", "Interruption");

    private final String json;
    private final String words;

    Figure(String json, String words) {
      this.json = json;
      this.words = words;
    }

    /** Name in reports, where values are milliseconds. */
    public String json() {
      return json;
    }

    /** Name for people. */
    public String words() {
      return words;
    }
  }
}
