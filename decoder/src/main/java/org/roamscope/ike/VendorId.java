package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Derived;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * Vendor ID, RFC 5996 section 3.12 and RFC 2408 section 3.16.
 *
 * <pre>
 * 4: Vendor ID
 * </pre>
 *
 * <p>A few vendors add fields of their own behind the octets that name them.
 *
 * @param type 43, or 13 in IKEv1
 * @param layout by vendor
 * @param slice the payload
 */
public record VendorId(int type, Layout layout, Slice slice) implements IkePayload {
  /** IKEv2 payload type. */
  public static final int TYPE = 43;

  /** IKEv1 payload type. */
  public static final int TYPE_V1 = 13;

  /** A digest and a version; text behind them may say whose device it is. */
  private static final int MOST_KNOWN = 40;

  private static final String NAME = "isakmp.vid_string";

  /** The octets of a vendor, and the layouts of its IDs in both versions. */
  private record Known(Slice octets, Layout v2, Layout v1) {}

  static final Layout WIRE = start(2).total(GenericHeader.OCTETS);
  static final Layout WIRE_V1 = start(1).total(GenericHeader.OCTETS);

  private static final List<Known> KNOWN =
      List.of(
          known(
              "12f5f28c457168a9702d9fe274cc",
              wire -> {
                wire.u8("isakmp.vid.cisco_unity.major", "Major version");
                wire.u8("isakmp.vid.cisco_unity.minor", "Minor version");
              }),
          known(
              "1e2b516905991c7d7c96fcbfb587e461",
              wire ->
                  wire.u32("isakmp.vid.ms_nt5_isakmpoakley", "Windows")
                      .names(IkeCodePoints.WINDOWS_VERSIONS)),
          known(
              "f4ed19e0c114eb516faaac0ee37daf2807b4381f",
              wire -> {
                wire.u32("isakmp.vid.cp.product", "Product")
                    .names(IkeCodePoints.CHECK_POINT_PRODUCTS);
                wire.u32("isakmp.vid.cp.version", "Version")
                    .names(IkeCodePoints.CHECK_POINT_VERSIONS);
                wire.u32("isakmp.vid.cp.timestamp", "Timestamp");
                wire.u32("isakmp.vid.cp.reserved", "Reserved").hex();
                wire.u32("isakmp.vid.cp.features", "Features").hex();
              }),
          known(
              "56494120417574682050726f66696c65203a20",
              wire ->
                  wire.rest("isakmp.vid.aruba_via_auth_profile", "Profile")
                      .ascii()
                      .shownAs(Texts::utf8)),
          known(
              "8299031757a36082c6a621de",
              wire -> {
                wire.u16("isakmp.vid.fortinet.fortigate.release", "Release");
                wire.u16("isakmp.vid.fortinet.fortigate.build", "Build");
              }));

  private static Layout start(int version) {
    Layout wire =
        version == 2
            ? GenericHeader.v2("isakmp", "Vendor ID", rfc(5996, "3.12"))
            : GenericHeader.v1("isakmp", "Vendor ID", rfc(2408, "3.16"));
    BytesField id = wire.rest("vid_bytes", "Vendor ID");
    wire.derived(FieldType.STRING, NAME, "Vendor");
    return wire.again(id);
  }

  private static Known known(String octets, Consumer<Layout> fields) {
    Slice name = Slice.of(Hex.parse(octets));
    return new Known(name, known(2, name, fields), known(1, name, fields));
  }

  private static Layout known(int version, Slice name, Consumer<Layout> fields) {
    Layout wire = start(version).skip(name.length() * 8);
    fields.accept(wire);
    return wire.total(wire.octets());
  }

  static VendorId of(int type, Slice slice) {
    Slice id = slice.from(GenericHeader.OCTETS);
    for (Known known : KNOWN) {
      Layout layout = type == TYPE ? known.v2() : known.v1();
      boolean fields = slice.length() > GenericHeader.OCTETS + known.octets().length();
      if (fields && VendorIds.begins(id, known.octets())) {
        return new VendorId(type, layout, slice);
      }
    }
    return new VendorId(type, type == TYPE ? WIRE : WIRE_V1, slice);
  }

  /** The identifier, usually a digest of a text. */
  public Slice id() {
    return slice.from(GenericHeader.OCTETS);
  }

  /** Whose it is, or {@code Unknown Vendor ID}. */
  public String vendor() {
    return VendorIds.name(id());
  }

  /** True when the octets are a vendor's and those behind them no more than a version. */
  public boolean known() {
    return !vendor().equals(VendorIds.UNKNOWN) && id().length() <= MOST_KNOWN;
  }

  @Override
  public @Nullable FieldValue derived(Derived field) {
    return field.filterName().equals(NAME)
        ? new FieldValue.Text(vendor())
        : IkePayload.super.derived(field);
  }

  static List<Layout> all() {
    List<Layout> all = new ArrayList<>(List.of(WIRE, WIRE_V1));
    KNOWN.forEach(known -> all.addAll(List.of(known.v2(), known.v1())));
    return all;
  }
}
