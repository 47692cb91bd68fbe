package org.roamscope.ike;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.roamscope.field.Clause.rfc;

import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Extensible Authentication, RFC 5996 section 3.16 around RFC 3748 section 4.
 *
 * <pre>
 * 4: Code (8)  Identifier (8)  Length (16, from Code)
 * 8: Type (8, in requests and responses)  Type-Data
 * </pre>
 *
 * @param layout by code and type
 * @param slice the payload
 */
public record Eap(Layout layout, Slice slice) implements IkePayload {
  /** Payload type. */
  public static final int TYPE = 48;

  private static final int REQUEST = 1;
  private static final int RESPONSE = 2;
  private static final int IDENTITY_TYPE = 1;

  /** Success, failure, and what is too short for a type. */
  static final Layout PLAIN = header();

  static final UInt CODE = PLAIN.u8("code", "Code").names(IkeCodePoints.EAP_CODES);
  static final UInt IDENTIFIER = PLAIN.u8("id", "Identifier");
  static final UInt LENGTH = PLAIN.u16("len", "Length");

  static {
    PLAIN.total(8);
  }

  /** Requests and responses. */
  static final Layout TYPED = header();

  static final UInt METHOD;

  /** Identity requests and responses, RFC 3748 section 5.1. */
  static final Layout IDENTITY = header();

  static final BytesField NAME;

  static {
    message(TYPED);
    METHOD = TYPED.u8("type", "Type").names(IkeCodePoints.EAP_TYPES);
    TYPED.rest("roam.eap.type_data", "Type data");
    TYPED.total(9);
    message(IDENTITY);
    IDENTITY.u8("type", "Type").names(IkeCodePoints.EAP_TYPES);
    NAME = IDENTITY.rest("identity", "Identity").shownAs(Eap::text);
    IDENTITY.total(9);
  }

  private static Layout header() {
    Layout wire = GenericHeader.v2("eap", "Extensible Authentication", rfc(5996, "3.16"));
    BytesField whole = wire.rest("isakmp.eap.data", "EAP message");
    return wire.again(whole);
  }

  private static void message(Layout wire) {
    wire.u8("code", "Code").names(IkeCodePoints.EAP_CODES);
    wire.u8("id", "Identifier");
    wire.u16("len", "Length");
  }

  static IkePayload read(Slice slice, ProblemLog log) {
    if (!log.holds(slice, PLAIN.octets(), "eap.code", "The EAP payload")) {
      return OpaquePayload.of(2, TYPE, slice);
    }
    long there = slice.claimedLength() - GenericHeader.OCTETS;
    if (LENGTH.get(slice) != there) {
      log.length(
          LENGTH.span(slice),
          LENGTH.filterName(),
          LENGTH.get(slice),
          there,
          "The EAP length is " + LENGTH.get(slice) + "; the payload holds " + there + " octets.");
    }
    int code = CODE.getInt(slice);
    boolean typed = (code == REQUEST || code == RESPONSE) && METHOD.in(slice);
    if (!typed) {
      return new Eap(PLAIN, slice);
    }
    return new Eap(METHOD.get(slice) == IDENTITY_TYPE ? IDENTITY : TYPED, slice);
  }

  /** 1 request, 2 response, 3 success, 4 failure. */
  public int code() {
    return CODE.getInt(slice);
  }

  /** EAP method; -1 where there is none. */
  public int method() {
    return layout == PLAIN ? -1 : METHOD.getInt(slice);
  }

  /** The identity in an identity response, as the sender wrote it. */
  public Optional<String> identity() {
    return layout == IDENTITY && code() == RESPONSE
        ? Optional.of(NAME.text(slice))
        : Optional.empty();
  }

  private static String text(Slice octets) {
    return new String(octets.bytes(), UTF_8);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
