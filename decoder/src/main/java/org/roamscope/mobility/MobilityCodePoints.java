package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;

/** The IANA registries of mobility parameters, with the RFC that defines each value. */
public final class MobilityCodePoints {
  /** Mobility Header types. */
  public static final CodePoints MESSAGE_TYPES =
      CodePoints.of("Mobility Header types")
          .add(0, "Binding Refresh Request", rfc(6275, "6.1.2"))
          .add(1, "Home Test Init", rfc(6275, "6.1.3"))
          .add(2, "Care-of Test Init", rfc(6275, "6.1.4"))
          .add(3, "Home Test", rfc(6275, "6.1.5"))
          .add(4, "Care-of Test", rfc(6275, "6.1.6"))
          .add(5, "Binding Update", rfc(6275, "6.1.7"))
          .add(6, "Binding Acknowledgement", rfc(6275, "6.1.8"))
          .add(7, "Binding Error", rfc(6275, "6.1.9"))
          .add(8, "Fast Binding Update", rfc(5568, "6.2.2"))
          .add(9, "Fast Binding Acknowledgment", rfc(5568, "6.2.3"))
          .add(10, "Fast Neighbor Advertisement", rfc(4068, ""))
          .add(11, "Experimental Mobility Header", rfc(5096, ""))
          .add(12, "Home Agent Switch", rfc(5142, "4"))
          .add(13, "Heartbeat", rfc(5847, ""))
          .add(14, "Handover Initiate", rfc(5568, "6.2.1"))
          .add(15, "Handover Acknowledge", rfc(5568, "6.2.1"))
          .add(16, "Binding Revocation", rfc(5846, "5"))
          .add(17, "Localized Routing Initiation", rfc(6705, ""))
          .add(18, "Localized Routing Acknowledgment", rfc(6705, ""))
          .add(19, "Update Notification", rfc(7077, ""))
          .add(20, "Update Notification Acknowledgement", rfc(7077, ""))
          .add(21, "Flow Binding", rfc(7109, ""))
          .add(22, "Subscription Query", rfc(7161, ""))
          .add(23, "Subscription Response", rfc(7161, ""))
          .build();

