package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;

/** The registries of IKEv1 and IKEv2. Numbers they lack are shown as unknown, never refused. */
public final class IkeCodePoints {
  /** Exchange types of IKEv1. */
  public static final CodePoints EXCHANGE_TYPES_V1 =
      new Rows("IKEv1 exchange types")
          .add(
              rfc(2408, "3.1"),
              """
              0 NONE
              1 Base
              2 Identity Protection (Main Mode)
              3 Authentication Only
              4 Aggressive
              5 Informational
              """)
          .add(rfc(2409, "5.5"), "32 Quick Mode")
          .add(rfc(2409, "5.6"), "33 New Group Mode")
          .add(new Clause("draft-dukes-ike-mode-cfg", ""), "6 Transaction (Config Mode)")
          .build();

  /** Exchange types of IKEv2. */
  public static final CodePoints EXCHANGE_TYPES_V2 =
      new Rows("IKEv2 exchange types")
          .add(
              rfc(5996, "3.1"),
              """
              34 IKE_SA_INIT
              35 IKE_AUTH
              36 CREATE_CHILD_SA
              37 INFORMATIONAL
              """)
          .add(rfc(5723, "4.3"), "38 IKE_SESSION_RESUME")
          .add(rfc(9242, ""), "43 IKE_INTERMEDIATE")
          .add(rfc(9370, ""), "44 IKE_FOLLOWUP_KE")
          .build();

  /** Payload types of IKEv1. */
  public static final CodePoints PAYLOAD_TYPES_V1 =
      new Rows("IKEv1 payload types")
          .add(
              rfc(2408, "3.1"),
              """
              0 NONE / No Next Payload
              1 Security Association
              2 Proposal
              3 Transform
              4 Key Exchange
              5 Identification
              6 Certificate
              7 Certificate Request
              8 Hash
              9 Signature
              10 Nonce
              11 Notification
              12 Delete
              13 Vendor ID
              """)
          .add(new Clause("draft-dukes-ike-mode-cfg", ""), "14 Attributes")
          .add(
              rfc(6407, "5"),
              """
              15 SA KEK Payload
              16 SA TEK Payload
              17 Key Download
              18 Sequence Number
              19 Proof of Possession
              22 Group Associated Policy
              """)
          .add(
              rfc(3947, ""),
              """
              20 NAT-D (RFC 3947)
              21 NAT-OA (RFC 3947)
              """)
          .add(
              new Clause("draft-ietf-ipsec-nat-t-ike", ""),
              """
              130 NAT-D (draft-ietf-ipsec-nat-t-ike-01 to 03)
              131 NAT-OA (draft-ietf-ipsec-nat-t-ike-01 to 03)
              """)
          .add(new Clause("IKEv1 fragmentation (vendor)", ""), "132 Cisco-Fragmentation")
          .build();

  /** Payload types of IKEv2; Proposal and Transform are the substructures of SA. */
  public static final CodePoints PAYLOAD_TYPES_V2 =
      new Rows("IKEv2 payload types")
          .add(
              rfc(5996, "3.3"),
              """
              0 NONE / No Next Payload
              2 Proposal
              3 Transform
              """)
          .add(
              rfc(5996, "3.2"),
              """
              33 Security Association
              34 Key Exchange
              35 Identification - Initiator
              36 Identification - Responder
              37 Certificate
              38 Certificate Request
              39 Authentication
              40 Nonce
              41 Notify
              42 Delete
              43 Vendor ID
              44 Traffic Selector - Initiator
              45 Traffic Selector - Responder
              46 Encrypted and Authenticated
              47 Configuration
              48 Extensible Authentication
              """)
          .add(rfc(6467, ""), "49 Generic Secure Password Method")
          .add(
              new Clause("draft-ietf-ipsecme-g-ikev2", ""),
              """
              50 Group Identification
              51 Group Security Association
              52 Key Download
              """)
          .add(rfc(7383, "2.5"), "53 Encrypted and Authenticated Fragment")
          .build();

