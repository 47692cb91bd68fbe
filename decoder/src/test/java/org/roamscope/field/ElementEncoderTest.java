package org.roamscope.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;

class ElementEncoderTest {
  private static final Clause NOWHERE = new Clause("none", "");

  private record Node(Layout layout, Slice slice, List<Element> parts) implements Element {}

  private static Node leaf(Layout layout, Slice slice) {
    return new Node(layout, slice, List.of());
  }

  @Test
  void bitsOfNoFieldAreZero() {
    Layout layout = Layout.of("t", "Test", NOWHERE);
    layout.uint(3, "three", "Three");
    layout.skip(4);
    layout.flag("flag", "Flag");
    layout.total(1);
    assertThat(ElementEncoder.encode(leaf(layout, Slice.of(Hex.parse("ffff")))))
        .isEqualTo(Hex.parse("e100"));
  }

  @Test
  void everyKindOfField() {
    Layout layout = Layout.of("t", "Test", NOWHERE);
    layout.u64("long", "Long");
    layout.ipv4("four", "Four");
    layout.ipv6("six", "Six");
    layout.octets(2, "two", "Two");
    layout.rest("rest", "Rest");
    String octets =
        "ffeeddccbbaa9988" + "c0000201" + "20010db8000000000000000000000001" + "1234" + "abcdef";
    assertThat(Hex.plain(ElementEncoder.encode(leaf(layout, Slice.of(Hex.parse(octets))))))
        .isEqualTo(octets);
  }

  /** The parent's remainder does not hide what the layout of a part leaves out. */
  @Test
  void partsOverwriteTheirParentFromTheirFirstFieldOn() {
    Layout outer = Layout.of("o", "Outer", NOWHERE);
    outer.rest("all", "All");
    Layout inner = Layout.of("i", "Inner", NOWHERE).startAtByte(1);
    inner.u8("one", "One");
    Slice whole = Slice.of(Hex.parse("a1a2a3a4a5"));
    Node part = leaf(inner, whole.part(1, 3));
    assertThat(Hex.plain(ElementEncoder.encode(new Node(outer, whole, List.of(part)))))
        .isEqualTo("a1a2a300a5");
  }

  @Test
  void partsOfOtherSourcesAndPlacesAreLeftOut() {
    Layout layout = Layout.of("t", "Test", NOWHERE);
    layout.u8("one", "One");
    Slice whole = Slice.of(Hex.parse("a1a2a3"));
    Node foreign = leaf(layout, Slice.of(Hex.parse("77")));
    Node before = leaf(layout, whole.part(0, 1));
    Node parent = new Node(layout, whole.part(1, 2), List.of(foreign, before));
    assertThat(Hex.plain(ElementEncoder.encode(parent))).isEqualTo("a200");
  }

  @Test
  void depthIsCapped() {
    Layout layout = Layout.of("t", "Test", NOWHERE);
    layout.u8("one", "One");
    Slice whole = Slice.of(Hex.parse("a1"));
    List<Element> endless = new ArrayList<>();
    Node loop = new Node(layout, whole, endless);
    endless.add(loop);
    assertThat(Hex.plain(ElementEncoder.encode(loop))).isEqualTo("a1");
  }
}