  /** Mobility options. */
  public static final CodePoints OPTION_TYPES =
      CodePoints.of("Mobility options")
          .add(0, "Pad1", rfc(6275, "6.2.2"))
          .add(1, "PadN", rfc(6275, "6.2.3"))
          .add(2, "Binding Refresh Advice", rfc(6275, "6.2.4"))
          .add(3, "Alternate Care-of Address", rfc(6275, "6.2.5"))
          .add(4, "Nonce Indices", rfc(6275, "6.2.6"))
          .add(5, "Binding Authorization Data", rfc(6275, "6.2.7"))
          .add(6, "Mobile Network Prefix", rfc(3963, ""))
          .add(7, "Mobility Header Link-Layer Address", rfc(5568, "6.4.3"))
          .add(8, "Mobile Node Identifier", rfc(4283, ""))
          .add(9, "Mobility Message Authentication", rfc(4285, ""))
          .add(10, "Mobility Message Replay Protection", rfc(4285, ""))
          .add(11, "CGA Parameters Request", rfc(4866, ""))
          .add(12, "CGA Parameters", rfc(4866, ""))
          .add(13, "Signature", rfc(4866, ""))
          .add(14, "Permanent Home Keygen Token", rfc(4866, ""))
          .add(15, "Care-of Test Init", rfc(4866, ""))
          .add(16, "Care-of Test", rfc(4866, ""))
          .add(17, "DNS-Update", rfc(5026, ""))
          .add(18, "Experimental", rfc(5096, ""))
          .add(19, "Vendor Specific", rfc(5094, ""))
          .add(20, "Service Selection", rfc(5149, ""))
          .add(21, "Binding Authorization Data for FMIPv6", rfc(5568, "6.4.5"))
          .add(22, "Home Network Prefix", rfc(5213, ""))
          .add(23, "Handoff Indicator", rfc(5213, ""))
          .add(24, "Access Technology Type", rfc(5213, ""))
          .add(25, "Mobile Node Link-layer Identifier", rfc(5213, ""))
          .add(26, "Link-local Address", rfc(5213, ""))
          .add(27, "Timestamp", rfc(5213, ""))
          .add(28, "Restart Counter", rfc(5847, ""))
          .add(29, "IPv4 Home Address", rfc(5555, "3.1.1"))
          .add(30, "IPv4 Address Acknowledgement", rfc(5555, "3.2.1"))
          .add(31, "NAT Detection", rfc(5555, "3.2.2"))
          .add(32, "IPv4 Care-of Address", rfc(5555, "3.1.2"))
          .add(33, "GRE Key", rfc(5845, "6.1"))
          .add(34, "Mobility Header IPv6 Address/Prefix", rfc(5568, "6.4.2"))
          .add(35, "Binding Identifier", rfc(5648, "4.3"))
          .add(36, "IPv4 Home Address Request", rfc(5844, ""))
          .add(37, "IPv4 Home Address Reply", rfc(5844, ""))
          .add(38, "IPv4 Default-Router Address", rfc(5844, ""))
          .add(39, "IPv4 DHCP Support Mode", rfc(5844, "3.3.4"))
          .add(40, "Context Request", rfc(5949, "6.2.1"))
          .add(41, "Local Mobility Anchor Address", rfc(5949, "6.2.2"))
          .add(42, "Mobile Node Link-local Address Interface Identifier", rfc(5949, ""))
          .add(43, "Transient Binding", rfc(6058, ""))
          .add(44, "Flow Summary", rfc(6089, ""))
          .add(45, "Flow Identification", rfc(6089, "4.2"))
          .add(46, "Redirect-Capability", rfc(6463, ""))
          .add(47, "Redirect", rfc(6463, "4.2"))
          .add(48, "Load Information", rfc(6463, ""))
          .add(49, "Alternate IPv4 Care-of Address", rfc(6463, ""))
          .add(50, "Mobile Node Group Identifier", rfc(6602, ""))
          .add(51, "MAG IPv6 Address", rfc(6705, ""))
          .add(52, "Access Network Identifier", rfc(6757, ""))
          .add(53, "IPv4 Traffic Offload Selector", rfc(6909, ""))
          .add(54, "Dynamic IP Multicast Selector", rfc(7028, ""))
          .add(55, "Delegated Mobile Network Prefix", rfc(7148, ""))
          .add(56, "Active Multicast Subscription IPv4", rfc(7161, ""))
          .add(57, "Active Multicast Subscription IPv6", rfc(7161, ""))
          .add(58, "Quality of Service", rfc(7222, ""))
          .add(59, "LMA User-Plane Address", rfc(7389, ""))
          .add(60, "Multicast Mobility", rfc(7411, "5.3"))
          .add(61, "Multicast Acknowledgement", rfc(7411, "5.4"))
          .add(62, "LMA-Controlled MAG Parameters", rfc(8127, ""))
          .add(63, "MAG Multipath Binding", rfc(8278, ""))
          .add(64, "MAG Identifier", rfc(8278, ""))
          .add(65, "Anchored Prefix", rfc(8885, "4.3"))
          .add(66, "Local Prefix", rfc(8885, "4.4"))
          .add(67, "Previous MAAR", rfc(8885, "4.5"))
          .add(68, "Serving MAAR", rfc(8885, "4.6"))
          .add(69, "DLIF Link-local Address", rfc(8885, "4.7"))
          .add(70, "DLIF Link-layer Address", rfc(8885, "4.8"))
          .build();

