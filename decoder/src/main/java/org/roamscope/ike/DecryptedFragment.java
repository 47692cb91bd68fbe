package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * What came out of an SKF payload, RFC 7383 section 2.5: some of the octets of the payloads of a
 * message.
 *
 * @param slice what was decrypted, padding and its length included
 * @param decryption how
 */
public record DecryptedFragment(Slice slice, Decryption decryption) implements Element {
  static final Layout WIRE =
      DecryptedPayloads.sealed(
          Layout.of("isakmp", "Decrypted fragment", rfc(7383, "2.5"))
              .structure("isakmp.enc.decrypted"));

  static {
    WIRE.total(0);
  }

  /** The part of the payloads, without padding. */
  public Slice content() {
    return DecryptedPayloads.content(slice, decryption);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return DecryptedPayloads.derived(field, slice, decryption);
  }
}
