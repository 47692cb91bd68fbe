package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * What stands in the data of a notification, where its specification says so. The data as a whole
 * is a field of {@link Notify}; this reads it a second time.
 */
final class NotifyData {
  private static final int ANY = Integer.MAX_VALUE;
  private static final int MAX_ITEMS = 256;
  private static final String DATA = "isakmp.notify.data";

  private static final int REDIRECT = 16407;
  private static final int REDIRECTED_FROM = 16408;
  private static final int ROHC_SUPPORTED = 16416;
  private static final int SECURE_PASSWORD_METHODS = 16424;
  private static final int SIGNATURE_HASH_ALGORITHMS = 16431;
  private static final int NO_NATS_ALLOWED = 16402;
  private static final int DEVICE_IDENTITY = 41101;
  private static final int EMERGENCY_CALL_NUMBERS = 41134;
  private static final int RESPONDER_LIFETIME = 24576;

  /**
   * Data of one shape.
   *
   * @param layout its fields; they are the least there must be
   * @param most octets there may be
   */
  private record Shape(Layout layout, int most) {}

  /** IKEv2, by notify message type. */
  private static final Map<Integer, Shape> SHAPES = new TreeMap<>();

  private static final Map<Integer, Shape> SHAPES_V1 = new TreeMap<>();

  /** IKEv2 notifications whose data must be empty, with who says so. */
  private static final Map<Integer, Clause> EMPTY = new TreeMap<>();

  static final Layout HASH_ALGORITHM = start("Hash algorithm", rfc(7427, "4"));
  static final Layout PASSWORD_METHOD = start("Password method", rfc(6467, "3.1"));
  static final Layout NO_NATS_IPV4 = start("Addresses and ports", rfc(4555, "4.2.6"));
  static final Layout NO_NATS_IPV6 = start("Addresses and ports", rfc(4555, "4.2.6"));

  static {
    HASH_ALGORITHM
        .u16("signature_hash_algorithms", "Hash algorithm")
        .names(NotifyCodePoints.SIGNATURE_HASHES);
    HASH_ALGORITHM.total(2);
    PASSWORD_METHOD
        .u16("roam.ike.notify.password_method", "Method")
        .names(IkeCodePoints.PASSWORD_METHODS);
    PASSWORD_METHOD.total(2);
    NO_NATS_IPV4.ipv4("roam.ike.notify.no_nats.source_ipv4", "Source address");
    NO_NATS_IPV4.ipv4("roam.ike.notify.no_nats.destination_ipv4", "Destination address");
    NO_NATS_IPV4.u16("roam.ike.notify.no_nats.source_port", "Source port");
    NO_NATS_IPV4.u16("roam.ike.notify.no_nats.destination_port", "Destination port");
    NO_NATS_IPV4.total(12);
    NO_NATS_IPV6.ipv6("roam.ike.notify.no_nats.source_ipv6", "Source address");
    NO_NATS_IPV6.ipv6("roam.ike.notify.no_nats.destination_ipv6", "Destination address");
    NO_NATS_IPV6.u16("roam.ike.notify.no_nats.source_port", "Source port");
    NO_NATS_IPV6.u16("roam.ike.notify.no_nats.destination_port", "Destination port");
    NO_NATS_IPV6.total(36);
    errors();
    base();
    mobike();
    tickets();
    others();
    private3gpp();
    version1();
    for (int type : new int[] {16384, 16391, 16392, 16394, 16395}) {
      EMPTY.put(type, rfc(7296, "3.10.1"));
    }
    EMPTY.put(16396, rfc(4555, "4.2.1"));
    EMPTY.put(16399, rfc(4555, "4.2.3"));
    EMPTY.put(16400, rfc(4555, "4.2.4"));
    EMPTY.put(16404, rfc(4739, "3.1"));
    EMPTY.put(16405, rfc(4739, "3.1"));
    EMPTY.put(16406, rfc(5685, "7.1"));
    EMPTY.put(16410, rfc(5723, "7.1"));
    EMPTY.put(16411, rfc(5723, "7.1"));
    EMPTY.put(16412, rfc(5723, "7.1"));
    EMPTY.put(16417, rfc(5998, "3"));
    EMPTY.put(16418, rfc(6023, "3"));
    EMPTY.put(16420, rfc(6311, "8.1"));
    EMPTY.put(16430, rfc(7383, "2.3"));
    EMPTY.put(16438, rfc(9242, "3.1"));
  }

