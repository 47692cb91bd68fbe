package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * An EAP message, RFC 3748 section 4.
 *
 * <pre>
 * 0: Code (8)  Identifier (8)  Length (16, from Code)
 * 4: Type (8, in requests and responses)  Type-Data
 * </pre>
 *
 * @param layout by code and type
 * @param slice the message
 * @param parts attributes and other items of the type data
 */
public record EapMessage(Layout layout, Slice slice, List<Element> parts) implements Element {
  static final int HEADER = 4;
  private static final int TYPED_HEADER = 5;
  private static final int REQUEST = 1;
  private static final int RESPONSE = 2;
  private static final int SUCCESS = 3;
  private static final int FAILURE = 4;
  private static final int HIGHEST_CODE = 6;
  private static final int IDENTITY_TYPE = 1;
  private static final int MAX_ITEMS = 256;

  /** Success, failure, and what is too short for a type. */
  static final Layout PLAIN = header("Extensible Authentication Protocol");

  static final UInt LENGTH = (UInt) PLAIN.fields().get(2);
  static final Layout TYPED = typed();
  static final Layout IDENTITY = typed();
  static final Layout NOTIFICATION = typed();

  /** Types whose data is a list of parts. */
  static final Layout LISTED = typed();

  static final Layout MD5 = typed();
  static final Layout MD5_VALUE = part("Value");
  static final Layout MD5_EXTRA = part("Name");
  static final Layout DESIRED = part("Desired type");
  static final Layout TLS = tls(13, "");
  static final Layout TLS_SIZED = tls(13, "sized");
  static final Layout TUNNEL = tls(21, "");
  static final Layout TUNNEL_SIZED = tls(21, "sized");
  static final Layout CHALLENGE = msChap();
  static final Layout ANSWER = msChap();
  static final Layout RESULT = msChap();
  static final Layout REFUSAL = msChap();
  static final Layout OTHER_OPERATION = msChap();
  static final Layout EXPANDED = typed();

  static {
    PLAIN.total(HEADER);
    TYPED.rest("data", "Type data");
    TYPED.total(TYPED_HEADER);
    IDENTITY.rest("identity", "Identity").ascii().shownAs(Texts::utf8);
    IDENTITY.total(TYPED_HEADER);
    NOTIFICATION.rest("notification", "Notification").ascii().shownAs(Texts::utf8);
    NOTIFICATION.total(TYPED_HEADER);
    LISTED.total(TYPED_HEADER);
    MD5.u8("eap.md5.value_size", "Value size");
    MD5.total(6);
    MD5_VALUE.rest("eap.md5.value", "Value");
    MD5_VALUE.total(0);
    MD5_EXTRA.rest("eap.md5.extra_data", "Name");
    MD5_EXTRA.total(0);
    DESIRED.u8("desired_type", "Desired type").names(EapCodePoints.EAP_TYPES);
    DESIRED.total(1);
    CHALLENGE.u8("eap.ms_chap_v2.value_size", "Value size");
    CHALLENGE.octets(16, "eap.ms_chap_v2.challenge", "Challenge");
    CHALLENGE.rest("eap.ms_chap_v2.name", "Name").ascii().shownAs(Texts::utf8);
    CHALLENGE.total(26);
    ANSWER.u8("eap.ms_chap_v2.value_size", "Value size");
    ANSWER.octets(16, "eap.ms_chap_v2.peer_challenge", "Peer challenge");
    ANSWER.octets(8, "eap.ms_chap_v2.reserved", "Reserved");
    ANSWER.octets(24, "eap.ms_chap_v2.nt_response", "NT response");
    ANSWER.u8("eap.ms_chap_v2.flags", "Flags").hex();
    ANSWER.rest("eap.ms_chap_v2.name", "Name").ascii().shownAs(Texts::utf8);
    ANSWER.total(59);
    RESULT.rest("eap.ms_chap_v2.message", "Message").ascii().shownAs(Texts::utf8);
    RESULT.total(9);
    REFUSAL.rest("eap.ms_chap_v2.failure_request", "Failure").ascii().shownAs(Texts::utf8);
    REFUSAL.total(9);
    OTHER_OPERATION.rest("eap.ms_chap_v2.data", "Data");
    OTHER_OPERATION.total(9);
    EXPANDED.uint(24, "eap.ext.vendor_id", "Vendor ID").as(FieldType.UINT16).hex();
    EXPANDED.u32("eap.ext.vendor_type", "Vendor type").as(FieldType.UINT8).hex();
    EXPANDED.rest("roam.eap.vendor_data", "Vendor data");
    EXPANDED.total(12);
  }

