package org.roamscope.audit;

/** Whose text decides where specifications disagree. */
public enum Profile {
  /** The change request to 3GPP TS 24.303 v0.2.1: NAT Detection only behind a NAT, F says NAT. */
  TS24303("ts24303"),
  /** RFC 5555: NAT Detection in every answer over UDP, F forces UDP, refresh time says NAT. */
  RFC5555("rfc5555");

  private final String id;

  Profile(String id) {
    this.id = id;
  }

  /** Spelling on the command line and in reports. */
  public String id() {
    return id;
  }
}
