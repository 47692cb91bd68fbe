package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * Octets inside a payload in which no structure could be found.
 *
 * @param slice the octets
 */
public record Undissected(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("roam.ike", "Undissected octets", rfc(5996, "3.2"));

  static {
    WIRE.rest("undissected", "Octets");
    WIRE.total(0);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
