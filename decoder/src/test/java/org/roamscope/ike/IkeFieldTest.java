package org.roamscope.ike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.ike.IkeEncoder.Part;

/** Payload bodies and the values that filters see in them. */
class IkeFieldTest {
  /** Fields of a payload of an IKEv2 message, without those of its generic header. */
  private static List<String> v2(int type, String body) {
    return fields(2, type, body);
  }

  private static List<String> v1(int type, String body) {
    return fields(1, type, body);
  }

  private static List<String> fields(int version, int type, String body) {
    byte[] octets = Hex.parse(body);
    byte[] payload = new byte[octets.length + 4];
    payload[2] = (byte) (payload.length >>> 8);
    payload[3] = (byte) payload.length;
    System.arraycopy(octets, 0, payload, 4, octets.length);
    List<String> shown = new ArrayList<>();
    for (IkePayload part : IkeDissector.chain(version, type, Slice.of(payload)).payloads()) {
      collect(part, shown);
    }
    return shown;
  }

  private static void collect(Element element, List<String> to) {
    Slice slice = element.slice();
    for (Field field : element.layout().fields()) {
      boolean there = field.in(slice) && (field.bits() > 0 || slice.length() > field.bit() / 8);
      if (there && !general(field.filterName())) {
        to.add(text(field, slice));
      }
    }
    for (Derived field : element.layout().derived()) {
      @Nullable FieldValue value = element.derived(field);
      if (value != null) {
        to.add(field.filterName() + "=" + field.info().plain(value));
      }
    }
    element.parts().forEach(part -> collect(part, to));
  }

  private static String text(Field field, Slice slice) {
    boolean presence = field.type() == FieldType.NONE;
    return field.filterName() + (presence ? "" : "=" + field.info().plain(field.value(slice)));
  }

  private static boolean general(String name) {
    return switch (name) {
      case "isakmp.nextpayload",
          "isakmp.criticalpayload",
          "isakmp.reserved7",
          "isakmp.payloadlength",
          "isakmp.reserved" ->
          true;
      default -> false;
    };
  }

  @Test
  void agreesOnTheTypesOfNames() {
    FieldCatalog catalog = FieldCatalog.of(IkeLayouts.all(), List.of());
    for (String name :
        List.of("isakmp", "eap", "isakmp.ike.attr", "isakmp.cfg.attr", "isakmp.ts.data")) {
      assertThat(catalog.find(name)).as(name).isNotNull();
    }
    assertThat(IkeLayouts.all()).extracting(Layout::name).doesNotContain("");
  }

  @Test
  void announcesTheTypeOfEachStructure() {
    assertThat(v2(33, "00000014 01010001 0000000c 0100000c 800e0080"))
        .containsExactly(
            "isakmp.typepayload=33",
            "isakmp.prop.number=1",
            "isakmp.prop.protoid=1",
            "isakmp.spisize=0",
            "isakmp.prop.transforms=1",
            "isakmp.typepayload=2",
            "isakmp.tf.type=1",
            "isakmp.tf.id.encr=12",
            "isakmp.typepayload=3",
            "isakmp.ike2.attr.format=1",
            "isakmp.ike2.attr.type=14",
            "isakmp.ike2.attr.value=0080",
            "isakmp.ike2.attr.key_length=128");
  }