  /** Notify message types of IKEv2. */
  public static final CodePoints NOTIFY_TYPES_V2 =
      new Rows("IKEv2 notify message types")
          .add(
              rfc(5996, "3.10.1"),
              """
              1 UNSUPPORTED_CRITICAL_PAYLOAD
              4 INVALID_IKE_SPI
              5 INVALID_MAJOR_VERSION
              7 INVALID_SYNTAX
              9 INVALID_MESSAGE_ID
              11 INVALID_SPI
              14 NO_PROPOSAL_CHOSEN
              17 INVALID_KE_PAYLOAD
              24 AUTHENTICATION_FAILED
              34 SINGLE_PAIR_REQUIRED
              35 NO_ADDITIONAL_SAS
              36 INTERNAL_ADDRESS_FAILURE
              37 FAILED_CP_REQUIRED
              38 TS_UNACCEPTABLE
              39 INVALID_SELECTORS
              43 TEMPORARY_FAILURE
              44 CHILD_SA_NOT_FOUND
              16384 INITIAL_CONTACT
              16385 SET_WINDOW_SIZE
              16386 ADDITIONAL_TS_POSSIBLE
              16387 IPCOMP_SUPPORTED
              16388 NAT_DETECTION_SOURCE_IP
              16389 NAT_DETECTION_DESTINATION_IP
              16390 COOKIE
              16391 USE_TRANSPORT_MODE
              16392 HTTP_CERT_LOOKUP_SUPPORTED
              16393 REKEY_SA
              16394 ESP_TFC_PADDING_NOT_SUPPORTED
              16395 NON_FIRST_FRAGMENTS_ALSO
              """)
          .add(
              rfc(4555, "4"),
              """
              40 UNACCEPTABLE_ADDRESSES
              41 UNEXPECTED_NAT_DETECTED
              16396 MOBIKE_SUPPORTED
              16397 ADDITIONAL_IP4_ADDRESS
              16398 ADDITIONAL_IP6_ADDRESS
              16399 NO_ADDITIONAL_ADDRESSES
              16400 UPDATE_SA_ADDRESSES
              16401 COOKIE2
              16402 NO_NATS_ALLOWED
              """)
          .add(rfc(5026, "8.3"), "42 USE_ASSIGNED_HoA")
          .add(
              new Clause("draft-ietf-ipsecme-g-ikev2", ""),
              """
              45 INVALID_GROUP_ID
              """)
          .add(rfc(9370, ""), "47 STATE_NOT_FOUND")
          .add(rfc(9611, ""), "48 TS_MAX_QUEUE")
          .add(rfc(4478, ""), "16403 AUTH_LIFETIME")
          .add(
              rfc(4739, ""),
              """
              16404 MULTIPLE_AUTH_SUPPORTED
              16405 ANOTHER_AUTH_FOLLOWS
              """)
          .add(
              rfc(5685, ""),
              """
              16406 REDIRECT_SUPPORTED
              16407 REDIRECT
              16408 REDIRECTED_FROM
              """)
          .add(
              rfc(5723, ""),
              """
              16409 TICKET_LT_OPAQUE
              16410 TICKET_REQUEST
              16411 TICKET_ACK
              16412 TICKET_NACK
              16413 TICKET_OPAQUE
              """)
          .add(rfc(5739, ""), "16414 LINK_ID")
          .add(rfc(5840, ""), "16415 USE_WESP_MODE")
          .add(rfc(5857, ""), "16416 ROHC_SUPPORTED")
          .add(rfc(5998, ""), "16417 EAP_ONLY_AUTHENTICATION")
          .add(rfc(6023, ""), "16418 CHILDLESS_IKEV2_SUPPORTED")
          .add(rfc(6290, ""), "16419 QUICK_CRASH_DETECTION")
          .add(
              rfc(6311, ""),
              """
              16420 IKEV2_MESSAGE_ID_SYNC_SUPPORTED
              16421 IPSEC_REPLAY_COUNTER_SYNC_SUPPORTED
              16422 IKEV2_MESSAGE_ID_SYNC
              16423 IPSEC_REPLAY_COUNTER_SYNC
              """)
          .add(rfc(6467, ""), "16424 SECURE_PASSWORD_METHODS")
          .add(
              rfc(6631, ""),
              """
              16425 PSK_PERSIST
              16426 PSK_CONFIRM
              """)
          .add(rfc(6867, ""), "16427 ERX_SUPPORTED")
          .add(new Clause("3GPP TS 24.303", ""), "16428 IFOM_CAPABILITY")
          .add(new Clause("draft-ietf-ipsecme-g-ikev2", ""), "16429 SENDER_REQUEST_ID")
          .add(rfc(7383, "2.3"), "16430 IKEV2_FRAGMENTATION_SUPPORTED")
          .add(rfc(7427, ""), "16431 SIGNATURE_HASH_ALGORITHMS")
          .add(
              rfc(8784, ""),
              """
              16435 USE_PPK
              16436 PPK_IDENTITY
              16437 NO_PPK_AUTH
              """)
          .add(rfc(9242, ""), "16438 INTERMEDIATE_EXCHANGE_SUPPORTED")
          .add(rfc(9370, ""), "16441 ADDITIONAL_KEY_EXCHANGE")
          .add(new Clause("3GPP TS 24.302 (private use)", ""), "41288 NBIFOM_GENERIC_CONTAINER")
          .build();

