package org.roamscope.keys;

/** Protocol of an IPsec SA. */
public enum IpsecProtocol {
  /** Encapsulating Security Payload, RFC 4303. */
  ESP,
  /** Authentication Header, RFC 4302. */
  AH
}