  private static Layout header(String name) {
    Layout wire = Layout.of("eap", name, rfc(3748, "4")).protocol("eap");
    wire.u8("code", "Code").names(EapCodePoints.EAP_CODES);
    wire.u8("id", "Identifier");
    wire.u16("len", "Length");
    return wire;
  }

  private static Layout typed() {
    Layout wire = header("Extensible Authentication Protocol");
    wire.u8("type", "Type").names(EapCodePoints.EAP_TYPES);
    return wire;
  }

  private static Layout part(String name) {
    return Layout.of("eap", name, rfc(3748, "5"));
  }

  /**
   * EAP-TLS and the methods made from it: flags, and the length of the whole in first fragments.
   */
  private static Layout tls(int type, String kind) {
    Layout wire = typed();
    UInt flags = wire.u8("eap.tls.flags", "Flags").hex();
    wire.again(flags);
    wire.flag("eap.tls.flags.len_included", "Length included");
    wire.flag("eap.tls.flags.more_fragments", "More fragments");
    wire.flag("eap.tls.flags.start", "Start");
    wire.skip(2);
    if (type == 13) {
      wire.skip(3);
    } else {
      wire.uint(3, "eap.tls.flags.version", "Version");
    }
    if (!kind.isEmpty()) {
      wire.u32("eap.tls.len", "Length of the TLS message");
    }
    wire.rest("roam.eap.tls.data", "TLS data");
    return wire.total(kind.isEmpty() ? 6 : 10);
  }

  private static Layout msChap() {
    Layout wire = typed();
    wire.u8("eap.ms_chap_v2.opcode", "Operation");
    wire.u8("eap.ms_chap_v2.id", "Identifier");
    wire.u16("eap.ms_chap_v2.length", "Length");
    return wire;
  }

  static EapMessage read(Slice body, ProblemLog log) {
    long claimed = LENGTH.get(body);
    long there = body.claimedLength();
    if (claimed != there) {
      log.length(
          LENGTH.span(body),
          "eap.len",
          claimed,
          there,
          "The EAP length is " + claimed + "; the payload holds " + there + " octets.");
    }
    Slice message = claimed < HEADER || claimed > there ? body : body.part(0, claimed);
    int code = message.u8(0);
    if (code == 0 || code > HIGHEST_CODE) {
      log.add(
          VALUE,
          message.span(0, 1),
          "eap.code",
          "No EAP message has the code " + code + " (RFC 3748 4).");
    }
    if ((code == SUCCESS || code == FAILURE) && message.claimedLength() != HEADER) {
      log.length(
          LENGTH.span(message),
          "eap.len",
          HEADER,
          message.claimedLength(),
          "Success and Failure have no data (RFC 3748 4.2).");
    }
    boolean typed = (code == REQUEST || code == RESPONSE) && message.holds(0, TYPED_HEADER);
    return typed ? typed(message, log) : new EapMessage(PLAIN, message, List.of());
  }

