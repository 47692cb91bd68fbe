package org.roamscope.track;

/** What keeps others from forging a Binding Update or its acknowledgement. */
public enum Protection {
  /** Nothing in the packet. */
  NONE,
  /** The Mobility Message Authentication option, RFC 4285, for networks without IPsec. */
  AUTHENTICATION_OPTION,
  /** ESP or AH, RFC 4877. */
  IPSEC
}