  /** Notify message types of IKEv1 with the IPsec DOI. */
  public static final CodePoints NOTIFY_TYPES_V1 =
      new Rows("IKEv1 notify message types")
          .add(
              rfc(2408, "3.14.1"),
              """
              1 INVALID-PAYLOAD-TYPE
              2 DOI-NOT-SUPPORTED
              3 SITUATION-NOT-SUPPORTED
              4 INVALID-COOKIE
              5 INVALID-MAJOR-VERSION
              6 INVALID-MINOR-VERSION
              7 INVALID-EXCHANGE-TYPE
              8 INVALID-FLAGS
              9 INVALID-MESSAGE-ID
              10 INVALID-PROTOCOL-ID
              11 INVALID-SPI
              12 INVALID-TRANSFORM-ID
              13 ATTRIBUTES-NOT-SUPPORTED
              14 NO-PROPOSAL-CHOSEN
              15 BAD-PROPOSAL-SYNTAX
              16 PAYLOAD-MALFORMED
              17 INVALID-KEY-INFORMATION
              18 INVALID-ID-INFORMATION
              19 INVALID-CERT-ENCODING
              20 INVALID-CERTIFICATE
              21 CERT-TYPE-UNSUPPORTED
              22 INVALID-CERT-AUTHORITY
              23 INVALID-HASH-INFORMATION
              24 AUTHENTICATION-FAILED
              25 INVALID-SIGNATURE
              26 ADDRESS-NOTIFICATION
              27 NOTIFY-SA-LIFETIME
              28 CERTIFICATE-UNAVAILABLE
              29 UNSUPPORTED-EXCHANGE-TYPE
              30 UNEQUAL-PAYLOAD-LENGTHS
              16384 CONNECTED
              """)
          .add(
              rfc(2407, "4.6.3"),
              """
              24576 RESPONDER-LIFETIME
              24577 REPLAY-STATUS
              24578 INITIAL-CONTACT
              """)
          .add(
              rfc(3706, ""),
              """
              36136 R-U-THERE
              36137 R-U-THERE-ACK
              """)
          .build();

  /** Protocol identifiers of IKEv1, RFC 2407. */
  public static final CodePoints PROTOCOLS_V1 =
      new Rows("IKEv1 security protocols")
          .add(
              rfc(2407, "4.4.1"),
              """
              0 RESERVED
              1 ISAKMP
              2 IPSEC_AH
              3 IPSEC_ESP
              4 IPCOMP
              """)
          .build();

  /** Protocol identifiers of IKEv2. */
  public static final CodePoints PROTOCOLS_V2 =
      new Rows("IKEv2 security protocols")
          .add(
              rfc(5996, "3.3.1"),
              """
              0 RESERVED
              1 IKE
              2 AH
              3 ESP
              """)
          .add(
              rfc(4595, ""),
              """
              4 FC_ESP_HEADER
              5 FC_CT_AUTHENTICATION
              """)
          .build();

  /** Transform types of IKEv2. */
  public static final CodePoints TRANSFORM_TYPES =
      new Rows("IKEv2 transform types")
          .add(
              rfc(5996, "3.3.2"),
              """
              1 Encryption Algorithm (ENCR)
              2 Pseudo-random Function (PRF)
              3 Integrity Algorithm (INTEG)
              4 Diffie-Hellman Group (D-H)
              5 Extended Sequence Numbers (ESN)
              """)
          .add(
              rfc(9370, ""),
              """
              6 Additional Key Exchange 1 (ADDKE1)
              7 Additional Key Exchange 2 (ADDKE2)
              8 Additional Key Exchange 3 (ADDKE3)
              9 Additional Key Exchange 4 (ADDKE4)
              10 Additional Key Exchange 5 (ADDKE5)
              11 Additional Key Exchange 6 (ADDKE6)
              12 Additional Key Exchange 7 (ADDKE7)
              """)
          .build();