  /** Binding Acknowledgement status. */
  public static final CodePoints BINDING_ACK_STATUS =
      CodePoints.of("Binding Acknowledgement status")
          .add(0, "Binding Update accepted", rfc(6275, "6.1.8"))
          .add(1, "Accepted but prefix discovery necessary", rfc(6275, "6.1.8"))
          .add(2, "GRE_KEY_OPTION_NOT_REQUIRED", rfc(5845, ""))
          .add(3, "GRE_TUNNELING_BUT_TLV_HEADER_NOT_SUPPORTED", rfc(5845, ""))
          .add(4, "MCOA NOTCOMPLETE", rfc(5648, ""))
          .add(5, "MCOA RETURNHOME WO/NDP", rfc(5648, ""))
          .add(6, "PBU_ACCEPTED_TB_IGNORED_SETTINGSMISMATCH", rfc(6058, ""))
          .add(128, "Reason unspecified", rfc(6275, "6.1.8"))
          .add(129, "Administratively prohibited", rfc(6275, "6.1.8"))
          .add(130, "Insufficient resources", rfc(6275, "6.1.8"))
          .add(131, "Home registration not supported", rfc(6275, "6.1.8"))
          .add(132, "Not home subnet", rfc(6275, "6.1.8"))
          .add(133, "Not home agent for this mobile node", rfc(6275, "6.1.8"))
          .add(134, "Duplicate Address Detection failed", rfc(6275, "6.1.8"))
          .add(135, "Sequence number out of window", rfc(6275, "6.1.8"))
          .add(136, "Expired home nonce index", rfc(6275, "6.1.8"))
          .add(137, "Expired care-of nonce index", rfc(6275, "6.1.8"))
          .add(138, "Expired nonces", rfc(6275, "6.1.8"))
          .add(139, "Registration type change disallowed", rfc(6275, "6.1.8"))
          .add(140, "Mobile Router Operation not permitted", rfc(3963, ""))
          .add(141, "Invalid Prefix", rfc(3963, ""))
          .add(142, "Not Authorized for Prefix", rfc(3963, ""))
          .add(143, "Forwarding Setup failed", rfc(3963, ""))
          .add(144, "MIPV6-ID-MISMATCH", rfc(4285, ""))
          .add(145, "MIPV6-MESG-ID-REQD", rfc(4285, ""))
          .add(146, "MIPV6-AUTH-FAIL", rfc(4285, ""))
          .add(147, "Permanent home keygen token unavailable", rfc(4866, ""))
          .add(148, "CGA and signature verification failed", rfc(4866, ""))
          .add(149, "Permanent home keygen token exists", rfc(4866, ""))
          .add(150, "Non-null home nonce index expected", rfc(4866, ""))
          .add(151, "SERVICE_AUTHORIZATION_FAILED", rfc(5149, ""))
          .add(152, "PROXY_REG_NOT_ENABLED", rfc(5213, ""))
          .add(153, "NOT_LMA_FOR_THIS_MOBILE_NODE", rfc(5213, ""))
          .add(154, "MAG_NOT_AUTHORIZED_FOR_PROXY_REG", rfc(5213, ""))
          .add(155, "NOT_AUTHORIZED_FOR_HOME_NETWORK_PREFIX", rfc(5213, ""))
          .add(156, "TIMESTAMP_MISMATCH", rfc(5213, ""))
          .add(157, "TIMESTAMP_LOWER_THAN_PREV_ACCEPTED", rfc(5213, ""))
          .add(158, "MISSING_HOME_NETWORK_PREFIX_OPTION", rfc(5213, ""))
          .add(159, "BCE_PBU_PREFIX_SET_DO_NOT_MATCH", rfc(5213, ""))
          .add(160, "MISSING_MN_IDENTIFIER_OPTION", rfc(5213, ""))
          .add(161, "MISSING_HANDOFF_INDICATOR_OPTION", rfc(5213, ""))
          .add(162, "MISSING_ACCESS_TECH_TYPE_OPTION", rfc(5213, ""))
          .add(163, "GRE_KEY_OPTION_REQUIRED", rfc(5845, ""))
          .add(164, "MCOA MALFORMED", rfc(5648, ""))
          .add(165, "MCOA NON-MCOA BINDING EXISTS", rfc(5648, ""))
          .add(166, "MCOA PROHIBITED", rfc(5648, ""))
          .add(167, "MCOA UNKNOWN COA", rfc(5648, ""))
          .add(168, "MCOA BULK REGISTRATION PROHIBITED", rfc(5648, ""))
          .add(169, "MCOA SIMULTANEOUS HOME AND FOREIGN PROHIBITED", rfc(5648, ""))
          .add(170, "NOT_AUTHORIZED_FOR_IPV4_MOBILITY_SERVICE", rfc(5844, ""))
          .add(171, "NOT_AUTHORIZED_FOR_IPV4_HOME_ADDRESS", rfc(5844, ""))
          .add(172, "NOT_AUTHORIZED_FOR_IPV6_MOBILITY_SERVICE", rfc(5844, ""))
          .add(173, "MULTIPLE_IPV4_HOME_ADDRESS_ASSIGNMENT_NOT_SUPPORTED", rfc(5844, ""))
          .add(174, "Invalid Care-of Address", rfc(6275, "6.1.8"))
          .add(175, "INVALID_MOBILE_NODE_GROUP_IDENTIFIER", rfc(6602, ""))
          .add(176, "REINIT_SA_WITH_HAC", rfc(6618, ""))
          .add(177, "NOT_AUTHORIZED_FOR_DELEGATED_MNP", rfc(7148, ""))
          .add(178, "REQUESTED_DMNP_IN_USE", rfc(7148, ""))
          .add(179, "CANNOT_MEET_QOS_SERVICE_REQUEST", rfc(7222, ""))
          .add(180, "CANNOT_SUPPORT_MULTIPATH_BINDING", rfc(8278, ""))
          .build();

