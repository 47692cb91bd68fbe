package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/** Stand-in. */
public record IkeMessage(Slice slice, List<Integer> notifyTypes, boolean encrypted, boolean skf)
    implements Element {
  static final Layout WIRE = Layout.of("isakmp", "ISAKMP", rfc(7296, "3.1"));

  static {
    WIRE.skip(28 * 8).total(28);
  }

  public static IkeMessage of(Slice s) {
    List<Integer> n = new ArrayList<>();
    boolean enc = false;
    boolean skf = false;
    int type = s.u8(16);
    if (s.u8(17) >> 4 == 1) {
      enc = (s.u8(19) & 1) == 1;
    }
    int at = 28;
    for (int i = 0; i < 100 && type != 0 && !enc && s.holds(at, 4); i++) {
      if (type == 46 || type == 53) {
        enc = true;
        skf = type == 53;
        break;
      }
      int len = s.u16(at + 2);
      if (len < 4) {
        break;
      }
      if (type == 41 && s.holds(at, 8)) {
        n.add(s.u16(at + 6));
      }
      if (type == 11 && s.holds(at, 12)) {
        n.add(s.u16(at + 10));
      }
      type = s.u8(at);
      at += len;
    }
    return new IkeMessage(s, n, enc, skf);
  }

  public long initiatorSpi() {
    return slice.u64(0);
  }

  public long responderSpi() {
    return slice.u64(8);
  }

  public int majorVersion() {
    return slice.u8(17) >> 4;
  }

  public int exchangeType() {
    return slice.u8(18);
  }

  public boolean request() {
    return (slice.u8(19) & 0x20) == 0;
  }

  public boolean fromOriginalInitiator() {
    return (slice.u8(19) & 0x08) != 0;
  }

  public long messageId() {
    return slice.u32(20);
  }

  public long claimedLength() {
    return slice.u32(24);
  }

  public Optional<Integer> fragment() {
    return skf ? Optional.of(1) : Optional.empty();
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
