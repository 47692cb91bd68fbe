package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;

/** EAP codes and methods, and the attributes of EAP-SIM, EAP-AKA and EAP-AKA'. */
public final class EapCodePoints {
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
          .add(
              rfc(6696, "5.3"),
              """
              5 Initiate
              6 Finish
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
          .add(rfc(3748, "5.5"), "5 One-Time Password (OTP)")
          .add(
              new Clause("IANA EAP registry", ""),
              """
              9 RSA Public Key Authentication
              15 RSA Security SecurID
              17 EAP-Cisco Wireless (LEAP)
              32 PEAPv0/EAP-POTP
              255 Experimental
              """)
          .add(rfc(4851, ""), "43 EAP-FAST")
          .add(rfc(4746, ""), "46 EAP-PAX")
          .add(rfc(4764, ""), "47 EAP-PSK")
          .add(rfc(4763, ""), "48 EAP-SAKE")
          .add(rfc(5106, ""), "49 EAP-IKEv2")
          .add(rfc(5433, ""), "51 EAP-GPSK")
          .add(rfc(5931, ""), "52 EAP-pwd")
          .add(rfc(6124, ""), "53 EAP-EKE v1")
          .add(rfc(7171, ""), "54 PT-EAP")
          .add(rfc(7170, ""), "55 TEAP")
          .build();

  /** EAP-AKA and EAP-AKA' messages. */
  public static final CodePoints AKA_SUBTYPES =
      new Rows("EAP-AKA subtypes")
          .add(
              rfc(4187, "11"),
              """
              1 AKA-Challenge
              2 AKA-Authentication-Reject
              4 AKA-Synchronization-Failure
              5 AKA-Identity
              12 Notification
              13 Re-authentication
              14 Client-Error
              """)
          .build();

  /** EAP-SIM messages. */
  public static final CodePoints SIM_SUBTYPES =
      new Rows("EAP-SIM subtypes")
          .add(
              rfc(4186, "8.1"),
              """
              10 Start
              11 Challenge
              12 Notification
              13 Re-authentication
              14 Client-Error
              """)
          .build();

  /** Attributes of EAP-SIM, EAP-AKA and EAP-AKA'. */
  public static final CodePoints SIM_AKA_ATTRIBUTES =
      new Rows("EAP-SIM and EAP-AKA attributes")
          .add(
              rfc(4187, "11"),
              """
              1 AT_RAND
              2 AT_AUTN
              3 AT_RES
              4 AT_AUTS
              6 AT_PADDING
              10 AT_PERMANENT_ID_REQ
              11 AT_MAC
              12 AT_NOTIFICATION
              13 AT_ANY_ID_REQ
              14 AT_IDENTITY
              17 AT_FULLAUTH_ID_REQ
              19 AT_COUNTER
              20 AT_COUNTER_TOO_SMALL
              21 AT_NONCE_S
              22 AT_CLIENT_ERROR_CODE
              129 AT_IV
              130 AT_ENCR_DATA
              132 AT_NEXT_PSEUDONYM
              133 AT_NEXT_REAUTH_ID
              134 AT_CHECKCODE
              135 AT_RESULT_IND
              """)
          .add(
              rfc(4186, "10"),
              """
              7 AT_NONCE_MT
              15 AT_VERSION_LIST
              16 AT_SELECTED_VERSION
              """)
          .add(
              rfc(9048, "3"),
              """
              23 AT_KDF_INPUT
              24 AT_KDF
              136 AT_BIDDING
              """)
          .add(
              new Clause("3GPP TS 24.302", ""),
              """
              137 AT_IPMS_IND
              138 AT_IPMS_RES
              139 AT_TRUST_IND
              140 AT_SHORT_NAME_FOR_NETWORK
              141 AT_FULL_NAME_FOR_NETWORK
              142 AT_RQSI_IND
              143 AT_RQSI_RES
              144 AT_TWAN_CONN_MODE
              145 AT_VIRTUAL_NETWORK_ID
              146 AT_VIRTUAL_NETWORK_REQ
              147 AT_CONNECTIVITY_TYPE
              148 AT_HANDOVER_INDICATION
              149 AT_HANDOVER_SESSION_ID
              150 AT_MN_SERIAL_ID
              151 AT_DEVICE_IDENTITY
              """)
          .add(rfc(9678, ""), "152 AT_PUB_ECDHE")
          .build();

  /** Key derivation functions of EAP-AKA'. */
  public static final CodePoints KDF =
      new Rows("EAP-AKA' key derivation functions")
          .add(rfc(9048, "3.2"), "1 EAP-AKA' with CK'/IK'")
          .add(
              rfc(9678, ""),
              """
              2 EAP-AKA' with ECDHE over X25519
              3 EAP-AKA' with ECDHE over P-256
              """)
          .build();

  /** Notifications of EAP-SIM and EAP-AKA. */
  public static final CodePoints SIM_AKA_NOTIFICATIONS =
      new Rows("EAP-SIM and EAP-AKA notifications")
          .add(
              rfc(4187, "10.19"),
              """
              0 General failure after authentication
              1026 User has been temporarily denied access
              1031 User has not subscribed to the requested service
              16384 General failure
              32768 Success
              """)
          .build();

  /** Client errors of EAP-SIM and EAP-AKA. */
  public static final CodePoints SIM_AKA_ERRORS =
      new Rows("EAP-SIM and EAP-AKA client errors")
          .add(
              rfc(4186, "10.19"),
              """
              0 unable to process packet
              1 unsupported version
              2 insufficient number of challenges
              3 RANDs are not fresh
              """)
          .build();

  private EapCodePoints() {}
}