  /** Binding Error status. */
  public static final CodePoints BINDING_ERROR_STATUS =
      CodePoints.of("Binding Error status")
          .add(1, "Unknown binding for Home Address destination option", rfc(6275, "6.1.9"))
          .add(2, "Unrecognized MH type value", rfc(6275, "6.1.9"))
          .build();

  /** What a Mobility Header's checksum says, in the numbers of checksum status fields. */
  public static final CodePoints CHECKSUM_STATUS =
      CodePoints.of("Checksum status")
          .add(0, "Bad", rfc(6275, "6.1.1"))
          .add(1, "Good", rfc(6275, "6.1.1"))
          .add(2, "Unverified", rfc(6275, "6.1.1"))
          .build();

  /** Fast Binding Acknowledgment status; 1 and 131 differ from the registry of type 6. */
  public static final CodePoints FAST_BINDING_ACK_STATUS =
      CodePoints.of("Fast Binding Acknowledgment status")
          .add(0, "Fast Binding Update accepted", rfc(5568, "6.2.3"))
          .add(1, "Accepted but use supplied NCoA", rfc(5568, "6.2.3"))
          .add(128, "Reason unspecified", rfc(5568, "6.2.3"))
          .add(129, "Administratively prohibited", rfc(5568, "6.2.3"))
          .add(130, "Insufficient resources", rfc(5568, "6.2.3"))
          .add(131, "Incorrect interface identifier length", rfc(5568, "6.2.3"))
          .build();

  /** Handover Initiate codes. */
  public static final CodePoints HANDOVER_INITIATE_CODE =
      CodePoints.of("Handover Initiate codes")
          .add(0, "Fast Binding Update with the previous care-of address as source", rfc(5568, ""))
          .add(1, "Fast Binding Update with another source", rfc(5568, ""))
          .add(2, "Forwarding completed", rfc(5949, ""))
          .add(3, "All available context transferred", rfc(5949, ""))
          .build();