  /** Encryption algorithms of IKEv2. */
  public static final CodePoints ENCRYPTION =
      new Rows("IKEv2 encryption algorithms")
          .add(
              rfc(5996, "3.3.2"),
              """
              1 ENCR_DES_IV64
              2 ENCR_DES
              3 ENCR_3DES
              4 ENCR_RC5
              5 ENCR_IDEA
              6 ENCR_CAST
              7 ENCR_BLOWFISH
              8 ENCR_3IDEA
              9 ENCR_DES_IV32
              11 ENCR_NULL
              12 ENCR_AES_CBC
              13 ENCR_AES_CTR
              """)
          .add(
              rfc(5282, ""),
              """
              14 ENCR_AES_CCM_8
              15 ENCR_AES_CCM_12
              16 ENCR_AES_CCM_16
              18 ENCR_AES_GCM_8
              19 ENCR_AES_GCM_12
              20 ENCR_AES_GCM_16
              """)
          .add(rfc(4543, ""), "21 ENCR_NULL_AUTH_AES_GMAC")
          .add(
              rfc(5529, ""),
              """
              23 ENCR_CAMELLIA_CBC
              24 ENCR_CAMELLIA_CTR
              25 ENCR_CAMELLIA_CCM_8
              26 ENCR_CAMELLIA_CCM_12
              27 ENCR_CAMELLIA_CCM_16
              """)
          .add(rfc(7634, ""), "28 ENCR_CHACHA20_POLY1305")
          .build();

  /** Pseudo-random functions of IKEv2. */
  public static final CodePoints PSEUDO_RANDOM =
      new Rows("IKEv2 pseudo-random functions")
          .add(
              rfc(5996, "3.3.2"),
              """
              1 PRF_HMAC_MD5
              2 PRF_HMAC_SHA1
              3 PRF_HMAC_TIGER
              """)
          .add(rfc(4434, ""), "4 PRF_AES128_XCBC")
          .add(
              rfc(4868, ""),
              """
              5 PRF_HMAC_SHA2_256
              6 PRF_HMAC_SHA2_384
              7 PRF_HMAC_SHA2_512
              """)
          .add(rfc(4615, ""), "8 PRF_AES128_CMAC")
          .build();

  /** Integrity algorithms of IKEv2. */
  public static final CodePoints INTEGRITY =
      new Rows("IKEv2 integrity algorithms")
          .add(
              rfc(5996, "3.3.2"),
              """
              0 NONE
              1 AUTH_HMAC_MD5_96
              2 AUTH_HMAC_SHA1_96
              3 AUTH_DES_MAC
              4 AUTH_KPDK_MD5
              5 AUTH_AES_XCBC_96
              """)
          .add(
              rfc(4595, ""),
              """
              6 AUTH_HMAC_MD5_128
              7 AUTH_HMAC_SHA1_160
              """)
          .add(rfc(4494, ""), "8 AUTH_AES_CMAC_96")
          .add(
              rfc(4543, ""),
              """
              9 AUTH_AES_128_GMAC
              10 AUTH_AES_192_GMAC
              11 AUTH_AES_256_GMAC
              """)
          .add(
              rfc(4868, ""),
              """
              12 AUTH_HMAC_SHA2_256_128
              13 AUTH_HMAC_SHA2_384_192
              14 AUTH_HMAC_SHA2_512_256
              """)
          .build();

  /** Diffie-Hellman groups (key exchange methods), IKEv1 and IKEv2. */
  public static final CodePoints GROUPS =
      new Rows("Diffie-Hellman groups")
          .add(
              rfc(5996, "3.3.2"),
              """
              0 NONE
              1 768-bit MODP group
              2 1024-bit MODP group
              """)
          .add(
              rfc(3526, ""),
              """
              5 1536-bit MODP group
              14 2048-bit MODP group
              15 3072-bit MODP group
              16 4096-bit MODP group
              17 6144-bit MODP group
              18 8192-bit MODP group
              """)
          .add(
              rfc(5903, ""),
              """
              19 256-bit random ECP group
              20 384-bit random ECP group
              21 521-bit random ECP group
              """)
          .add(
              rfc(5114, ""),
              """
              22 1024-bit MODP group with 160-bit prime order subgroup
              23 2048-bit MODP group with 224-bit prime order subgroup
              24 2048-bit MODP group with 256-bit prime order subgroup
              25 192-bit random ECP group
              26 224-bit random ECP group
              """)
          .add(
              rfc(6954, ""),
              """
              27 224-bit Brainpool ECP group
              28 256-bit Brainpool ECP group
              29 384-bit Brainpool ECP group
              30 512-bit Brainpool ECP group
              """)
          .add(
              rfc(8031, ""),
              """
              31 Curve25519
              32 Curve448
              """)
          .build();