  private NotifyData() {}

  private static Layout start(String name, Clause clause) {
    return Layout.of(DATA, name, clause);
  }

  private static void exactly(int type, Layout layout) {
    SHAPES.put(type, new Shape(layout.total(layout.octets()), layout.octets()));
  }

  private static void atLeast(int type, Layout layout) {
    SHAPES.put(type, new Shape(layout.total(layout.octets()), ANY));
  }

  private static void errors() {
    Layout critical = start("Unsupported payload", rfc(7296, "2.5"));
    critical
        .u8("roam.ike.notify.unsupported_payload", "Payload type")
        .names(IkeCodePoints.PAYLOAD_TYPES_V2);
    exactly(1, critical);
    Layout message = start("Invalid message ID", rfc(7296, "2.3"));
    message.u32("roam.ike.notify.invalid_message_id", "Message ID").hex();
    exactly(9, message);
    Layout spi = start("Invalid SPI", rfc(7296, "1.5"));
    spi.rest("roam.ike.notify.invalid_spi", "SPI of the packet");
    atLeast(11, spi);
    Layout group = start("Accepted group", rfc(7296, "1.3"));
    group.u16("accepted_dh_group", "Accepted group").names(TransformCodePoints.GROUPS);
    exactly(17, group);
    Layout packet = start("Offending packet", rfc(7296, "3.10.1"));
    packet.rest("roam.ike.notify.offending_packet", "Start of the packet");
    atLeast(39, packet);
  }

  private static void base() {
    Layout window = start("Window", rfc(7296, "2.3"));
    window.u32("roam.ike.notify.window_size", "Window size");
    exactly(16385, window);
    Layout compression = start("Compression", rfc(7296, "2.22"));
    compression.u16("isakmp.notify.data.ipcomp.cpi", "Compression parameter index");
    compression
        .u8("isakmp.notify.data.ipcomp.transform_id", "Transform ID")
        .names(NotifyCodePoints.COMPRESSION);
    atLeast(16387, compression);
    for (int type : new int[] {16388, 16389}) {
      Layout hash = start("NAT detection", rfc(7296, "2.23"));
      hash.octets(20, "roam.ike.notify.nat_hash", "Hash of SPIs, address and port");
      exactly(type, hash);
    }
    Layout cookie = start("Cookie", rfc(7296, "2.6"));
    cookie.rest("roam.ike.notify.cookie", "Cookie");
    SHAPES.put(16390, new Shape(cookie.total(0), 64));
  }

  private static void mobike() {
    Layout ipv4 = start("Additional address", rfc(4555, "4.2.2"));
    ipv4.ipv4("roam.ike.notify.additional_ipv4", "Address");
    exactly(16397, ipv4);
    Layout ipv6 = start("Additional address", rfc(4555, "4.2.2"));
    ipv6.ipv6("roam.ike.notify.additional_ipv6", "Address");
    exactly(16398, ipv6);
    Layout cookie = start("Cookie", rfc(4555, "4.2.5"));
    cookie.rest("roam.ike.notify.cookie2", "Cookie");
    SHAPES.put(16401, new Shape(cookie.total(0), 64));
  }

  private static void tickets() {
    Layout lifetime = start("Authentication lifetime", rfc(4478, "3"));
    lifetime.u32("auth_lifetime", "Lifetime (s)");
    exactly(16403, lifetime);
    Layout ticket = start("Ticket", rfc(5723, "7.2"));
    ticket.u32("isakmp.notify.data.ticket_opaque.lifetime", "Lifetime (s)");
    ticket.rest("isakmp.notify.data.ticket_opaque.data", "Ticket");
    atLeast(16409, ticket);
    Layout opaque = start("Ticket", rfc(5723, "7.3"));
    opaque.rest("isakmp.notify.data.ticket_opaque.data", "Ticket");
    atLeast(16413, opaque);
  }