  private static EapMessage typed(Slice message, ProblemLog log) {
    Slice data = message.from(TYPED_HEADER);
    return switch (message.u8(4)) {
      case IDENTITY_TYPE -> new EapMessage(IDENTITY, message, List.of());
      case 2 -> new EapMessage(NOTIFICATION, message, List.of());
      case 3 -> new EapMessage(LISTED, message, desired(data, log));
      case 4 -> md5(message, data, log);
      case 13 -> tls(message, sized(data) ? TLS_SIZED : TLS, log);
      case 21, 25, 43, 55 -> tls(message, sized(data) ? TUNNEL_SIZED : TUNNEL, log);
      case 18 -> new EapMessage(LISTED, message, SimAkaData.SIM.read(data, log));
      case 23, 50 -> new EapMessage(LISTED, message, SimAkaData.AKA.read(data, log));
      case 26 -> new EapMessage(msChap(data), message, List.of());
      case 254 -> new EapMessage(EXPANDED, message, List.of());
      default -> new EapMessage(TYPED, message, List.of());
    };
  }

  private static EapMessage tls(Slice message, Layout layout, ProblemLog log) {
    log.holds(message, layout.octets(), "eap.tls.flags", "An EAP-TLS message");
    return new EapMessage(layout, message, List.of());
  }

  private static boolean sized(Slice data) {
    return data.length() > 0 && data.u8(0) >= 0x80;
  }

  private static Layout msChap(Slice data) {
    int operation = data.length() > 0 ? data.u8(0) : 0;
    return switch (operation) {
      case 1 -> CHALLENGE;
      case 2 -> data.claimedLength() > 50 ? ANSWER : RESULT;
      case 4 -> REFUSAL;
      case 3 -> RESULT;
      default -> OTHER_OPERATION;
    };
  }

  private static List<Element> desired(Slice data, ProblemLog log) {
    List<Element> parts = new ArrayList<>();
    for (int at = 0; at < data.length(); at++) {
      if (parts.size() == MAX_ITEMS) {
        log.limit(data.from(at), "eap.desired_type", "desired types", MAX_ITEMS);
        break;
      }
      parts.add(new Piece(DESIRED, data.part(at, 1)));
    }
    return List.copyOf(parts);
  }

  private static EapMessage md5(Slice message, Slice data, ProblemLog log) {
    if (!log.holds(data, 1, "eap.md5.value_size", "An MD5 challenge")) {
      return new EapMessage(LISTED, message, List.of());
    }
    int size = data.u8(0);
    log.holds(data, 1 + size, "eap.md5.value_size", "The value of an MD5 challenge");
    List<Element> parts = new ArrayList<>();
    parts.add(new Piece(MD5_VALUE, data.part(1, size)));
    Slice extra = data.from(1 + size);
    if (extra.length() > 0 && data.length() > 1 + size) {
      parts.add(new Piece(MD5_EXTRA, extra));
    }
    return new EapMessage(MD5, message, List.copyOf(parts));
  }

  /** 1 request, 2 response, 3 success, 4 failure. */
  public int code() {
    return slice.u8(0);
  }

  /** EAP method; -1 where there is none. */
  public int method() {
    return layout.equals(PLAIN) ? -1 : slice.u8(4);
  }

  /** The identity in an identity response, as the sender wrote it. */
  public Optional<String> identity() {
    return code() == RESPONSE && method() == IDENTITY_TYPE
        ? Optional.of(Texts.utf8(slice.from(TYPED_HEADER)))
        : Optional.empty();
  }

  @Override
  public String title() {
    return "EAP " + EapCodePoints.EAP_CODES.name(code());
  }

  static List<Layout> all() {
    List<Layout> all = new ArrayList<>(List.of(PLAIN, TYPED, IDENTITY, NOTIFICATION, LISTED));
    all.addAll(List.of(MD5, MD5_VALUE, MD5_EXTRA, DESIRED));
    all.addAll(List.of(TLS, TLS_SIZED, TUNNEL, TUNNEL_SIZED));
    all.addAll(List.of(CHALLENGE, ANSWER, RESULT, REFUSAL, OTHER_OPERATION, EXPANDED));
    all.addAll(SimAkaData.all());
    return all;
  }
}
