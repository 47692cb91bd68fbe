package org.roamscope.field;

/**
 * A place in a specification.
 *
 * @param document as cited, for example {@code RFC 6275} or {@code 3GPP TS 24.303 v0.2.1}
 * @param section section or clause number, empty for the whole document
 */
public record Clause(String document, String section) {
  /** A section of an RFC. */
  public static Clause rfc(int number, String section) {
    return new Clause("RFC " + number, section);
  }

  /** A clause of TS 24.303 in the edition of the change request that brought the K bit. */
  public static Clause ts24303(String clause) {
    return new Clause("3GPP TS 24.303 v0.2.1", clause);
  }

  @Override
  public String toString() {
    return section.isEmpty() ? document : document + " " + section;
  }
}
