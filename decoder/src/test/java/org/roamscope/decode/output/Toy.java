package org.roamscope.decode.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * A protocol of the tests: kind, a bit, seven reserved bits, address, then a name that its sender
 * chooses; two options are taken out of the address, so that something repeats.
 */
record Toy(Slice slice) implements Element {
  static final Clause CLAUSE = Clause.rfc(9999, "1.2");
  static final CodePoints KINDS = CodePoints.of("Kinds").add(5, "Fifth | kind", CLAUSE).build();
  static final Layout WIRE = Layout.of("toy", "Toy Protocol", CLAUSE).protocol("toy");
  private static final AddressField ADDRESS;
  private static final Derived STATUS;

  static {
    WIRE.u8("kind", "Kind").names(KINDS);
    WIRE.flag("a_flag", "Answer (A)");
    WIRE.uint(7, "reserved", "Reserved").hex();
    ADDRESS = WIRE.ipv4("src", "Source");
    WIRE.alias(ADDRESS, "toy.addr", "Any address");
    WIRE.rest("name", "Name").characters().shownAs(Toy::text);
    STATUS = WIRE.derived(FieldType.UINT8, "status", "Status");
  }

  /** {@code kind 5, A=1, reserved 2, 192.0.2.1}, then the name. */
  static Toy named(String name) {
    byte[] text = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] octets = new byte[6 + text.length];
    System.arraycopy(new byte[] {5, (byte) 0x82, (byte) 192, 0, 2, 1}, 0, octets, 0, 6);
    System.arraycopy(text, 0, octets, 6, text.length);
    return new Toy(Slice.of(octets));
  }

  private static String text(Slice octets) {
    return new String(octets.bytes(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }

  @Override
  public List<? extends Element> parts() {
    return List.of(new Part(slice.part(2, 2)), new Part(slice.part(4, 2)));
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return field == STATUS ? new FieldValue.Numeric(1) : null;
  }

  /** Two octets of the address. */
  record Part(Slice slice) implements Element {
    static final Layout WIRE = Layout.of("toy.part", "Part", CLAUSE).structure("toy.part");

    static {
      WIRE.u16("value", "Value").hex();
      WIRE.total(2);
    }

    @Override
    public Layout layout() {
      return WIRE;
    }
  }
}
