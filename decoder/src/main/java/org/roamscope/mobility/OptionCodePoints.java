package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;

/** Registries of numbers inside mobility options, with the document that defines each value. */
public final class OptionCodePoints {
  private static final Clause TS_29282 = new Clause("3GPP TS 29.282", "");
  private static final Clause TS_29274 = new Clause("3GPP TS 29.274", "8.4");

  /** Option codes of the Mobility Header Link-Layer Address option. */
  public static final CodePoints LINK_LAYER_CODES =
      CodePoints.of("Link-Layer Address option codes")
          .add(0, "Wildcard", rfc(5568, "6.4.3"))
          .add(1, "New access point", rfc(5568, "6.4.3"))
          .add(2, "Link Layer Address of the MN", rfc(5568, "6.4.3"))
          .add(3, "New access router", rfc(5568, "6.4.3"))
          .add(4, "Source of the message", rfc(5568, "6.4.3"))
          .add(5, "The access point belongs to the current interface", rfc(5568, "6.4.3"))
          .add(6, "No prefix information", rfc(5568, "6.4.3"))
          .add(7, "No fast handover support", rfc(5568, "6.4.3"))
          .build();

  /** Subtypes of the authentication option. */
  public static final CodePoints AUTHENTICATION_SUBTYPES =
      CodePoints.of("Mobility Message Authentication subtypes")
          .add(1, "MN-HA", rfc(4285, "5.1"))
          .add(2, "MN-AAA", rfc(4285, "5.2"))
          .build();

  /** Mobility SPIs with a meaning of their own. */
  public static final CodePoints MOBILITY_SPIS =
      CodePoints.of("Mobility SPIs")
          .add(3, "HMAC_SHA1_SPI", rfc(4285, ""))
          .add(5, "Reserved for use by 3GPP2", rfc(4285, ""))
          .build();

  /** DNS-Update status. */
  public static final CodePoints DNS_UPDATE_STATUS =
      CodePoints.of("DNS-Update status")
          .add(0, "DNS update performed", rfc(5026, "8.1"))
          .add(128, "Reason unspecified", rfc(5026, "8.1"))
          .add(129, "Administratively prohibited", rfc(5026, "8.1"))
          .add(130, "DNS Update Failed", rfc(5026, "8.1"))
          .build();

  /** Private enterprise numbers that mobility options are known to carry. */
  public static final CodePoints VENDORS =
      CodePoints.of("Vendors")
          .add(9, "ciscoSystems", rfc(5094, ""))
          .add(5535, "3GPP2", rfc(5094, ""))
          .add(10415, "3GPP", TS_29282)
          .build();

  /** Subtypes of the vendor specific option of 3GPP. */
  public static final CodePoints THREE_GPP_SUBTYPES =
      CodePoints.of("3GPP vendor specific subtypes")
          .add(1, "Protocol Configuration Options", TS_29282)
          .add(2, "3GPP Specific PMIPv6 Error Code", TS_29282)
          .add(3, "PMIPv6 PDN GW IP Address", TS_29282)
          .add(4, "PMIPv6 DHCPv4 Address Allocation Procedure Indication", TS_29282)
          .add(5, "PMIPv6 Fully Qualified PDN Connection Set Identifier", TS_29282)
          .add(6, "PMIPv6 PDN type indication", TS_29282)
          .add(7, "Charging ID", TS_29282)
          .add(8, "Selection Mode", TS_29282)
          .add(9, "I-WLAN Mobility Access Point Name (APN)", TS_29282)
          .add(10, "Charging Characteristics", TS_29282)
          .add(11, "Mobile Equipment Identity (MEI)", TS_29282)
          .add(12, "MSISDN", TS_29282)
          .add(13, "Serving Network", TS_29282)
          .add(14, "APN Restriction", TS_29282)
          .add(15, "Maximum APN Restriction", TS_29282)
          .add(16, "Unauthenticated IMSI", TS_29282)
          .add(17, "PDN Connection ID", TS_29282)
          .add(18, "PGW Back-Off Time", TS_29282)
          .add(19, "Signalling Priority Indication", TS_29282)
          .add(20, "Additional Protocol Configuration Options", TS_29282)
          .add(21, "Static IP Address Allocation Indications", TS_29282)
          .add(22, "MME / SGSN Identifier", TS_29282)
          .add(23, "End Marker Notification", TS_29282)
          .add(24, "Trusted WLAN Mode Indication", TS_29282)
          .add(25, "UE Time Zone", TS_29282)
          .add(26, "Access Network Identifier Timestamp", TS_29282)
          .add(27, "Logical Access ID", TS_29282)
          .add(28, "Origination Time Stamp", TS_29282)
          .add(29, "Maximum Wait Time", TS_29282)
          .add(30, "TWAN Capabilities", TS_29282)
          .build();