  private static void others() {
    Layout link = start("Link", rfc(5739, "4.2"));
    link.rest("roam.ike.notify.link_id", "IKEv2 link ID");
    atLeast(16414, link);
    Layout token = start("Crash detection", rfc(6290, "4.1"));
    token.rest("isakmp.notify.data.qcd.token_secret_data", "Token");
    atLeast(16419, token);
    Layout sync = start("Message IDs", rfc(6311, "8.2"));
    sync.u32("isakmp.notify.data.ha.nonce_data", "Nonce").hex();
    sync.u32("isakmp.notify.data.ha.expected_send_req_message_id", "Next message ID to be sent")
        .hex();
    sync.u32("isakmp.notify.data.ha.expected_recv_req_message_id", "Next message ID to be received")
        .hex();
    exactly(16422, sync);
    Layout counter = start("Replay counter", rfc(6311, "8.4"));
    counter.rest(
        "isakmp.notify.data.ha.incoming_ipsec_sa_delta_value",
        "Difference of the incoming counter");
    SHAPES.put(16423, new Shape(counter.total(0), 8));
    Layout key = start("Identity of a post-quantum key", rfc(8784, "5.1"));
    key.u8("roam.ike.notify.ppk.type", "PPK_ID type").names(NotifyCodePoints.PPK_TYPES);
    key.rest("roam.ike.notify.ppk.id", "PPK_ID");
    atLeast(16436, key);
    Layout exchange = start("Additional key exchange", rfc(9370, "2.2.4"));
    exchange.rest("roam.ike.notify.key_exchange_link", "Link to the exchange before");
    atLeast(16441, exchange);
  }

  private static void private3gpp() {
    Layout timer =
        Layout.of(
            "isakmp.notify.priv.3gpp", "Back-off timer", new Clause("3GPP TS 24.302", "8.2.9.1"));
    timer.u8("backoff_timer_len", "Length");
    timer.u8("roam.ike.notify.backoff_timer", "Back-off timer").hex();
    exactly(41041, timer);
    Layout capability = start("N1 mode", new Clause("3GPP TS 24.302", "8.2.9.15"));
    capability.u8("roam.ike.notify.n1_mode.length", "Length");
    capability.u8("roam.ike.notify.n1_mode.pdu_session", "PDU session ID");
    exactly(51015, capability);
    Layout slice = start("N1 mode", new Clause("3GPP TS 24.302", "8.2.9.16"));
    slice.u8("roam.ike.notify.n1_mode.length", "Length");
    slice.rest("roam.ike.notify.n1_mode.snssai", "S-NSSAI");
    atLeast(51115, slice);
  }

  private static void version1() {
    Layout there = start("Dead peer detection", rfc(3706, "5.3"));
    there.u32("isakmp.notify.data.dpd.are_you_there", "Sequence number");
    SHAPES_V1.put(36136, new Shape(there.total(4), 4));
    Layout answer = start("Dead peer detection", rfc(3706, "5.3"));
    answer.u32("isakmp.notify.data.dpd.are_you_there_ack", "Sequence number");
    SHAPES_V1.put(36137, new Shape(answer.total(4), 4));
    Layout balance = start("Load balancing", new Clause("Cisco Unity", ""));
    balance.ipv4("isakmp.notify.data.unity.load_balance", "Gateway");
    SHAPES_V1.put(40501, new Shape(balance.total(4), 4));
    Layout replay = start("Replay detection", rfc(2407, "4.6.3.2"));
    replay.u32("roam.ike.notify.replay_status", "Replay detection");
    SHAPES_V1.put(24577, new Shape(replay.total(4), 4));
  }