  /** Extended sequence numbers, IKEv2. */
  public static final CodePoints EXTENDED_SEQUENCE =
      new Rows("Extended sequence numbers")
          .add(
              rfc(5996, "3.3.2"),
              """
              0 No Extended Sequence Numbers
              1 Extended Sequence Numbers
              """)
          .build();

  /** Identification types of IKEv1. */
  public static final CodePoints ID_TYPES_V1 =
      new Rows("IKEv1 identification types")
          .add(
              rfc(2407, "4.6.2.1"),
              """
              1 IPV4_ADDR
              2 FQDN
              3 USER_FQDN
              4 IPV4_ADDR_SUBNET
              5 IPV6_ADDR
              6 IPV6_ADDR_SUBNET
              7 IPV4_ADDR_RANGE
              8 IPV6_ADDR_RANGE
              9 DER_ASN1_DN
              10 DER_ASN1_GN
              11 KEY_ID
              """)
          .add(rfc(3554, ""), "12 KEY_LIST")
          .build();

  /** Identification types of IKEv2. */
  public static final CodePoints ID_TYPES_V2 =
      new Rows("IKEv2 identification types")
          .add(
              rfc(5996, "3.5"),
              """
              1 IPV4_ADDR
              2 FQDN
              3 ID_RFC822_ADDR
              5 IPV6_ADDR
              9 DER_ASN1_DN
              10 DER_ASN1_GN
              11 KEY_ID
              """)
          .add(rfc(4595, ""), "12 FC_NAME")
          .add(rfc(7619, ""), "13 NULL")
          .build();

  /** Certificate encodings; the numbers common to IKEv1 and IKEv2 and those of IKEv2. */
  public static final CodePoints CERTIFICATES =
      new Rows("Certificate encodings")
          .add(
              rfc(5996, "3.6"),
              """
              1 PKCS #7 wrapped X.509 certificate
              2 PGP Certificate
              3 DNS Signed Key
              4 X.509 Certificate - Signature
              6 Kerberos Tokens
              7 Certificate Revocation List (CRL)
              8 Authority Revocation List (ARL)
              9 SPKI Certificate
              10 X.509 Certificate - Attribute
              11 Raw RSA Key
              12 Hash and URL of X.509 certificate
              13 Hash and URL of X.509 bundle
              """)
          .add(rfc(2408, "3.9"), "5 X.509 Certificate - Key Exchange")
          .add(rfc(4806, ""), "14 OCSP Content")
          .add(rfc(7670, ""), "15 Raw Public Key")
          .build();

  /** Authentication methods of IKEv2. */
  public static final CodePoints AUTHENTICATION_METHODS =
      new Rows("IKEv2 authentication methods")
          .add(
              rfc(5996, "3.8"),
              """
              1 RSA Digital Signature
              2 Shared Key Message Integrity Code
              3 DSS Digital Signature
              """)
          .add(
              rfc(4754, ""),
              """
              9 ECDSA with SHA-256 on the P-256 curve
              10 ECDSA with SHA-384 on the P-384 curve
              11 ECDSA with SHA-512 on the P-521 curve
              """)
          .add(rfc(6467, ""), "12 Generic Secure Password Authentication Method")
          .add(rfc(7619, ""), "13 NULL Authentication")
          .add(rfc(7427, ""), "14 Digital Signature")
          .build();

  /** Traffic selector types. */
  public static final CodePoints SELECTOR_TYPES =
      new Rows("Traffic selector types")
          .add(
              rfc(5996, "3.13.1"),
              """
              7 TS_IPV4_ADDR_RANGE
              8 TS_IPV6_ADDR_RANGE
              """)
          .add(rfc(4595, ""), "9 TS_FC_ADDR_RANGE")
          .build();

  /** IP protocols as traffic selectors and identities of this analyzer's trade name them. */
  public static final CodePoints IP_PROTOCOLS =
      new Rows("IP protocols")
          .add(
              new Clause("IANA protocol numbers", ""),
              """
              0 any
              1 ICMP
              4 IPv4
              6 TCP
              17 UDP
              41 IPv6
              50 ESP
              51 AH
              58 ICMPv6
              59 No Next Header
              132 SCTP
              135 Mobility Header
              """)
          .build();