  /** Types of a packet data network connection. */
  public static final CodePoints PDN_TYPES =
      CodePoints.of("PDN types")
          .add(1, "IPv4", TS_29274)
          .add(2, "IPv6", TS_29274)
          .add(3, "IPv4v6", TS_29274)
          .build();

  /** Causes, which TS 29.282 takes from GTPv2. */
  public static final CodePoints GTPV2_CAUSES =
      CodePoints.of("GTPv2 causes")
          .add(2, "Local Detach", TS_29274)
          .add(3, "Complete Detach", TS_29274)
          .add(4, "RAT changed from 3GPP to Non-3GPP", TS_29274)
          .add(5, "ISR deactivation", TS_29274)
          .add(6, "Error Indication received from RNC/eNodeB/S4-SGSN", TS_29274)
          .add(7, "IMSI Detach Only", TS_29274)
          .add(8, "Reactivation Requested", TS_29274)
          .add(9, "PDN reconnection to this APN disallowed", TS_29274)
          .add(10, "Access changed from Non-3GPP to 3GPP", TS_29274)
          .add(11, "PDN connection inactivity timer expires", TS_29274)
          .add(12, "PGW not responding", TS_29274)
          .add(13, "Network Failure", TS_29274)
          .add(14, "QoS parameter mismatch", TS_29274)
          .add(15, "EPS to 5GS Mobility", TS_29274)
          .add(16, "Request accepted", TS_29274)
          .add(17, "Request accepted partially", TS_29274)
          .add(18, "New PDN type due to network preference", TS_29274)
          .add(19, "New PDN type due to single address bearer only", TS_29274)
          .add(64, "Context Not Found", TS_29274)
          .add(65, "Invalid Message Format", TS_29274)
          .add(66, "Version not supported by next peer", TS_29274)
          .add(67, "Invalid length", TS_29274)
          .add(68, "Service not supported", TS_29274)
          .add(69, "Mandatory IE incorrect", TS_29274)
          .add(70, "Mandatory IE missing", TS_29274)
          .add(72, "System failure", TS_29274)
          .add(73, "No resources available", TS_29274)
          .add(74, "Semantic error in the TFT operation", TS_29274)
          .add(75, "Syntactic error in the TFT operation", TS_29274)
          .add(76, "Semantic errors in packet filter(s)", TS_29274)
          .add(77, "Syntactic errors in packet filter(s)", TS_29274)
          .add(78, "Missing or unknown APN", TS_29274)
          .add(80, "GRE key not found", TS_29274)
          .add(81, "Relocation failure", TS_29274)
          .add(82, "Denied in RAT", TS_29274)
          .add(83, "Preferred PDN type not supported", TS_29274)
          .add(84, "All dynamic addresses are occupied", TS_29274)
          .add(85, "UE context without TFT already activated", TS_29274)
          .add(86, "Protocol type not supported", TS_29274)
          .add(87, "UE not responding", TS_29274)
          .add(88, "UE refuses", TS_29274)
          .add(89, "Service denied", TS_29274)
          .add(90, "Unable to page UE", TS_29274)
          .add(91, "No memory available", TS_29274)
          .add(92, "User authentication failed", TS_29274)
          .add(93, "APN access denied - no subscription", TS_29274)
          .add(94, "Request rejected(reason not specified)", TS_29274)
          .add(95, "P-TMSI Signature mismatch", TS_29274)
          .add(96, "IMSI/IMEI not known", TS_29274)
          .add(97, "Semantic error in the TAD operation", TS_29274)
          .add(98, "Syntactic error in the TAD operation", TS_29274)
          .add(100, "Remote peer not responding", TS_29274)
          .add(101, "Collision with network initiated request", TS_29274)
          .add(102, "Unable to page UE due to Suspension", TS_29274)
          .add(103, "Conditional IE missing", TS_29274)
          .add(
              104,
              "APN Restriction type Incompatible with currently active PDN connection",
              TS_29274)
          .add(
              105,
              "Invalid overall length of the triggered response message and a piggybacked initial"
                  + " message",
              TS_29274)
          .add(106, "Data forwarding not supported", TS_29274)
          .add(107, "Invalid reply from remote peer", TS_29274)
          .add(108, "Fallback to GTPv1", TS_29274)
          .add(109, "Invalid peer", TS_29274)
          .add(110, "Temporarily rejected due to handover/TAU/RAU procedure in progress", TS_29274)
          .add(111, "Modifications not limited to S1-U bearers", TS_29274)
          .add(112, "Request rejected for a PMIPv6 reason", TS_29274)
          .add(113, "APN Congestion", TS_29274)
          .add(114, "Bearer handling not supported", TS_29274)
          .add(115, "UE already re-attached", TS_29274)
          .add(116, "Multiple PDN connections for a given APN not allowed", TS_29274)
          .add(117, "Target access restricted for the subscriber", TS_29274)
          .add(119, "MME/SGSN refuses due to VPLMN Policy", TS_29274)
          .add(120, "GTP-C Entity Congestion", TS_29274)
          .add(121, "Late Overlapping Request", TS_29274)
          .add(122, "Timed out Request", TS_29274)
          .add(123, "UE is temporarily not reachable due to power saving", TS_29274)
          .add(124, "Relocation failure due to NAS message redirection", TS_29274)
          .add(125, "UE not authorised by OCS or external AAA Server", TS_29274)
          .add(126, "Multiple accesses to a PDN connection not allowed", TS_29274)
          .add(127, "Request rejected due to UE capability", TS_29274)
          .add(128, "S1-U Path Failure", TS_29274)
          .add(129, "5GC not allowed", TS_29274)
          .add(130, "PGW mismatch with network slice subscribed by the UE", TS_29274)
          .add(131, "Rejection due to paging restriction", TS_29274)
          .build();

