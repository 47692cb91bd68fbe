package org.roamscope.ipsec;

import static org.roamscope.field.Clause.rfc;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * What a key showed of an ESP packet, RFC 4303 section 2. Its trailer is an element of its own,
 * {@link EspTrailer}, and so is what it carries.
 *
 * @param slice all that was decrypted: payload, padding, pad length, next header
 * @param iv initialization vector; empty where none is sent
 * @param encrypted the same octets as they were sent
 * @param payload what is carried
 */
public record DecryptedEsp(Slice slice, Slice iv, Slice encrypted, Slice payload)
    implements Element {
  private static final String VECTOR = "esp.iv";
  private static final String ENCRYPTED = "esp.encrypted_data";
  private static final String CONTAINED = "esp.contained_data";

  static final Layout WIRE = Layout.of("esp", "Decrypted ESP", rfc(4303, "2"));

  static {
    WIRE.rest("decrypted_data", "Decrypted data");
    WIRE.derived(FieldType.BYTES, VECTOR, "Initialization vector");
    WIRE.derived(FieldType.BYTES, ENCRYPTED, "Encrypted data");
    WIRE.derived(FieldType.BYTES, CONTAINED, "Contained data");
    WIRE.total(0);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return switch (field.filterName()) {
      case VECTOR -> octets(iv);
      case ENCRYPTED -> octets(encrypted);
      case CONTAINED -> octets(payload);
      default -> null;
    };
  }

  private static @Nullable FieldValue octets(Slice octets) {
    return octets.length() == 0 ? null : new FieldValue.Octets(octets);
  }
}