  /** Configuration payload types of IKEv2. */
  public static final CodePoints CONFIGURATION_TYPES_V2 =
      new Rows("IKEv2 configuration types")
          .add(
              rfc(5996, "3.15"),
              """
              1 CFG_REQUEST
              2 CFG_REPLY
              3 CFG_SET
              4 CFG_ACK
              """)
          .build();

  /** Configuration payload types of IKEv1. */
  public static final CodePoints CONFIGURATION_TYPES_V1 =
      new Rows("IKEv1 configuration types")
          .add(
              new Clause("draft-dukes-ike-mode-cfg", ""),
              """
              1 ISAKMP_CFG_REQUEST
              2 ISAKMP_CFG_REPLY
              3 ISAKMP_CFG_SET
              4 ISAKMP_CFG_ACK
              """)
          .build();

  /** Configuration attributes of IKEv2. */
  public static final CodePoints CONFIGURATION_ATTRIBUTES_V2 =
      new Rows("IKEv2 configuration attributes")
          .add(
              rfc(5996, "3.15.1"),
              """
              1 INTERNAL_IP4_ADDRESS
              2 INTERNAL_IP4_NETMASK
              3 INTERNAL_IP4_DNS
              4 INTERNAL_IP4_NBNS
              5 INTERNAL_ADDRESS_EXPIRY
              6 INTERNAL_IP4_DHCP
              7 APPLICATION_VERSION
              8 INTERNAL_IP6_ADDRESS
              10 INTERNAL_IP6_DNS
              12 INTERNAL_IP6_DHCP
              13 INTERNAL_IP4_SUBNET
              14 SUPPORTED_ATTRIBUTES
              15 INTERNAL_IP6_SUBNET
              """)
          .add(rfc(4306, "3.15.1"), "11 INTERNAL_IP6_NBNS")
          .add(rfc(5026, "8.2"), "16 MIP6_HOME_PREFIX")
          .add(
              rfc(5739, ""),
              """
              17 INTERNAL_IP6_LINK
              18 INTERNAL_IP6_PREFIX
              """)
          .add(new Clause("3GPP TS 24.302", ""), "19 HOME_AGENT_ADDRESS")
          .add(
              rfc(7651, ""),
              """
              20 P_CSCF_IP4_ADDRESS
              21 P_CSCF_IP6_ADDRESS
              """)
          .add(
              new Clause("3GPP TS 24.302", ""),
              """
              22 FTT_KAT
              23 EXTERNAL_SOURCE_IP4_NAT_INFO
              24 TIMEOUT_PERIOD_FOR_LIVENESS_CHECK
              """)
          .add(
              rfc(8598, ""),
              """
              25 INTERNAL_DNS_DOMAIN
              26 INTERNAL_DNSSEC_TA
              """)
          .build();

  /** Configuration attributes of IKEv1 (mode config, XAUTH). */
  public static final CodePoints CONFIGURATION_ATTRIBUTES_V1 =
      new Rows("IKEv1 configuration attributes")
          .add(
              new Clause("draft-dukes-ike-mode-cfg", ""),
              """
              1 INTERNAL_IP4_ADDRESS
              2 INTERNAL_IP4_NETMASK
              3 INTERNAL_IP4_DNS
              4 INTERNAL_IP4_NBNS
              5 INTERNAL_ADDRESS_EXPIRY
              6 INTERNAL_IP4_DHCP
              7 APPLICATION_VERSION
              8 INTERNAL_IP6_ADDRESS
              9 INTERNAL_IP6_NETMASK
              10 INTERNAL_IP6_DNS
              11 INTERNAL_IP6_NBNS
              12 INTERNAL_IP6_DHCP
              13 INTERNAL_IP4_SUBNET
              14 SUPPORTED_ATTRIBUTES
              15 INTERNAL_IP6_SUBNET
              """)
          .add(
              new Clause("draft-beaulieu-ike-xauth", ""),
              """
              16520 XAUTH_TYPE
              16521 XAUTH_USER_NAME
              16522 XAUTH_USER_PASSWORD
              16523 XAUTH_PASSCODE
              16524 XAUTH_MESSAGE
              16525 XAUTH_CHALLENGE
              16526 XAUTH_DOMAIN
              16527 XAUTH_STATUS
              """)
          .build();

  /** EAP codes. */
  public static final CodePoints EAP_CODES =
      new Rows("EAP codes")
          .add(
              rfc(3748, "4"),
              """
              1 Request
              2 Response
              3 Success
              4 Failure
              """)
          .build();