  /** Handover Acknowledge codes. */
  public static final CodePoints HANDOVER_ACKNOWLEDGE_CODE =
      CodePoints.of("Handover Acknowledge codes")
          .add(0, "Handover accepted, NCoA valid", rfc(5568, ""))
          .add(1, "Handover accepted, NCoA not valid or in use", rfc(5568, ""))
          .add(2, "Handover accepted, NCoA assigned", rfc(5568, ""))
          .add(3, "Handover accepted, use PCoA", rfc(5568, ""))
          .add(4, "Message sent unsolicited", rfc(5568, ""))
          .add(5, "Context transfer accepted or successful", rfc(5949, ""))
          .add(6, "All available context transferred", rfc(5949, ""))
          .add(128, "Handover not accepted, reason unspecified", rfc(5568, ""))
          .add(129, "Administratively prohibited", rfc(5568, ""))
          .add(130, "Insufficient resources", rfc(5568, ""))
          .add(131, "Requested context not available", rfc(5949, ""))
          .add(132, "Forwarding not available", rfc(5949, ""))
          .build();

  /** Binding Revocation types. */
  public static final CodePoints REVOCATION_TYPE =
      CodePoints.of("Binding Revocation types")
          .add(1, "Binding Revocation Indication", rfc(5846, "5.1"))
          .add(2, "Binding Revocation Acknowledgement", rfc(5846, "5.2"))
          .build();

  /** Binding Revocation triggers. */
  public static final CodePoints REVOCATION_TRIGGER =
      CodePoints.of("Binding Revocation triggers")
          .add(0, "Unspecified", rfc(5846, "5.1"))
          .add(1, "Administrative Reason", rfc(5846, "5.1"))
          .add(2, "Inter-MAG Handover - same Access Type", rfc(5846, "5.1"))
          .add(3, "Inter-MAG Handover - different Access Type", rfc(5846, "5.1"))
          .add(4, "Inter-MAG Handover - Unknown", rfc(5846, "5.1"))
          .add(5, "User Initiated Session(s) Termination", rfc(5846, "5.1"))
          .add(6, "Access Network Session(s) Termination", rfc(5846, "5.1"))
          .add(7, "Possible Out-of Sync BCE State", rfc(5846, "5.1"))
          .add(128, "Per-Peer Policy", rfc(5846, "5.1"))
          .add(129, "Revoking Mobility Node Local Policy", rfc(5846, "5.1"))
          .add(250, "Testing 250", rfc(5846, "5.1"))
          .add(251, "Testing 251", rfc(5846, "5.1"))
          .add(252, "Testing 252", rfc(5846, "5.1"))
          .add(253, "Testing 253", rfc(5846, "5.1"))
          .add(254, "Testing 254", rfc(5846, "5.1"))
          .add(255, "Testing 255", rfc(5846, "5.1"))
          .build();

  /** Binding Revocation Acknowledgement status. */
  public static final CodePoints REVOCATION_STATUS =
      CodePoints.of("Binding Revocation Acknowledgement status")
          .add(0, "Success", rfc(5846, "5.2"))
          .add(1, "Partial Success", rfc(5846, "5.2"))
          .add(128, "Binding Does NOT Exist", rfc(5846, "5.2"))
          .add(129, "IPv4 Home Address Option Required", rfc(5846, "5.2"))
          .add(130, "Global Revocation NOT Authorized", rfc(5846, "5.2"))
          .add(131, "Revoked Mobile Nodes Identity Required", rfc(5846, "5.2"))
          .add(132, "Revocation Failed - MN is Attached", rfc(5846, "5.2"))
          .add(133, "Revocation Trigger NOT Supported", rfc(5846, "5.2"))
          .add(134, "Revocation Function NOT Supported", rfc(5846, "5.2"))
          .add(135, "Proxy Binding Revocation NOT Supported", rfc(5846, "5.2"))
          .build();

  /** Localized Routing Acknowledgment status. */
  public static final CodePoints LOCALIZED_ROUTING_STATUS =
      CodePoints.of("Localized Routing Acknowledgment status")
          .add(0, "Success", rfc(6705, ""))
          .add(128, "Localized Routing Not Allowed", rfc(6705, ""))
          .add(129, "MN Not Attached", rfc(6705, ""))
          .build();