  /** Handoff indicators. */
  public static final CodePoints HANDOFF_INDICATORS =
      CodePoints.of("Handoff indicators")
          .add(0, "Reserved", rfc(5213, "8.4"))
          .add(1, "Attachment over a new interface", rfc(5213, "8.4"))
          .add(2, "Handoff between two different interfaces of the mobile node", rfc(5213, "8.4"))
          .add(3, "Handoff between mobile access gateways for the same interface", rfc(5213, "8.4"))
          .add(4, "Handoff state unknown", rfc(5213, "8.4"))
          .add(5, "Handoff state not changed (Re-registration)", rfc(5213, "8.4"))
          .add(6, "Attachment over a new interface sharing prefixes", rfc(7864, ""))
          .build();

  /** Access technology types. */
  public static final CodePoints ACCESS_TECHNOLOGIES =
      CodePoints.of("Access technology types")
          .add(0, "Reserved", rfc(5213, "8.5"))
          .add(1, "Virtual", rfc(5213, "8.5"))
          .add(2, "PPP", rfc(5213, "8.5"))
          .add(3, "IEEE 802.3", rfc(5213, "8.5"))
          .add(4, "IEEE 802.11a/b/g", rfc(5213, "8.5"))
          .add(5, "IEEE 802.16e", rfc(5213, "8.5"))
          .add(6, "3GPP GERAN", rfc(5213, "8.5"))
          .add(7, "3GPP UTRAN", rfc(5213, "8.5"))
          .add(8, "3GPP E-UTRAN", rfc(5213, "8.5"))
          .add(9, "3GPP2 eHRPD", rfc(5213, "8.5"))
          .add(10, "3GPP2 HRPD", rfc(5213, "8.5"))
          .add(11, "3GPP2 1xRTT", rfc(5213, "8.5"))
          .add(12, "3GPP2 UMB", rfc(5213, "8.5"))
          .add(13, "3GPP NB-IoT", rfc(5213, "8.5"))
          .build();

