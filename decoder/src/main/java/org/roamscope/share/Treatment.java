package org.roamscope.share;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.roamscope.field.Field;

/**
 * What becomes of the octets of a field, decided by the catalogue of fields: narrow numbers and
 * flags are structure and stay, addresses and names are replaced, all else is made unreadable. A
 * field that a later version adds is unreadable until somebody lists it here.
 */
enum Treatment {
  /** They stay. */
  KEPT,
  /** They become zeros: what users sent, and what nobody asks for. */
  ZEROED,
  /** They become others that say nothing, the same for the same ones. */
  OPAQUE,
  /** A number becomes another of its width. */
  NUMBER,
  /** An IP address. */
  ADDRESS,
  /** An IP address of which only the first bits count: zeros at its end stay. */
  PREFIX,
  /** A MAC address. */
  MAC,
  /** An SPI or a cookie, by its length. */
  SPI,
  /** A text: printable, or a domain name with the lengths of its labels. */
  TEXT,
  /** Digits in half octets. */
  DIGITS,
  /** The digest with which IKE finds a NAT. */
  NAT_DIGEST,
  /** Sums over other octets, made anew when those are known. */
  SUM;

  /** Numbers wider than this may name somebody. */
  private static final int NARROW = 16;

  private static final Map<String, Treatment> BY_NAME = new TreeMap<>();

