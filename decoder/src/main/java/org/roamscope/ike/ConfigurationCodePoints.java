package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;

/** Configuration payloads and attributes of IKEv1 (mode config, XAUTH) and IKEv2. */
public final class ConfigurationCodePoints {
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
          .add(
              rfc(9464, "3.1"),
              """
              27 ENCDNS_IP4
              28 ENCDNS_IP6
              """)
          .add(rfc(9464, "3.2"), "29 ENCDNS_DIGEST_INFO")
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
          .add(
              new Clause("draft-beaulieu-ike-xauth", ""),
              """
              16528 XAUTH_NEXT_PIN
              16529 XAUTH_ANSWER
              """)
          .add(
              new Clause("Check Point", ""),
              """
              16387 CHKPT_DEF_DOMAIN
              16388 CHKPT_MAC_ADDRESS
              16389 CHKPT_MARCIPAN_REASON_CODE
              """)
          .add(
              new Clause("Cisco Unity", ""),
              """
              28672 UNITY_BANNER
              28673 UNITY_SAVE_PASSWD
              28674 UNITY_DEF_DOMAIN
              28675 UNITY_SPLIT_DOMAIN
              28676 UNITY_SPLIT_INCLUDE
              28677 UNITY_NATT_PORT
              28678 UNITY_SPLIT_EXCLUDE
              28679 UNITY_PFS
              28680 UNITY_FW_TYPE
              28681 UNITY_BACKUP_SERVERS
              28682 UNITY_DDNS_HOSTNAME
              """)
          .build();

  /** Kinds of extended authentication. */
  public static final CodePoints XAUTH_TYPES =
      new Rows("XAUTH types")
          .add(
              new Clause("draft-beaulieu-ike-xauth", ""),
              """
              0 Generic
              1 RADIUS-CHAP
              2 OTP
              3 S/KEY
              """)
          .build();

  /** How extended authentication ended. */
  public static final CodePoints XAUTH_STATUS =
      new Rows("XAUTH status")
          .add(
              new Clause("draft-beaulieu-ike-xauth", ""),
              """
              0 Fail
              1 Success
              """)
          .build();

  private ConfigurationCodePoints() {}
}