  /** EAP methods a mobile network meets. */
  public static final CodePoints EAP_TYPES =
      new Rows("EAP types")
          .add(
              rfc(3748, "5"),
              """
              1 Identity
              2 Notification
              3 Legacy Nak
              4 MD5-Challenge
              6 GTC
              254 Expanded
              """)
          .add(rfc(5216, ""), "13 EAP-TLS")
          .add(rfc(4186, ""), "18 EAP-SIM")
          .add(rfc(5281, ""), "21 EAP-TTLS")
          .add(rfc(4187, ""), "23 EAP-AKA")
          .add(new Clause("draft-josefsson-pppext-eap-tls-eap", ""), "25 PEAP")
          .add(new Clause("draft-kamath-pppext-eap-mschapv2", ""), "26 EAP-MSCHAPv2")
          .add(rfc(9048, ""), "50 EAP-AKA'")
          .build();

  /** Domains of interpretation, IKEv1. */
  public static final CodePoints DOMAINS =
      new Rows("Domains of interpretation")
          .add(rfc(2408, "3.14"), "0 ISAKMP")
          .add(rfc(2407, "4.2"), "1 IPSEC")
          .add(rfc(6407, ""), "2 GDOI")
          .build();

  /** Transform identifiers of an IKEv1 ISAKMP proposal. */
  public static final CodePoints TRANSFORMS_ISAKMP =
      new Rows("ISAKMP transforms").add(rfc(2407, "4.4.2.1"), "1 KEY_IKE").build();

  /** Transform identifiers of an IKEv1 AH proposal. */
  public static final CodePoints TRANSFORMS_AH =
      new Rows("AH transforms")
          .add(
              rfc(2407, "4.4.3"),
              """
              2 MD5
              3 SHA
              4 DES
              """)
          .add(
              rfc(4868, ""),
              """
              5 SHA2-256
              6 SHA2-384
              7 SHA2-512
              """)
          .add(rfc(3566, ""), "9 AES-XCBC-MAC")
          .build();

  /** Transform identifiers of an IKEv1 ESP proposal. */
  public static final CodePoints TRANSFORMS_ESP =
      new Rows("ESP transforms")
          .add(
              rfc(2407, "4.4.4"),
              """
              1 DES-IV64
              2 DES
              3 3DES
              4 RC5
              5 IDEA
              6 CAST
              7 BLOWFISH
              8 3IDEA
              9 DES-IV32
              10 RC4
              11 NULL
              """)
          .add(rfc(3602, ""), "12 AES-CBC")
          .add(rfc(3686, ""), "13 AES-CTR")
          .add(
              rfc(4309, ""),
              """
              14 AES-CCM_8
              15 AES-CCM_12
              16 AES-CCM_16
              """)
          .add(
              rfc(4106, ""),
              """
              18 AES-GCM_8
              19 AES-GCM_12
              20 AES-GCM_16
              """)
          .build();

  /** Phase 1 attributes of IKEv1. */
  public static final CodePoints IKE_ATTRIBUTES =
      new Rows("IKEv1 phase 1 attributes")
          .add(
              rfc(2409, "appendix A"),
              """
              1 Encryption-Algorithm
              2 Hash-Algorithm
              3 Authentication-Method
              4 Group-Description
              5 Group-Type
              6 Group-Prime
              7 Group-Generator-One
              8 Group-Generator-Two
              9 Group-Curve-A
              10 Group-Curve-B
              11 Life-Type
              12 Life-Duration
              13 PRF
              14 Key-Length
              15 Field-Size
              16 Group-Order
              """)
          .build();

  /** Phase 2 attributes of IKEv1. */
  public static final CodePoints IPSEC_ATTRIBUTES =
      new Rows("IKEv1 phase 2 attributes")
          .add(
              rfc(2407, "4.5"),
              """
              1 SA-Life-Type
              2 SA-Life-Duration
              3 Group-Description
              4 Encapsulation-Mode
              5 Authentication-Algorithm
              6 Key-Length
              7 Key-Rounds
              8 Compress-Dictionary-Size
              9 Compress-Private-Algorithm
              """)
          .add(rfc(4304, ""), "11 Extended (64-bit) Sequence Number")
          .build();

  /** Transform attributes of IKEv2. */
  public static final CodePoints TRANSFORM_ATTRIBUTES =
      new Rows("IKEv2 transform attributes").add(rfc(5996, "3.3.5"), "14 Key Length").build();

