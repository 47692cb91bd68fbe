package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;

/**
 * The registries of messages and payloads of IKEv1 and IKEv2. Numbers they lack are shown as
 * unknown, never refused.
 */
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
          .add(rfc(9242, "3.2"), "43 IKE_INTERMEDIATE")
          .add(rfc(9370, "2.2.4"), "44 IKE_FOLLOWUP_KE")
          .add(
              rfc(9838, ""),
              """
              39 GSA_AUTH
              40 GSA_REGISTRATION
              41 GSA_REKEY
              42 GSA_INBAND_REKEY
              """)
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
          .add(rfc(6467, "3.2"), "49 Generic Secure Password Method")
          .add(
              rfc(9838, ""),
              """
              50 Group Identification
              51 Group Security Association
              52 Key Download
              """)
          .add(rfc(7383, "2.5"), "53 Encrypted and Authenticated Fragment")
          .add(rfc(8019, "8.2"), "54 Puzzle Solution")
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
          .add(rfc(9838, ""), "6 GIKE_UPDATE")
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
          .add(rfc(9478, "2.1"), "10 TS_SECLABEL")
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
          .add(
              new Clause("IANA protocol numbers", ""),
              """
              2 IGMP
              43 Routing Header
              44 Fragment Header
              47 GRE
              60 Destination Options
              94 IPIP
              108 IPComp
              115 L2TP
              136 UDPLite
              139 HIP
              140 Shim6
              141 WESP
              """)
          .build();

  /** Domains of interpretation, IKEv1. */
  public static final CodePoints DOMAINS =
      new Rows("Domains of interpretation")
          .add(rfc(2408, "3.14"), "0 ISAKMP")
          .add(rfc(2407, "4.2"), "1 IPSEC")
          .add(rfc(6407, ""), "2 GDOI")
          .build();

  /** Secure password methods, RFC 6467 section 4. */
  public static final CodePoints PASSWORD_METHODS =
      new Rows("Secure password methods")
          .add(rfc(6631, ""), "1 PACE")
          .add(rfc(6628, ""), "2 AugPAKE")
          .add(rfc(6617, ""), "3 Secure PSK Authentication")
          .build();

  /** Parts of an IKEv1 group key download, RFC 6407 section 5.6. */
  public static final CodePoints KEY_DOWNLOAD_TYPES =
      new Rows("GDOI key download types")
          .add(
              rfc(6407, "5.6"),
              """
              0 RESERVED
              1 TEK
              2 KEK
              3 LKH
              4 SID
              """)
          .build();

  /** Protocols of an IKEv1 SA TEK payload, RFC 6407 section 5.4. */
  public static final CodePoints TEK_PROTOCOLS =
      new Rows("GDOI TEK protocols")
          .add(
              rfc(6407, "5.4"),
              """
              0 RESERVED
              1 GDOI_PROTO_IPSEC_ESP
              2 GDOI_PROTO_IPSEC_AH
              """)
          .build();

  /** Products of a Check Point vendor ID. */
  public static final CodePoints CHECK_POINT_PRODUCTS =
      new Rows("Check Point products")
          .add(
              new Clause("Check Point vendor ID", ""),
              """
              1 Firewall-1
              2 SecuRemote/SecureClient
              """)
          .build();

  /** Versions of a Check Point vendor ID. */
  public static final CodePoints CHECK_POINT_VERSIONS =
      new Rows("Check Point versions")
          .add(
              new Clause("Check Point vendor ID", ""),
              """
              2 4.1
              3 4.1 SP-1
              4002 4.1 (SP-2 or above)
              5000 NG
              5001 NG Feature Pack 1
              5002 NG Feature Pack 2
              5003 NG Feature Pack 3
              5004 NG with Application Intelligence
              5005 NG with Application Intelligence R55
              5006 NG with Application Intelligence R56
              """)
          .build();

  /** Windows versions of the MS NT5 ISAKMPOAKLEY vendor ID. */
  public static final CodePoints WINDOWS_VERSIONS =
      new Rows("Windows versions")
          .add(
              new Clause("Microsoft vendor ID", ""),
              """
              2 Windows 2000
              3 Windows XP SP1
              4 Windows 2003 and Windows XP SP2
              5 Windows Vista
              6 Windows Server 2008
              7 Windows 7
              8 Windows Server 2008 R2
              9 Windows 8, 8.1, 10, Server 2012 R2, Server 2016
              """)
          .build();

  private IkeCodePoints() {}
}