  /** Update Notification reasons. */
  public static final CodePoints UPDATE_NOTIFICATION_REASON =
      CodePoints.of("Update Notification reasons")
          .add(1, "FORCE-REREGISTRATION", rfc(7077, ""))
          .add(2, "UPDATE-SESSION-PARAMETERS", rfc(7077, ""))
          .add(3, "VENDOR-SPECIFIC-REASON", rfc(7077, ""))
          .add(4, "ANI-PARAMS-REQUESTED", rfc(7077, ""))
          .add(5, "QOS_SERVICE_REQUEST", rfc(7222, ""))
          .add(6, "P-CSCF restoration by PCO", new Clause("3GPP TS 29.275", ""))
          .add(7, "P-CSCF restoration by DHCP", new Clause("3GPP TS 29.275", ""))
          .add(8, "FLOW-MOBILITY", rfc(7864, ""))
          .build();

  /** Update Notification Acknowledgement status. */
  public static final CodePoints UPDATE_NOTIFICATION_STATUS =
      CodePoints.of("Update Notification Acknowledgement status")
          .add(0, "SUCCESS", rfc(7077, ""))
          .add(128, "FAILED-TO-UPDATE-SESSION-PARAMETERS", rfc(7077, ""))
          .add(129, "MISSING-VENDOR-SPECIFIC-OPTION", rfc(7077, ""))
          .add(130, "CANNOT_MEET_QOS_SERVICE_REQUEST", rfc(7222, ""))
          .add(131, "Reason unspecified", rfc(7864, ""))
          .add(132, "MN not attached", rfc(7864, ""))
          .build();

  /** Flow Binding types. */
  public static final CodePoints FLOW_BINDING_TYPE =
      CodePoints.of("Flow Binding types")
          .add(1, "Flow Binding Indication", rfc(7109, ""))
          .add(2, "Flow Binding Acknowledgement", rfc(7109, ""))
          .build();

  /** Flow Binding Indication triggers. */
  public static final CodePoints FLOW_BINDING_TRIGGER =
      CodePoints.of("Flow Binding Indication triggers")
          .add(1, "Unspecified", rfc(7109, ""))
          .add(2, "Administrative Reason", rfc(7109, ""))
          .add(3, "Possible Out-of-Sync BCE State", rfc(7109, ""))
          .build();

  /** Flow Binding Acknowledgement status. */
  public static final CodePoints FLOW_BINDING_STATUS =
      CodePoints.of("Flow Binding Acknowledgement status")
          .add(0, "Success", rfc(7109, ""))
          .add(128, "Binding or target care-of address not found", rfc(7109, ""))
          .add(129, "Action not authorized", rfc(7109, ""))
          .build();

  /** IPv4 Address Acknowledgement status. */
  public static final CodePoints IPV4_ADDRESS_ACK_STATUS =
      CodePoints.of("IPv4 Address Acknowledgement status")
          .add(0, "Success", rfc(5555, "3.2.1"))
          .add(128, "Failure, reason unspecified", rfc(5555, "3.2.1"))
          .add(129, "Administratively prohibited", rfc(5555, "3.2.1"))
          .add(130, "Incorrect IPv4 home address", rfc(5555, "3.2.1"))
          .add(131, "Invalid IPv4 address", rfc(5555, "3.2.1"))
          .add(132, "Dynamic IPv4 home address assignment not available", rfc(5555, "3.2.1"))
          .add(133, "Prefix allocation unauthorized", rfc(5555, "3.2.1"))
          .build();

  /** Mobile Node Identifier subtypes. */
  public static final CodePoints MOBILE_NODE_ID_SUBTYPES =
      CodePoints.of("Mobile Node Identifier subtypes")
          .add(1, "NAI", rfc(4283, ""))
          .add(2, "IPv6 address", rfc(8371, ""))
          .add(3, "IMSI", rfc(8371, ""))
          .add(4, "P-TMSI", rfc(8371, ""))
          .add(5, "EUI-48", rfc(8371, ""))
          .add(6, "EUI-64", rfc(8371, ""))
          .add(7, "GUTI", rfc(8371, ""))
          .add(8, "DUID", rfc(8371, ""))
          .build();

  private MobilityCodePoints() {}
}
