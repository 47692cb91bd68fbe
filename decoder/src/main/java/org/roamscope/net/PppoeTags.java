package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Map;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * The tags of a PPPoE discovery message.
 *
 * @param slice all tags
 * @param parts one after another
 */
public record PppoeTags(Slice slice, List<Tag> parts) implements Element {
  static final Layout WIRE =
      Layout.of("pppoe", "PPPoE Tags", rfc(2516, "4")).structure("pppoed.tags").total(0);

  /** Octets of a tag's type and length. */
  public static final int TAG_OCTETS = 4;

  /** The tag after which the others do not count. */
  public static final int END_OF_LIST = 0;

  /**
   * One tag.
   *
   * <pre>
   * 0: Tag Type (16)  2: Tag Length (16)  4: Value
   * </pre>
   *
   * @param slice the tag
   */
  public record Tag(Slice slice) implements Element {
    static final Map<Integer, Layout> LAYOUTS =
        Map.ofEntries(
            Map.entry(0x0101, named("service_name", "Service-Name")),
            Map.entry(0x0102, named("ac_name", "AC-Name")),
            Map.entry(0x0103, octets("host_uniq", "Host-Uniq")),
            Map.entry(0x0104, octets("ac_cookie", "AC-Cookie")),
            Map.entry(0x0105, vendor()),
            Map.entry(0x0110, octets("relay_session_id", "Relay-Session-Id")),
            Map.entry(0x0111, octets("hurl", "HURL")),
            Map.entry(0x0112, octets("motm", "MOTM")),
            Map.entry(0x0120, octets("max_payload", "PPP-Max-Payload")),
            Map.entry(0x0121, octets("ip_route_add", "IP Route Add")),
            Map.entry(0x0201, named("service_name_error", "Service-Name-Error")),
            Map.entry(0x0202, named("ac_system_error", "AC-System-Error")),
            Map.entry(0x0203, named("generic_error", "Generic-Error")));

    static final Layout END = start("End-Of-List").total(TAG_OCTETS);
    static final Layout OTHER = other();

    private static Layout start(String name) {
      Layout wire = Layout.of("pppoe", name, rfc(2516, "appendix A"));
      wire.u16("roam.pppoed.tag", "Tag").hex();
      wire.u16("roam.pppoed.tag_length", "Tag Length");
      return wire;
    }

    private static Layout octets(String field, String label) {
      Layout wire = start(label);
      wire.rest("pppoed.tags." + field, label);
      return wire.total(TAG_OCTETS);
    }

    private static Layout named(String field, String label) {
      Layout wire = start(label);
      BytesField value = wire.rest("pppoed.tags." + field, label);
      value.characters();
      return wire.total(TAG_OCTETS);
    }

    private static Layout vendor() {
      Layout wire = start("Vendor-Specific");
      wire.u32("pppoed.tags.vendor_id", "Vendor id");
      wire.rest("roam.pppoed.vendor_data", "Vendor data");
      return wire.total(8);
    }

    private static Layout other() {
      Layout wire = Layout.of("pppoe", "Unknown tag", rfc(2516, "appendix A"));
      wire.u16("pppoed.tag", "Tag").hex();
      wire.u16("pppoed.tag_length", "Tag Length");
      wire.rest("pppoed.tag.unknown_data", "Unknown Data");
      return wire.total(TAG_OCTETS);
    }

    /** Type of the tag. */
    public int type() {
      return slice.u16(0);
    }

    @Override
    public Layout layout() {
      return type() == END_OF_LIST ? END : LAYOUTS.getOrDefault(type(), OTHER);
    }
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