  /** Reads the data of an IKEv2 notification. */
  static List<Element> read(int type, Slice data, ProblemLog log) {
    Clause empty = EMPTY.get(type);
    if (empty != null && data.claimedLength() > 0) {
      log.length(
          data.span(),
          DATA,
          0,
          data.claimedLength(),
          "This notification has no data (" + empty + ").");
      return List.of();
    }
    return switch (type) {
      case REDIRECT -> GatewayIdentity.NEW.read(data, log);
      case REDIRECTED_FROM -> GatewayIdentity.ORIGINAL.read(data, log);
      case ROHC_SUPPORTED -> Attribute.list(AttributeFamily.HEADER_COMPRESSION, data, log);
      case SECURE_PASSWORD_METHODS -> {
        List<Element> parts = new ArrayList<>(List.of(new Piece(WHOLE_PASSWORDS, data)));
        parts.addAll(numbers(PASSWORD_METHOD, data, log));
        yield List.copyOf(parts);
      }
      case SIGNATURE_HASH_ALGORITHMS -> numbers(HASH_ALGORITHM, data, log);
      case NO_NATS_ALLOWED ->
          shaped(
              new Shape(data.claimedLength() == 36 ? NO_NATS_IPV6 : NO_NATS_IPV4, 36), data, log);
      case DEVICE_IDENTITY -> DeviceIdentity.read(data, log);
      case EMERGENCY_CALL_NUMBERS -> EmergencyNumbers.read(data, log);
      default -> {
        Shape shape = SHAPES.get(type);
        yield shape == null ? List.of() : shaped(shape, data, log);
      }
    };
  }

  /** Reads the data of an IKEv1 notification. */
  static List<Element> readV1(int type, int protocol, Slice data, ProblemLog log) {
    if (type == RESPONDER_LIFETIME) {
      return Attribute.list(
          protocol == 1 ? AttributeFamily.RESPONDER_PHASE_1 : AttributeFamily.RESPONDER_PHASE_2,
          data,
          log);
    }
    Shape shape = SHAPES_V1.get(type);
    return shape == null ? List.of() : shaped(shape, data, log);
  }

  private static final Layout WHOLE_PASSWORDS = start("Password methods", rfc(6467, "3.1"));

  static {
    WHOLE_PASSWORDS.rest("secure_password_methods", "Methods");
    WHOLE_PASSWORDS.total(0);
  }

  private static List<Element> shaped(Shape shape, Slice data, ProblemLog log) {
    int least = shape.layout().octets();
    long there = data.claimedLength();
    if (there < least || there > shape.most()) {
      log.length(
          data.span(),
          DATA,
          there < least ? least : shape.most(),
          there,
          shape.layout().name()
              + ": "
              + there
              + " octets of data; "
              + (there < least ? "at least " + least : "at most " + shape.most())
              + " belong here ("
              + shape.layout().clause()
              + ").");
    }
    return data.length() == 0 || data.length() < least
        ? List.of()
        : List.of(new Piece(shape.layout(), data));
  }

  private static List<Element> numbers(Layout layout, Slice data, ProblemLog log) {
    List<Element> parts = new ArrayList<>();
    int at = 0;
    while (data.holds(at, 2)) {
      if (parts.size() == MAX_ITEMS) {
        log.limit(data.from(at), DATA, "numbers in a notification", MAX_ITEMS);
        break;
      }
      parts.add(new Piece(layout, data.part(at, 2)));
      at += 2;
    }
    if (data.claimedLength() % 2 != 0) {
      log.length(
          data.span(),
          DATA,
          data.claimedLength() + 1,
          data.claimedLength(),
          "Numbers of 16 bits do not fill " + data.claimedLength() + " octets.");
    }
    return List.copyOf(parts);
  }

  static List<Layout> all() {
    List<Layout> all = new ArrayList<>();
    SHAPES.values().forEach(shape -> all.add(shape.layout()));
    SHAPES_V1.values().forEach(shape -> all.add(shape.layout()));
    all.addAll(
        List.of(HASH_ALGORITHM, PASSWORD_METHOD, WHOLE_PASSWORDS, NO_NATS_IPV4, NO_NATS_IPV6));
    all.addAll(GatewayIdentity.all());
    all.addAll(DeviceIdentity.all());
    all.addAll(EmergencyNumbers.all());
    return all;
  }
}
