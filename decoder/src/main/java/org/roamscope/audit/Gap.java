package org.roamscope.audit;

import org.roamscope.track.IkeSa;

/** What is missing to know a verdict. */
public sealed interface Gap {
  /**
   * Keys of an ESP SA, one direction: an {@code esp_sa} row, or SK_d of the IKE SA that made it.
   *
   * @param spi SPI, unsigned
   */
  record EspKeys(long spi) implements Gap {}

  /**
   * Keys of an IKE SA.
   *
   * @param sa which
   */
  record IkeKeys(IkeSa sa) implements Gap {}

  /** Packets that the capture does not hold. */
  enum Packets implements Gap {
    /** Those before its first one. */
    BEFORE_CAPTURE("before_capture"),
    /** Those after its last one. */
    AFTER_CAPTURE("after_capture"),
    /** What the mobile node sent. */
    FROM_UE("from_ue"),
    /** What the home agent sent. */
    FROM_HOME_AGENT("from_home_agent"),
    /** What the home agent answered on the IKE SA. */
    IKE_ANSWERS("ike_answers"),
    /** Requests on the IKE SA whose answers it holds. */
    IKE_REQUESTS("ike_requests");

    private final String json;

    Packets(String json) {
      this.json = json;
    }

    /** Spelling in reports. */
    public String json() {
      return json;
    }
  }
}
