package org.roamscope.audit;

/** Why a re-run was justified. */
public enum Cause {
  /** The home agent did not grant K. */
  K_REFUSED("k_refused"),
  /** The old SA had been deleted. */
  SA_DELETED("sa_deleted"),
  /** The home agent said INVALID_IKE_SPI. */
  INVALID_IKE_SPI("invalid_ike_spi"),
  /** The home agent no longer answered on the old SA. */
  DEAD_PEER("dead_peer"),
  /** A scheduled reauthentication. */
  REAUTHENTICATION("reauthentication"),
  /** The SA's lifetime ran out. */
  LIFETIME("lifetime"),
  /** The home agent lost its state. */
  HOME_AGENT_RESTART("home_agent_restart");

  private final String json;

  Cause(String json) {
    this.json = json;
  }

  /** Spelling in reports. */
  public String json() {
    return json;
  }
}