  static {
    put(
        KEPT,
        "ah.sequence, esp.sequence, esp.pad, eap.tls.len, gre.ack_number, gre.sequence_number,"
            + " icmp.pointer, icmpv6.mtu, icmpv6.pointer, icmp.unused, icmpv6.reserved,"
            + " ip.opt.qs_reserved, ip.opt.time_stamp, ipv6.opt.jumbo, ipv6.opt.qs_reserved,"
            + " ipv6.fraghdr.ident, isakmp.cfg.attr.internal_address_expiry, isakmp.delete.doi,"
            + " isakmp.length, isakmp.messageid, isakmp.notify.doi, isakmp.sa.doi,"
            + " isakmp.sa.situation, isakmp.seq.seq, llc.oui, mpls.label, null.family,"
            + " mip6.hb.seqnr, mip6.rc, mip6.natd.refresh_t, mip6.vsm.vendorid,"
            + " mip6.load_inf.maximum_capacity, mip6.load_inf.maximum_sessions,"
            + " mip6.load_inf.sessions_in_use, mip6.load_inf.used_capacity,"
            + " mip6.mseg_id.timestamp, mip6.timestamp_tmp, pppoed.tags.vendor_id,"
            + " radiotap.present.word, sll.ifindex, udpencap.nat_keepalive,"
            + " roam.cfg.liveness_timeout, roam.cfg.mip6_home_prefix.lifetime,"
            + " roam.ike.notify.invalid_message_id, roam.ike.notify.replay_status,"
            + " roam.ike.notify.window_size, roam.mip6.multipath.reserved,"
            + " roam.mip6.offload.reserved, roam.mip6.qos.attr.rate, roam.mip6.qos.attr.vendor,"
            + " roam.mip6.ts.reserved, roam.mip6.upa.reserved, roam.mip6.flow.sub.bids,"
            + " roam.mip6.flow_summary.fids, isakmp.notify.data.auth_lifetime,"
            + " isakmp.notify.data.dpd.are_you_there, isakmp.notify.data.dpd.are_you_there_ack,"
            + " isakmp.notify.data.ha.expected_recv_req_message_id,"
            + " isakmp.notify.data.ha.expected_send_req_message_id,"
            + " isakmp.notify.data.ticket_opaque.lifetime, isakmp.ike.attr.block_size,"
            + " isakmp.ike.attr.field_size, isakmp.ike.attr.life_duration,"
            + " isakmp.ike.attr.life_duration64, isakmp.ike.attr.life_duration_bytes,"
            + " isakmp.ipsec.attr.life_duration, isakmp.ipsec.attr.life_duration64,"
            + " isakmp.ipsec.attr.life_duration_bytes,"
            + " isakmp.notify.data.resp_lifetime.ike.attr.life_duration,"
            + " isakmp.notify.data.resp_lifetime.ike.attr.life_duration64,"
            + " isakmp.notify.data.resp_lifetime.ike.attr.life_duration_bytes,"
            + " isakmp.notify.data.resp_lifetime.ipsec.attr.life_duration,"
            + " isakmp.notify.data.resp_lifetime.ipsec.attr.life_duration64,"
            + " isakmp.notify.data.resp_lifetime.ipsec.attr.life_duration_bytes,"
            + " isakmp.vid.cp.features, isakmp.vid.cp.product, isakmp.vid.cp.reserved,"
            + " isakmp.vid.cp.version, isakmp.vid.ms_nt5_isakmpoakley,"
            // Masks are no addresses.
            + " isakmp.cfg.attr.internal_ip4_netmask, isakmp.cfg.attr.internal_ip6_netmask,"
            + " isakmp.cfg.attr.internal_ip4_subnet_netmask, isakmp.id.data.ipv4_subnet,"
            + " isakmp.id.data.ipv6_subnet");
    put(
        ZEROED,
        "data.data, roam.icmp.body, roam.icmpv6.body, eth.trailer, eth.padding,"
            + " vlan.trailer, sll.trailer, radiotap.mactime");
    put(
        PREFIX,
        "isakmp.cfg.attr.internal_ip4_subnet_ip, isakmp.cfg.attr.internal_ip6_prefix_ip,"
            + " isakmp.cfg.attr.internal_ip6_subnet_ip, roam.cfg.mip6_home_prefix.prefix,"
            + " mip6.nemo.mnp.mnp, mip6.dmnp.dmnp_ipv4, mip6.dmnp.dmnp_ipv6,"
            + " roam.mip6.anchored.prefix, roam.mip6.local.prefix, roam.mip6.p_maar.prefix");
    put(
        SPI,
        "ah.spi, esp.spi, isakmp.ispi, isakmp.rspi, isakmp.spi, isakmp.delete.spi,"
            + " roam.ike.notify.invalid_spi, mip6.auth.mobility_spi, mip6.badff.spi,"
            + " roam.mip6.ts.spi_start, roam.mip6.ts.spi_end, gtp.teid, gre.key, mip6.gre_key");
    put(TEXT, "mip6.dnsu.mn_id, mip6.acc_net_id.net_name_data, eap.md5.extra_data");
    put(
        DIGITS,
        "mip6.3gpp.imsi, mip6.3gpp.msisdn, mip6.3gpp.mei, roam.mip6.3gpp.serving_network,"
            + " isakmp.notify.priv.3gpp.device_identity_imei,"
            + " isakmp.notify.priv.3gpp.device_identity_imeisv");
    put(NAT_DIGEST, "roam.ike.notify.nat_hash, isakmp.ike.nat_hash");
    put(
        SUM,
        "ip.checksum, udp.checksum, icmp.checksum, icmpv6.checksum, mip6.csum, gre.checksum,"
            + " eth.fcs");
  }

  private static void put(Treatment treatment, String names) {
    for (String name : names.split(",\\s*", -1)) {
      BY_NAME.put(name, treatment);
    }
  }

  /** Names that the lists have. */
  static Set<String> listed() {
    return Set.copyOf(BY_NAME.keySet());
  }

  /** What becomes of a field. */
  static Treatment of(Field field) {
    Treatment listed = BY_NAME.get(field.filterName().toLowerCase(Locale.ROOT));
    if (listed != null) {
      return listed;
    }
    return switch (field.type()) {
      case BOOLEAN -> KEPT;
      case IPV4, IPV6 -> field.bits() == 32 || field.bits() == 128 ? ADDRESS : OPAQUE;
      case ETHER -> MAC;
      case STRING -> TEXT;
      case PROTOCOL, NONE, BYTES -> OPAQUE;
      case UINT8,
          UINT16,
          UINT24,
          UINT32,
          UINT40,
          UINT48,
          UINT56,
          UINT64,
          INT8,
          INT16,
          INT24,
          INT32,
          INT64,
          FRAME_NUMBER,
          ABSOLUTE_TIME,
          RELATIVE_TIME ->
          field.bits() > 0 && field.bits() <= NARROW ? KEPT : NUMBER;
    };
  }
}