  /** Option codes of the Mobility Header IPv6 Address/Prefix option. */
  public static final CodePoints ADDRESS_CODES =
      CodePoints.of("IPv6 Address/Prefix option codes")
          .add(1, "Old care-of address", rfc(5568, "6.4.2"))
          .add(2, "New care-of address", rfc(5568, "6.4.2"))
          .add(3, "Address of the new access router", rfc(5568, "6.4.2"))
          .add(4, "Prefix of the new access router", rfc(5568, "6.4.2"))
          .build();

  /** Option codes of the Local Mobility Anchor Address option. */
  public static final CodePoints ANCHOR_ADDRESS_CODES =
      CodePoints.of("Local Mobility Anchor Address codes")
          .add(1, "IPv6", rfc(5949, "6.2.2"))
          .add(2, "IPv4", rfc(5949, "6.2.2"))
          .build();

  /** IPv4 Home Address Reply status. */
  public static final CodePoints IPV4_HOME_ADDRESS_REPLY_STATUS =
      CodePoints.of("IPv4 Home Address Reply status")
          .add(0, "Success", rfc(5844, "3.3.2"))
          .add(128, "Failure, reason unspecified", rfc(5844, "3.3.2"))
          .add(129, "Administratively prohibited", rfc(5844, "3.3.2"))
          .add(130, "Incorrect IPv4 home address", rfc(5844, "3.3.2"))
          .add(131, "Invalid IPv4 address", rfc(5844, "3.3.2"))
          .add(132, "Dynamic IPv4 home address assignment not available", rfc(5844, "3.3.2"))
          .build();

  /** Subtypes of the Mobile Node Group Identifier option. */
  public static final CodePoints GROUP_SUBTYPES =
      CodePoints.of("Mobile node group subtypes")
          .add(0, "Reserved", rfc(6602, ""))
          .add(1, "Bulk Binding Update Group", rfc(6602, ""))
          .build();

  /** Status of a flow binding. */
  public static final CodePoints FLOW_STATUS =
      CodePoints.of("Flow identification status")
          .add(0, "Flow binding successful", rfc(6089, "4.2"))
          .add(128, "Administratively prohibited", rfc(6089, "4.2"))
          .add(129, "Flow binding rejected, reason unspecified", rfc(6089, "4.2"))
          .add(130, "Flow identification option malformed", rfc(6089, "4.2"))
          .add(131, "BID not found", rfc(6089, "4.2"))
          .add(132, "FID not found", rfc(6089, "4.2"))
          .add(133, "Traffic selector format not supported", rfc(6089, "4.2"))
          .build();

  /** Sub-options of flow bindings. */
  public static final CodePoints FLOW_SUBOPTIONS =
      CodePoints.of("Flow identification sub-options")
          .add(0, "Pad1", rfc(6089, "4.2.1.1"))
          .add(1, "PadN", rfc(6089, "4.2.1.2"))
          .add(2, "Binding Reference", rfc(6089, "4.2.1.3"))
          .add(3, "Traffic Selector", rfc(6089, "4.2.1.4"))
          .add(4, "Flow Binding Action", rfc(7109, ""))
          .add(5, "Target Care-of Address", rfc(7109, ""))
          .build();

  /** What a flow binding message asks for. */
  public static final CodePoints FLOW_ACTIONS =
      CodePoints.of("Flow binding actions")
          .add(11, "Add", rfc(7109, ""))
          .add(12, "Delete", rfc(7109, ""))
          .add(13, "Modify", rfc(7109, ""))
          .add(14, "Refresh", rfc(7109, ""))
          .add(15, "Move", rfc(7109, ""))
          .add(16, "Revoke", rfc(7109, ""))
          .build();