  /** Phase 1 encryption algorithms of IKEv1. */
  public static final CodePoints IKE_ENCRYPTION =
      new Rows("IKEv1 encryption algorithms")
          .add(
              rfc(2409, "appendix A"),
              """
              1 DES-CBC
              2 IDEA-CBC
              3 BLOWFISH-CBC
              4 RC5-R16-B64-CBC
              5 3DES-CBC
              6 CAST-CBC
              """)
          .add(rfc(3602, ""), "7 AES-CBC")
          .add(rfc(4312, ""), "8 CAMELLIA-CBC")
          .build();

  /** Phase 1 hash algorithms of IKEv1. */
  public static final CodePoints IKE_HASH =
      new Rows("IKEv1 hash algorithms")
          .add(
              rfc(2409, "appendix A"),
              """
              1 MD5
              2 SHA
              3 TIGER
              """)
          .add(
              rfc(4868, ""),
              """
              4 SHA2-256
              5 SHA2-384
              6 SHA2-512
              """)
          .build();

  /** Phase 1 authentication methods of IKEv1. */
  public static final CodePoints IKE_AUTHENTICATION =
      new Rows("IKEv1 authentication methods")
          .add(
              rfc(2409, "appendix A"),
              """
              1 Pre-shared key
              2 DSS signatures
              3 RSA signatures
              4 Encryption with RSA
              5 Revised encryption with RSA
              """)
          .add(
              rfc(4754, ""),
              """
              9 ECDSA with SHA-256 on the P-256 curve
              10 ECDSA with SHA-384 on the P-384 curve
              11 ECDSA with SHA-512 on the P-521 curve
              """)
          .add(
              new Clause("draft-ietf-ipsec-isakmp-hybrid-auth", ""),
              """
              64221 HybridInitRSA
              64222 HybridRespRSA
              64223 HybridInitDSS
              64224 HybridRespDSS
              """)
          .add(
              new Clause("draft-beaulieu-ike-xauth", ""),
              """
              65001 XAUTHInitPreShared
              65002 XAUTHRespPreShared
              65003 XAUTHInitDSS
              65004 XAUTHRespDSS
              65005 XAUTHInitRSA
              65006 XAUTHRespRSA
              """)
          .build();

  /** Units of a lifetime, IKEv1. */
  public static final CodePoints LIFE_TYPES =
      new Rows("IKEv1 life types")
          .add(
              rfc(2407, "4.5"),
              """
              1 Seconds
              2 Kilobytes
              """)
          .build();

  /** Encapsulation modes, IKEv1. */
  public static final CodePoints ENCAPSULATION_MODES =
      new Rows("IKEv1 encapsulation modes")
          .add(
              rfc(2407, "4.5"),
              """
              1 Tunnel
              2 Transport
              """)
          .add(
              rfc(3947, "5.1"),
              """
              3 UDP-Encapsulated-Tunnel
              4 UDP-Encapsulated-Transport
              """)
          .add(
              new Clause("draft-ietf-ipsec-nat-t-ike", ""),
              """
              61443 UDP-Encapsulated-Tunnel (draft)
              61444 UDP-Encapsulated-Transport (draft)
              """)
          .build();

  /** Phase 2 authentication algorithms, IKEv1. */
  public static final CodePoints IPSEC_AUTHENTICATION =
      new Rows("IKEv1 phase 2 authentication algorithms")
          .add(
              rfc(2407, "4.5"),
              """
              1 HMAC-MD5
              2 HMAC-SHA
              3 DES-MAC
              4 KPDK
              """)
          .add(
              rfc(4868, ""),
              """
              5 HMAC-SHA2-256
              6 HMAC-SHA2-384
              7 HMAC-SHA2-512
              """)
          .add(rfc(2857, ""), "8 HMAC-RIPEMD")
          .add(rfc(3566, ""), "9 AES-XCBC-MAC")
          .build();

  private IkeCodePoints() {}

  /** Rows as text, one a line, number first: the tables above stay readable. */
  private static final class Rows {
    private final CodePoints.Builder builder;

    Rows(String title) {
      builder = CodePoints.of(title);
    }

    Rows add(Clause clause, String lines) {
      lines
          .lines()
          .forEach(line -> {
            int space = line.indexOf(' ');
            builder.add(
                Long.parseLong(line.substring(0, space)), line.substring(space + 1), clause);
          });
      return this;
    }

    CodePoints build() {
      return builder.build();
    }
  }
}
