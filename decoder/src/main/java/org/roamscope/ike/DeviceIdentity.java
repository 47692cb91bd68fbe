package org.roamscope.ike;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * DEVICE_IDENTITY, 3GPP TS 24.302 clause 8.2.9.2; a request has no value.
 *
 * <pre>
 * 0: Identity Length (16)  2: Identity Type (8)  3: IMEI or IMEISV, two digits an octet
 * </pre>
 */
final class DeviceIdentity {
  private static final int HEADER = 3;
  private static final int TYPE_IMEI = 1;
  private static final int TYPE_IMEISV = 2;
  private static final String LENGTH = "isakmp.notify.priv.3gpp.device_identity_len";

  static final Layout IMEI = named("device_identity_imei", "IMEI");
  static final Layout IMEISV = named("device_identity_imeisv", "IMEISV");
  static final Layout OTHER = start();

  static {
    OTHER.rest("roam.ike.notify.device_identity", "Identity");
    OTHER.total(HEADER);
  }

  private DeviceIdentity() {}

  private static Layout start() {
    Layout wire =
        Layout.of(
            "isakmp.notify.priv.3gpp", "Device identity", new Clause("3GPP TS 24.302", "8.2.9.2"));
    wire.u16("device_identity_len", "Identity length");
    wire.u8("device_identity_type", "Identity type").names(NotifyCodePoints.DEVICE_IDENTITIES);
    return wire;
  }

  private static Layout named(String field, String label) {
    Layout wire = start();
    wire.rest(field, label)
        .read(FieldType.STRING, octets -> new FieldValue.Text(Texts.decimals(octets)))
        .shownAs(Texts::decimals);
    return wire.total(HEADER);
  }

  static List<Element> read(Slice data, ProblemLog log) {
    if (data.claimedLength() == 0 || !log.holds(data, HEADER, LENGTH, "A device identity")) {
      return List.of();
    }
    if (data.u16(0) != data.claimedLength() - 2) {
      log.length(
          data.span(0, 2),
          LENGTH,
          data.u16(0),
          data.claimedLength() - 2,
          "The identity says "
              + data.u16(0)
              + " octets and has "
              + (data.claimedLength() - 2)
              + " (3GPP TS 24.302 8.2.9.2).");
    }
    Layout layout =
        switch (data.u8(2)) {
          case TYPE_IMEI -> IMEI;
          case TYPE_IMEISV -> IMEISV;
          default -> OTHER;
        };
    return List.of(new Piece(layout, data));
  }

  static List<Layout> all() {
    return List.of(IMEI, IMEISV, OTHER);
  }
}