  /** Traffic selector formats. */
  public static final CodePoints SELECTOR_FORMATS =
      CodePoints.of("Traffic selector formats")
          .add(0, "Reserved", rfc(6089, "4.2.1.4"))
          .add(1, "IPv4 binary traffic selector", rfc(6088, "3.1"))
          .add(2, "IPv6 binary traffic selector", rfc(6088, "3.2"))
          .build();

  /** Sub-options of the Access Network Identifier option. */
  public static final CodePoints ACCESS_NETWORK_SUBOPTIONS =
      CodePoints.of("Access Network Identifier sub-options")
          .add(0, "Reserved", rfc(6757, "3.1"))
          .add(1, "Network-Identifier", rfc(6757, "3.1.1"))
          .add(2, "Geo-Location", rfc(6757, "3.1.2"))
          .add(3, "Operator-Identifier", rfc(6757, "3.1.3"))
          .add(4, "Civic-Location", rfc(7563, ""))
          .add(5, "MAG-Group-Identifier", rfc(7563, ""))
          .add(6, "ANI Update-Timer", rfc(7563, ""))
          .build();

  /** Types of an operator identifier. */
  public static final CodePoints OPERATOR_ID_TYPES =
      CodePoints.of("Operator identifier types")
          .add(0, "Reserved", rfc(6757, "3.1.3"))
          .add(1, "Private Enterprise Number (PEN)", rfc(6757, "3.1.3"))
          .add(2, "Realm of the operator", rfc(6757, "3.1.3"))
          .build();

  /** Operational codes of the Quality-of-Service option. */
  public static final CodePoints QOS_OPERATIONS =
      CodePoints.of("Quality of service operational codes")
          .add(1, "RESPONSE", rfc(7222, "4.1"))
          .add(2, "ALLOCATE", rfc(7222, "4.1"))
          .add(3, "DE-ALLOCATE", rfc(7222, "4.1"))
          .add(4, "MODIFY", rfc(7222, "4.1"))
          .add(5, "QUERY", rfc(7222, "4.1"))
          .add(6, "NEGOTIATE", rfc(7222, "4.1"))
          .build();

  /** Attributes of the Quality-of-Service option. */
  public static final CodePoints QOS_ATTRIBUTES =
      CodePoints.of("Quality of service attributes")
          .add(1, "Per-MN-Agg-Max-DL-Bit-Rate", rfc(7222, "4.2.1"))
          .add(2, "Per-MN-Agg-Max-UL-Bit-Rate", rfc(7222, "4.2.2"))
          .add(3, "Per-Session-Agg-Max-DL-Bit-Rate", rfc(7222, "4.2.3"))
          .add(4, "Per-Session-Agg-Max-UL-Bit-Rate", rfc(7222, "4.2.4"))
          .add(5, "Allocation-Retention-Priority", rfc(7222, "4.2.5"))
          .add(6, "Aggregate-Max-DL-Bit-Rate", rfc(7222, "4.2.6"))
          .add(7, "Aggregate-Max-UL-Bit-Rate", rfc(7222, "4.2.7"))
          .add(8, "Guaranteed-DL-Bit-Rate", rfc(7222, "4.2.8"))
          .add(9, "Guaranteed-UL-Bit-Rate", rfc(7222, "4.2.9"))
          .add(10, "QoS-Traffic-Selector", rfc(7222, "4.2.10"))
          .add(11, "QoS-Vendor-Specific-Attribute", rfc(7222, "4.2.11"))
          .build();

  /** Status of the Multicast Acknowledgement option. */
  public static final CodePoints MULTICAST_STATUS =
      CodePoints.of("Multicast acknowledgement status")
          .add(1, "Payload type not supported", rfc(7411, "5.4"))
          .add(2, "Group service not supported", rfc(7411, "5.4"))
          .add(3, "Administratively prohibited", rfc(7411, "5.4"))
          .build();

  /** Sub-options of the LMA-Controlled MAG Parameters option. */
  public static final CodePoints MAG_PARAMETERS =
      CodePoints.of("LMA-Controlled MAG Parameters sub-options")
          .add(1, "Binding Re-registration Control", rfc(8127, ""))
          .add(2, "Heartbeat Control", rfc(8127, ""))
          .build();

  private OptionCodePoints() {}
}
