package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * Extensible Authentication, RFC 5996 section 3.16: an EAP message behind the generic header.
 *
 * @param slice the payload
 * @param parts the EAP message
 */
public record Eap(Slice slice, List<Element> parts) implements IkePayload {
  /** Payload type. */
  public static final int TYPE = 48;

  static final Layout WIRE =
      GenericHeader.v2("isakmp.eap", "Extensible Authentication", rfc(5996, "3.16"));

  static {
    WIRE.total(GenericHeader.OCTETS);
  }

  static IkePayload read(Slice slice, ProblemLog log) {
    Slice body = slice.from(GenericHeader.OCTETS);
    return log.holds(body, EapMessage.HEADER, "eap.code", "The EAP payload")
        ? new Eap(slice, List.of(EapMessage.read(body, log)))
        : OpaquePayload.of(2, TYPE, slice);
  }

  /** The EAP message. */
  public EapMessage message() {
    return (EapMessage) parts.getFirst();
  }

  /** 1 request, 2 response, 3 success, 4 failure. */
  public int code() {
    return message().code();
  }

  /** EAP method; -1 where there is none. */
  public int method() {
    return message().method();
  }

  /** The identity in an identity response, as the sender wrote it. */
  public Optional<String> identity() {
    return message().identity();
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
