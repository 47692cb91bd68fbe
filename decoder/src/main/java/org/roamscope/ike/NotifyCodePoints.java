package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;

/** What the Notify payloads of IKEv1 and IKEv2 say, and the registries of their data. */
public final class NotifyCodePoints {
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
              rfc(9838, ""),
              """
              45 INVALID_GROUP_ID
              """)
          .add(rfc(9370, "2.2.4"), "47 STATE_NOT_FOUND")
          .add(rfc(9611, "5.2"), "48 TS_MAX_QUEUE")
          .add(rfc(4478, "3"), "16403 AUTH_LIFETIME")
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
          .add(rfc(5840, "2.3"), "16415 USE_WESP_MODE")
          .add(rfc(5857, "3.1.1"), "16416 ROHC_SUPPORTED")
          .add(rfc(5998, "3"), "16417 EAP_ONLY_AUTHENTICATION")
          .add(rfc(6023, "3"), "16418 CHILDLESS_IKEV2_SUPPORTED")
          .add(rfc(6290, "4"), "16419 QUICK_CRASH_DETECTION")
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
          .add(new Clause("3GPP TS 24.303", "B.2"), "16428 IFOM_CAPABILITY")
          .add(rfc(9838, ""), "16429 GROUP_SENDER")
          .add(rfc(7383, "2.3"), "16430 IKEV2_FRAGMENTATION_SUPPORTED")
          .add(rfc(7427, "4"), "16431 SIGNATURE_HASH_ALGORITHMS")
          .add(
              rfc(8784, ""),
              """
              16435 USE_PPK
              16436 PPK_IDENTITY
              16437 NO_PPK_AUTH
              """)
          .add(rfc(9242, "3.1"), "16438 INTERMEDIATE_EXCHANGE_SUPPORTED")
          .add(rfc(9370, "2.2.4"), "16441 ADDITIONAL_KEY_EXCHANGE")
          .add(
              rfc(9838, ""),
              """
              46 AUTHORIZATION_FAILED
              49 REGISTRATION_FAILED
              """)
          .add(
              rfc(7791, ""),
              """
              16432 CLONE_IKE_SA_SUPPORTED
              16433 CLONE_IKE_SA
              """)
          .add(rfc(8019, ""), "16434 PUZZLE")
          .add(
              rfc(8983, ""),
              """
              16439 IP4_ALLOWED
              16440 IP6_ALLOWED
              """)
          .add(rfc(9347, "5.1"), "16442 USE_AGGFRAG")
          .add(rfc(9593, ""), "16443 SUPPORTED_AUTH_METHODS")
          .add(rfc(9611, ""), "16444 SA_RESOURCE_INFO")
          .add(
              rfc(9867, ""),
              """
              16445 USE_PPK_INT
              16446 PPK_IDENTITY_KEY
              """)
          .add(
              new Clause("3GPP TS 24.302", "8.1.2.2"),
              """
              8192 PDN_CONNECTION_REJECTION
              8193 MAX_CONNECTION_REACHED
              8241 SEMANTIC_ERROR_IN_THE_TFT_OPERATION
              8242 SYNTACTICAL_ERROR_IN_THE_TFT_OPERATION
              8244 SEMANTIC_ERRORS_IN_PACKET_FILTERS
              8245 SYNTACTICAL_ERRORS_IN_PACKET_FILTERS
              9000 NON_3GPP_ACCESS_TO_EPC_NOT_ALLOWED
              9001 USER_UNKNOWN
              9002 NO_APN_SUBSCRIPTION
              9003 AUTHORIZATION_REJECTED
              9006 ILLEGAL_ME
              10500 NETWORK_FAILURE
              11001 RAT_TYPE_NOT_ALLOWED
              11005 IMEI_NOT_ACCEPTED
              11011 PLMN_NOT_ALLOWED
              11055 UNAUTHENTICATED_EMERGENCY_NOT_SUPPORTED
              """)
          .add(
              new Clause("3GPP TS 24.302", "8.1.2.3"),
              """
              40961 REACTIVATION_REQUESTED_CAUSE
              41041 BACKOFF_TIMER
              41050 PDN_TYPE_IPv4_ONLY_ALLOWED
              41051 PDN_TYPE_IPv6_ONLY_ALLOWED
              41101 DEVICE_IDENTITY
              41112 EMERGENCY_SUPPORT
              41134 EMERGENCY_CALL_NUMBERS
              41288 NBIFOM_GENERIC_CONTAINER
              41304 P-CSCF_RESELECTION_SUPPORT
              41501 PTI
              42011 IKEV2_MULTIPLE_BEARER_PDN_CONNECTIVITY
              42014 EPS_QOS
              42015 EXTENDED_EPS_QOS
              42017 TFT
              42020 MODIFIED_BEARER
              42094 APN_AMBR
              42095 EXTENDED_APN_AMBR
              51015 N1_MODE_CAPABILITY
              51115 N1_MODE_INFORMATION
              52216 N1_MODE_S_NSSAI_PLMN_ID
              """)
          .add(
              new Clause("3GPP TS 24.502", "9.2.4"),
              """
              55501 5G_QOS_INFO
              55502 NAS_IP4_ADDRESS
              55503 NAS_IP6_ADDRESS
              55504 UP_IP4_ADDRESS
              55505 UP_IP6_ADDRESS
              55506 NAS_TCP_PORT
              """)
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
          .add(
              new Clause("Cisco Unity", ""),
              """
              40501 UNITY-LOAD-BALANCE
              40503 UNITY-GROUP-HASH
              """)
          .build();

  /**
   * Compression algorithms of IPCOMP_SUPPORTED and of IPComp proposals, RFC 7296 section 3.10.1.
   */
  public static final CodePoints COMPRESSION =
      new Rows("IPComp transforms")
          .add(
              rfc(2407, "4.4.5"),
              """
              1 OUI
              2 DEFLATE
              3 LZS
              """)
          .add(rfc(3051, ""), "4 LZJH")
          .build();

  /** Kinds of a gateway identity, RFC 5685 section 10. */
  public static final CodePoints GATEWAY_TYPES =
      new Rows("Gateway identity types")
          .add(
              rfc(5685, "7.2"),
              """
              1 IPv4 address
              2 IPv6 address
              3 FQDN
              """)
          .build();

  /** ROHC attributes, RFC 5857 section 3.1.2. */
  public static final CodePoints ROHC_ATTRIBUTES =
      new Rows("ROHC attributes")
          .add(
              rfc(5857, "3.1.2"),
              """
              1 MAX_CID
              2 ROHC_PROFILE
              3 ROHC_INTEG
              4 ROHC_ICV_LEN
              5 MRRU
              """)
          .build();

  /** Hash algorithms of SIGNATURE_HASH_ALGORITHMS, RFC 7427 section 7. */
  public static final CodePoints SIGNATURE_HASHES =
      new Rows("IKEv2 hash algorithms")
          .add(
              rfc(7427, "7"),
              """
              1 SHA1
              2 SHA2-256
              3 SHA2-384
              4 SHA2-512
              """)
          .add(rfc(8420, "2"), "5 Identity")
          .add(
              rfc(9385, ""),
              """
              6 STREEBOG_256
              7 STREEBOG_512
              """)
          .build();

  /** Kinds of a PPK_ID, RFC 8784 section 5.1. */
  public static final CodePoints PPK_TYPES =
      new Rows("PPK_ID types")
          .add(
              rfc(8784, "5.1"),
              """
              1 PPK_ID_OPAQUE
              2 PPK_ID_FIXED
              """)
          .build();

  /** Kinds of a device identity, 3GPP TS 24.302 clause 8.2.9.2. */
  public static final CodePoints DEVICE_IDENTITIES =
      new Rows("Device identity types")
          .add(
              new Clause("3GPP TS 24.302", "8.2.9.2"),
              """
              1 IMEI
              2 IMEISV
              """)
          .build();

  private NotifyCodePoints() {}
}
