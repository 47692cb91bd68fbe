package org.roamscope.audit.rule;

/** Types of mobility options that rules ask for. */
final class OptionTypes {
  /** Alternate Care-of Address, RFC 6275 section 6.2.5. */
  static final int ALTERNATE_CARE_OF_ADDRESS = 3;

  /** Nonce Indices, RFC 6275 section 6.2.6. */
  static final int NONCE_INDICES = 4;

  /** Binding Authorization Data, RFC 6275 section 6.2.7. */
  static final int BINDING_AUTHORIZATION_DATA = 5;

  /** IPv4 Home Address, RFC 5555 section 3.1.1. */
  static final int IPV4_HOME_ADDRESS = 29;

  /** IPv4 Care-of Address, RFC 5555 section 3.1.2. */
  static final int IPV4_CARE_OF_ADDRESS = 32;

  /** Binding Identifier, RFC 5648 section 4.1: takes the place of both care-of address options. */
  static final int BINDING_IDENTIFIER = 35;

  private OptionTypes() {}
}
