package org.roamscope.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one definition of a header, message or option: its fields in the order of the specification's
 * diagram. Offsets are computed from the order, never typed; {@link #total(int)} asserts the sum
 * and closes the definition.
 *
 * <p>Field names without a dot get the layout's prefix; a name with a dot stands as it is (some of
 * Wireshark's names do not follow their parent).
 */
public final class Layout {
  private final String prefix;
  private final String name;
  private final Clause clause;
  private final List<Field> fields = new ArrayList<>();
  private final List<Derived> derived = new ArrayList<>();
  private @Nullable FieldInfo self;
  private int firstBit;
  private int nextBit;
  private boolean closed;

  private Layout(String prefix, String name, Clause clause) {
    this.prefix = prefix;
    this.name = name;
    this.clause = clause;
  }

  /** Starts a definition. */
  public static Layout of(String prefix, String name, Clause clause) {
    return new Layout(prefix, name, clause);
  }

  /** The first field lies {@code octets} into the structure: what is before belongs to a parent. */
  public Layout startAtByte(int octets) {
    firstBit = octets * 8;
    nextBit = firstBit;
    return this;
  }

  /** Unsigned number of {@code bits} bits. */
  public UInt uint(int bits, String field, String label) {
    return add(new UInt(place(field, label, bits)));
  }

  /** Unsigned octet. */
  public UInt u8(String field, String label) {
    return uint(8, field, label);
  }

  /** Unsigned 16 bits. */
  public UInt u16(String field, String label) {
    return uint(16, field, label);
  }

  /** Unsigned 32 bits. */
  public UInt u32(String field, String label) {
    return uint(32, field, label);
  }

  /** 64 bits. */
  public UInt u64(String field, String label) {
    return uint(64, field, label);
  }

  /** One bit. */
  public Flag flag(String field, String label) {
    return add(new Flag(place(field, label, 1)));
  }

  /** IPv4 address. */
  public AddressField ipv4(String field, String label) {
    return add(new AddressField(place(field, label, 32)));
  }

  /** IPv6 address. */
  public AddressField ipv6(String field, String label) {
    return add(new AddressField(place(field, label, 128)));
  }

  /** Octets of fixed length. */
  public BytesField octets(int count, String field, String label) {
    return add(new BytesField(place(field, label, count * 8)));
  }

  /** Everything to the end of the structure; must come last. */
  public BytesField rest(String field, String label) {
    return add(new BytesField(place(field, label, 0)));
  }

  /**
   * A second name for {@code field}, in filters only: {@code ip.addr} is both {@code ip.src} and
   * {@code ip.dst}.
   */
  public Layout alias(Field field, String filterName, String label) {
    add(field.alias(filterName, label)).hide();
    return this;
  }

  /** A field that follows from the octets, or from what stands around, see {@link Derived}. */
  public Derived derived(FieldType type, String field, String label) {
    return derived(type, field, label, null);
  }

  /** The same with names for its values. */
  public Derived derived(FieldType type, String field, String label, @Nullable CodePoints names) {
    return derived(new FieldInfo(full(field), label, type, FieldBase.DEC, names, clause));
  }

  /** Bits that do not stand together, in hexadecimal. */
  public Derived scattered(FieldType type, String field, String label) {
    return derived(new FieldInfo(full(field), label, type, FieldBase.HEX, null, clause));
  }

  private Derived derived(FieldInfo info) {
    Derived made = new Derived(info);
    derived.add(made);
    return made;
  }

  /** The structure is a protocol: its name alone is a filter, its octets can be searched. */
  public Layout protocol(String filterName) {
    self = FieldInfo.of(filterName, name, FieldType.PROTOCOL, clause);
    return this;
  }

  /** The structure's name alone is a filter, though it is no protocol of its own. */
  public Layout structure(String filterName) {
    self = FieldInfo.of(filterName, name, FieldType.NONE, clause);
    return this;
  }

  /** The next fields read the bits of {@code whole} once more: its parts, or a second reading. */
  public Layout again(Field whole) {
    if (closed) {
      throw new IllegalStateException(name + " is closed");
    }
    nextBit = whole.bit();
    return this;
  }

  /** Bits that are not shown as a field of their own. */
  public Layout skip(int bits) {
    take(bits);
    return this;
  }

  /**
   * Closes the definition.
   *
   * @param octets where the fixed part must end, from the start of the structure
   */
  public Layout total(int octets) {
    if (nextBit != octets * 8) {
      throw new IllegalStateException(
          name + " ends at bit " + nextBit + ", not at octet " + octets);
    }
    closed = true;
    return this;
  }

  /** Prefix of the filter names. */
  public String prefix() {
    return prefix;
  }

  /** Name for people. */
  public String name() {
    return name;
  }

  /** Where the structure is specified. */
  public Clause clause() {
    return clause;
  }

  /** Fields in wire order. */
  public List<Field> fields() {
    return Collections.unmodifiableList(fields);
  }

  /** Fields that follow from the others or from what stands around. */
  public List<Derived> derived() {
    return Collections.unmodifiableList(derived);
  }

  /** The structure as a filter of its own, or null when it has none. */
  public @Nullable FieldInfo self() {
    return self;
  }

  /** Octets of the fixed part, from the start of the structure. */
  public int octets() {
    return nextBit / 8;
  }

  /** Octets with the fields that {@code how} sets; the others are zero. */
  public byte[] write(Consumer<Writer> how) {
    Writer writer = new Writer(new byte[octets()]);
    how.accept(writer);
    return writer.octets;
  }

  private Field.Place place(String field, String label, int bits) {
    return new Field.Place(full(field), label, clause, take(bits), bits);
  }

  private String full(String field) {
    return field.indexOf('.') < 0 ? prefix + "." + field : field;
  }

  private int take(int bits) {
    if (closed) {
      throw new IllegalStateException(name + " is closed");
    }
    int at = nextBit;
    nextBit += bits;
    return at;
  }

  private <F extends Field> F add(F field) {
    fields.add(field);
    return field;
  }

  /** Writes fields into octets; the encoder of tests and samples. */
  public static final class Writer {
    private final byte[] octets;

    private Writer(byte[] octets) {
      this.octets = octets;
    }

    /** Sets a number; bits above the field's width are an error. */
    public Writer set(UInt field, long value) {
      if (field.bits() < 64 && value >>> field.bits() != 0) {
        throw new IllegalArgumentException(field.filterName() + " cannot hold " + value);
      }
      for (int i = 0; i < field.bits(); i++) {
        bit(field.bit() + i, (value >>> field.bits() - 1 - i & 1) == 1);
      }
      return this;
    }

    /** Sets a bit. */
    public Writer set(Flag field, boolean value) {
      bit(field.bit(), value);
      return this;
    }

    /** Sets an address of the field's family. */
    public Writer set(AddressField field, IpAddress value) {
      if (field.v4() != value.v4()) {
        throw new IllegalArgumentException(field.filterName() + " cannot hold " + value);
      }
      byte[] bytes = value.bytes();
      System.arraycopy(bytes, 0, octets, field.bit() / 8, bytes.length);
      return this;
    }

    /** Sets octets of a field of fixed length. */
    public Writer set(BytesField field, byte[] value) {
      if (value.length * 8 != field.bits()) {
        throw new IllegalArgumentException(
            field.filterName() + " cannot hold " + value.length + " octets");
      }
      System.arraycopy(value, 0, octets, field.bit() / 8, value.length);
      return this;
    }

    private void bit(int at, boolean value) {
      int mask = 0x80 >>> (at & 7);
      octets[at >>> 3] = (byte) (value ? octets[at >>> 3] | mask : octets[at >>> 3] & ~mask);
    }
  }
}
