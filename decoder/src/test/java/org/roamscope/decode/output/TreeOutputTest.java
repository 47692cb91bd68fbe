package org.roamscope.decode.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Span;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.Mobile;
import org.roamscope.decode.TestFrames;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;

/** Trees as text and PDML, problems in their places. */
class TreeOutputTest {
  private static final String HOSTILE = "a\u202eb\u001b[2J<&>\"'\n\ufffe";

  @BeforeEach
  void catalogue() {}

  private static DecodedFrame frame() {
    Toy toy = Toy.named(HOSTILE);
    return new TestFrames(toy.slice().bytes())
        .from("eth0")
        .at(2, 1_000_000_000L, 500_000_000L, 6)
        .elements(toy)
        .problems(
            Problem.of(ProblemKind.RESERVED, new Span(9, 7), "toy.reserved", "Not zero."),
            Problem.of(ProblemKind.CHECKSUM, new Span(32, 8), "toy.sum", "Wrong sum."))
        .mobile(
            new Mobile(
                IpAddress.parse("2001:db8:100::a1"), IpAddress.parse("2001:db8:b::a1"), true))
        .audited("2001:db8:100::a1", 20_000_000L, "K001", "Said \u001b twice.")
        .make();
  }

  @Test
  void wholeTree() {
    assertThat(Outputs.whole(TreeOutput.whole(), frame()))
        .isEqualTo(
            """
            Frame 2: 24 bytes on wire (192 bits), 24 bytes captured (192 bits) on interface eth0, id 0
                Section number: 1
                Interface id: 0 (eth0)
                    Interface name: eth0
                Encapsulation type: Raw IP (7)
                Arrival Time: Jan  1, 2026 00:00:01.000000000 UTC
                [Time shift for this packet: 0.000000000 seconds]
                Epoch Time: 1767225601.000000000 seconds
                [Time delta from previous captured frame: 0.500000000 seconds]
                [Time delta from previous displayed frame: 1.000000000 seconds]
                [Time since first frame: 1.000000000 seconds]
                Frame Number: 2
                Frame Length: 24 bytes (192 bits)
                Capture Length: 24 bytes (192 bits)
                [Frame is marked: False]
                [Frame is ignored: False]
                [Protocols in frame: toy]
            Toy Protocol
                Kind: Fifth | kind (5)
                Answer (A): Set
                Reserved: 0x02
                    [Expert Info (Note/Protocol): Not zero.]
                        [Severity level: Note]
                        [Group: Protocol]
                Source: 192.0.2.1
                Name: a\\u{202e}b\\u{1b}[2J<&>"'\\u{a}\\u{fffe}
                [Status: 1]
                Part
                    Value: 0xc000
                Part
                    Value: 0x0201
                    [Expert Info (Error/Checksum): Wrong sum.]
                        [Severity level: Error]
                        [Group: Checksum]
            Roamscope
                [UE, by its home address: 2001:db8:100::a1]
                [Home address: 2001:db8:100::a1]
                [Care-of address: 2001:db8:b::a1]
                [Care-of address is another one: True]
                [Response to: 7]
                [Response time: 0.020000000 seconds]
                [Finding: K001]
                    [Name of the finding: some-rule]
                    [Severity of the finding: error]
                    [What the finding says: Said \\u{1b} twice.]

            """);
  }

  @Test
  void onlyWhatIsAskedForIsOpened() {
    assertThat(Outputs.whole(TreeOutput.only(Set.of("roam")), frame()))
        .startsWith("Frame 2: ")
        .contains("eth0, id 0\nToy Protocol\nRoamscope\n    [UE, by its home address: ");
  }

  @Test
  void lineTreeAndOctetsTogether() {
    DecodedFrame frame = new TestFrames(new byte[] {65}).make();
    ListOutput list = ListOutput.text(Columns.parse("no"), TimeFormat.DEFAULT);
    TreeOutput tree = TreeOutput.only(Set.of());
    String heading = "Frame 1: 1 byte on wire (8 bits), 1 byte captured (8 bits)\n\n";
    String octets = "0000  41                                                A\n\n";
    assertThat(Outputs.whole(new TextOutput(list, tree, new HexOutput()), frame))
        .isEqualTo("    1\n" + heading + octets);
    assertThat(Outputs.whole(new TextOutput(list, null, new HexOutput()), frame))
        .isEqualTo("    1\n\n" + octets);
    assertThat(Outputs.whole(new TextOutput(null, tree, null), frame)).isEqualTo(heading);
  }

  @Test
  void brokenFramesSaySo() {
    Toy toy = Toy.named("");
    DecodedFrame frame =
        new TestFrames(toy.slice().bytes())
            .elements(toy)
            .problems(Problem.of(ProblemKind.LENGTH, new Span(0, 8), "nowhere", "Too long."))
            .make();
    assertThat(Outputs.whole(TreeOutput.only(Set.of()), frame))
        .endsWith("Toy Protocol\n[Malformed Packet: TOY]\n\n");
    assertThat(
            Outputs.whole(
                new FieldsOutput(
                    List.of("_ws.expert", "_ws.malformed", "_ws.short"), FieldsOptions.DEFAULT),
                frame))
        .isEqualTo("Expert Info (Error/Malformed): Too long.\t[Malformed Packet: TOY]\t\n");
  }

  @Test
  void pdml() {
    String pdml = Outputs.whole(new PdmlOutput(), frame());
    assertThat(pdml)
        .startsWith(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <pdml version="0" creator="roamscope">
            <packet>
              <proto name="geninfo" pos="0" showname="General information" size="24">
                <field name="num" pos="0" show="2" showname="Number" value="2" size="24"/>
                <field name="len" pos="0" show="24" showname="Frame Length" value="18" size="24"/>
                <field name="caplen" pos="0" show="24" showname="Captured Length" value="18" size="24"/>
            """)
        .contains(
            """
              <proto name="toy" showname="Toy Protocol" size="24" pos="0">
                <field name="toy.kind" showname="Kind: Fifth | kind (5)" size="1" pos="0" show="5" value="05"/>
                <field name="toy.a_flag" showname="Answer (A): Set" size="1" pos="1" show="1" value="1" unmaskedvalue="82"/>
            """)
        .contains(
            """
                <field name="toy.src" showname="Source: 192.0.2.1" size="4" pos="2" show="192.0.2.1" value="c0000201"/>
                <field name="toy.addr" showname="Any address: 192.0.2.1" hide="yes" size="4" pos="2" show="192.0.2.1" value="c0000201"/>
                <field name="toy.name" showname="Name: a\\u{202e}b\\u{1b}[2J&lt;&amp;&gt;&quot;&#x27;\\u{a}\\u{fffe}" size="18" pos="6"\
             show="a\\u{202e}b\\u{1b}[2J&lt;&amp;&gt;&quot;&#x27;\\u{a}\\u{fffe}" value="61e280ae621b5b324a3c263e22270aefbfbe"/>
            """)
        .contains(
            """
                <field name="toy.part" showname="Part" size="2" pos="2" show="" value="">
                  <field name="toy.part.value" showname="Value: 0xc000" size="2" pos="2" show="0xc000" value="c000"/>
                </field>
            """)
        .endsWith("</packet>\n\n\n</pdml>\n");
    assertThat(pdml.codePoints()).allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f);
  }
}