  /** Notify message type, data, and what it reads as. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0001 | 63               | roam.ike.notify.unsupported_payload=99",
        "0009 | 00000007         | roam.ike.notify.invalid_message_id=0x00000007",
        "0011 | 0013             | isakmp.notify.data.accepted_dh_group=19",
        "4001 | 00000005         | roam.ike.notify.window_size=5",
        "4003 | 123402           | isakmp.notify.data.ipcomp.cpi=4660"
            + " isakmp.notify.data.ipcomp.transform_id=2",
        "4006 | c001             | roam.ike.notify.cookie=c001",
        "400d | c0000201         | roam.ike.notify.additional_ipv4=192.0.2.1",
        "4011 | c002             | roam.ike.notify.cookie2=c002",
        "4012 | c0000201 c0000202 01f4 1194 | roam.ike.notify.no_nats.source_ipv4=192.0.2.1"
            + " roam.ike.notify.no_nats.destination_ipv4=192.0.2.2"
            + " roam.ike.notify.no_nats.source_port=500"
            + " roam.ike.notify.no_nats.destination_port=4500",
        "4013 | 00000e10         | isakmp.notify.data.auth_lifetime=3600",
        "4017 | 0104 c0000201 aa | isakmp.notify.data.redirect.gw_ident.type=1"
            + " isakmp.notify.data.redirect.gw_ident.len=4"
            + " isakmp.notify.data.redirect.new_resp_gw_ident.ipv4=192.0.2.1"
            + " isakmp.notify.data.redirect.nonce_data=aa",
        "4018 | 0104 c0000201    | isakmp.notify.data.redirect.gw_ident.type=1"
            + " isakmp.notify.data.redirect.gw_ident.len=4"
            + " isakmp.notify.data.redirect.org_resp_gw_ident.ipv4=192.0.2.1",
        "4019 | 00000e10 7469    | isakmp.notify.data.ticket_opaque.lifetime=3600"
            + " isakmp.notify.data.ticket_opaque.data=7469",
        "4020 | 80010005         | isakmp.notify.data.rohc.attr.format=1"
            + " isakmp.notify.data.rohc.attr.type=1 isakmp.notify.data.rohc.attr.value=0005"
            + " isakmp.notify.data.rohc.attr.max_cid=5",
        "402f | 00020003         | isakmp.notify.data.signature_hash_algorithms=2"
            + " isakmp.notify.data.signature_hash_algorithms=3",
        "4034 | 02 6b            | roam.ike.notify.ppk.type=2 roam.ike.notify.ppk.id=6b",
        "a08d | 0009 01 2143658709214305 | isakmp.notify.priv.3gpp.device_identity_len=9"
            + " isakmp.notify.priv.3gpp.device_identity_type=1"
            + " isakmp.notify.priv.3gpp.device_identity_imei=1234567890123450",
      })
  void readsNotificationData(String type, String data, String expected) {
    List<String> shown = v2(41, "0000" + type + data);
    List<String> head = List.of("isakmp.notify.protoid=0", "isakmp.spisize=0");
    assertThat(shown).containsAll(head).anyMatch(text -> text.startsWith("isakmp.notify.data="));
    int after = shown.indexOf("isakmp.typepayload=41") + 1;
    String read = String.join(" ", shown.subList(after, shown.size()));
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void readsResponderLifetime() {
    assertThat(v1(11, "00000001 03046000 00001001 80010001 00020004 00000e10"))
        .contains(
            "isakmp.notify.data.resp_lifetime.ipsec.attr.life_type=1",
            "isakmp.notify.data.resp_lifetime.ipsec.attr.life_duration=3600");
  }

  @Test
  void namesVendors() {
    assertThat(v1(13, "12f5f28c457168a9702d9fe274cc 01 00"))
        .containsExactly(
            "isakmp.vid_bytes=12f5f28c457168a9702d9fe274cc0100",
            "isakmp.vid.cisco_unity.major=1",
            "isakmp.vid.cisco_unity.minor=0",
            "isakmp.typepayload=13",
            "isakmp.vid_string=CISCO-UNITY");
    assertThat(v2(43, "0102")).contains("isakmp.vid_string=Unknown Vendor ID");
    assertThat(v1(13, "4a131c81070358455c5728f20e95452f"))
        .contains("isakmp.vid_string=RFC 3947 Negotiation of NAT-Traversal in the IKE");
  }

  @Test
  void readsIdentities() {
    assertThat(v2(35, "02000000 612e62"))
        .containsExactly(
            "isakmp.id.type=2",
            "isakmp.id.data",
            "isakmp.id.data.fqdn=a.b",
            "isakmp.typepayload=35");
    assertThat(v2(35, "09000000 300d310b3009060355040613024348"))
        .contains("isakmp.id.data.der_asn1_dn=0", "roam.ike.distinguished_name=C=CH");
    assertThat(v2(35, "09000000 300d31"))
        .as("no name at all")
        .contains("roam.ike.distinguished_name=30:0d:31");
    assertThat(v1(5, "04000000 c0000200 ffffff00"))
        .contains("isakmp.id.data.ipv4_addr=192.0.2.0", "isakmp.id.data.ipv4_subnet=255.255.255.0");
  }

  @Test
  void readsCertificatesAndSignatures() {
    assertThat(v2(37, "04 3000")).contains("isakmp.cert.encoding=4", "isakmp.cert.data");
    assertThat(v2(37, "0c" + "aa".repeat(20) + "6874"))
        .contains("isakmp.cert.x509.hash=" + "aa".repeat(20), "isakmp.cert.x509.url=ht");
    assertThat(v2(38, "04" + "aa".repeat(20) + "bb".repeat(20)))
        .containsSubsequence(
            "isakmp.ike.certreq.authority=" + "aa".repeat(20),
            "isakmp.ike.certreq.authority=" + "bb".repeat(20));
    assertThat(v2(39, "0e000000 02 a1a2 b1"))
        .containsSubsequence(
            "isakmp.auth.method=14",
            "isakmp.auth.data=02a1a2b1",
            "isakmp.auth.data.sig.asn1.len=2",
            "isakmp.auth.data.sig.asn1.data=a1a2",
            "isakmp.auth.data.sig.value=b1");
  }

  @Test
  void readsConfiguration() {
    assertThat(v2(47, "02000000 00030008 0a000001 0a000002"))
        .as("two DNS servers in one attribute")
        .containsSubsequence(
            "isakmp.cfg.attr.type=3",
            "isakmp.cfg.attr.internal_ip4_dns=10.0.0.1",
            "isakmp.cfg.attr.internal_ip4_dns=10.0.0.2");
    assertThat(v2(47, "02000000 000e0004 00010010"))
        .containsSubsequence(
            "isakmp.cfg.attr.supported_attributes=1", "isakmp.cfg.attr.supported_attributes=16");
    assertThat(v2(47, "02000000 00080011 20010db8000000000000000000000001 40"))
        .contains(
            "isakmp.cfg.attr.internal_ip6_address=2001:db8::1",
            "isakmp.cfg.attr.internal_ip6_address.prefix=64");
    assertThat(v1(14, "02000007 c0880000 40890003 6a6f65"))
        .contains(
            "isakmp.cfg.identifier=7",
            "isakmp.cfg.attr.xauth.type=0",
            "isakmp.cfg.attr.xauth.user_name=joe");
  }

  @Test
  void readsEapAka() {
    String rand = "aa".repeat(16);
    assertThat(v2(48, "01070030 17 010000 01050000" + rand + "0b050000" + "cc".repeat(16)))
        .containsExactly(
            "isakmp.typepayload=48",
            "eap.code=1",
            "eap.id=7",
            "eap.len=48",
            "eap.type=23",
            "eap.aka.subtype=1",
            "eap.aka.reserved=0x0000",
            "eap.aka.subtype.type=1",
            "eap.aka.subtype.len=5",
            "eap.aka.subtype.value=0000" + rand,
            "roam.eap.rand=" + rand,
            "eap.aka.subtype.type=11",
            "eap.aka.subtype.len=5",
            "eap.aka.subtype.value=0000" + "cc".repeat(16),
            "roam.eap.mac=" + "cc".repeat(16));
    assertThat(v2(48, "02070014 17 050000 0e030006 306162636465 0000"))
        .containsSubsequence(
            "eap.identity.actual_len=6", "eap.identity=0abcde", "eap.identity.padding=0000");
  }

  @Test
  void readsSelectorsOfEveryType() {
    assertThat(v2(44, "01000000 07110010 00350035 0a000000 0affffff"))
        .contains("isakmp.ts.start_port=53", "isakmp.ts.end_ipv4=10.255.255.255");
    assertThat(v2(44, "01000000 09000010 00010203 00040506 01020304"))
        .contains("isakmp.ts.start_fc=66051", "isakmp.ts.end_type=4");
    assertThat(v2(44, "01000000 0a000006 6c62")).contains("roam.ike.ts.security_label=6c62");
  }

  @Test
  void keepsSpisAsOctets() {
    byte[] octets =
        IkeEncoder.message(
            IkeEncoder.Sender.INITIATOR_REQUEST,
            0x1122334455667788L,
            0,
            IkeMessage.IKE_SA_INIT,
            0,
            List.of(Part.of(Nonce.TYPE, new byte[16])));
    Layout header = IkeHeader.V2;
    assertThat(
            header.fields().stream().map(field -> text(field, Slice.of(octets))).limit(4).toList())
        .containsExactly(
            "isakmp.ispi=1122334455667788",
            "isakmp.rspi=0000000000000000",
            "isakmp.nextpayload=40",
            "isakmp.version=0x20");
  }
}
