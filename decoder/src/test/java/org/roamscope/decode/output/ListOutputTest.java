package org.roamscope.decode.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Hex;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.Mobile;
import org.roamscope.decode.TestFrames;
import org.roamscope.field.IpAddress;

/** Packet lists: text, tabs, PSML, octets. */
class ListOutputTest {
  private static final String BIDI_AND_ESCAPE = "\u202e\u001b[31m<&\"";

  private static DecodedFrame moved() {
    return new TestFrames(new byte[110])
        .at(9, 10_000_000_000L, 0, 6)
        .elements(Toy.named("x"))
        .mobile(
            new Mobile(
                IpAddress.parse("2001:db8:100::a1"), IpAddress.parse("2001:db8:b::a1"), true))
        .audited("2001:db8:100::a1", 20_000_000L, "K001", "Something.")
        .make();
  }

  @Test
  void oursFollowAndSayWhatTheyAre() {
    assertThat(
            Outputs.whole(
                ListOutput.text(
                    Columns.parse("no,time,protocol,length,info,hoa,coa,k,response,ue,finding"),
                    TimeFormat.DEFAULT),
                moved()))
        .isEqualTo(
            "    9  10.000000 TOY 110 Toy Protocol HoA=2001:db8:100::a1 CoA=2001:db8:b::a1 (moved)"
                + " Resp=0.020000 UE=2001:db8:100::a1 Finding=K001\n");
  }

  @Test
  void emptyOnesAreLeftOutOfALineAndStandBetweenTabs() {
    DecodedFrame frame = new TestFrames(new byte[1]).make();
    Columns columns = Columns.parse("no,hoa,coa,length");
    assertThat(Outputs.whole(ListOutput.text(columns, TimeFormat.DEFAULT), frame))
        .isEqualTo("    1 1\n");
    assertThat(Outputs.whole(ListOutput.tabs(columns, TimeFormat.DEFAULT), frame))
        .isEqualTo("    1\t\t\t1\n");
    assertThat(
            Outputs.whole(
                ListOutput.tabs(Columns.parse("coa,response"), TimeFormat.DEFAULT), moved()))
        .isEqualTo("2001:db8:b::a1 (moved)\t0.020000\n");
  }

  @Test
  void columnsByName() {
    assertThat(Columns.parse("no, Time").list()).containsExactly(Column.NO, Column.TIME);
    assertThat(Columns.parse("k,finding").audited()).isTrue();
    assertThat(Columns.DEFAULT.audited()).isFalse();
    assertThatThrownBy(() -> Columns.parse("no,nosuch"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'nosuch'")
        .hasMessageContaining("no,time,source,destination,protocol,length,info,hoa,coa,k");
  }

  @Test
  void timesByName() {
    assertThat(TimeFormat.of("r", "s")).isEqualTo(TimeFormat.DEFAULT);
    assertThatThrownBy(() -> TimeFormat.of("x", "s")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TimeFormat.of("r", "x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timesWithEveryNumberOfDecimals() {
    assertThat(time("r", "s", 1_500_000_000L, 0)).isEqualTo("         1\n");
    assertThat(time("r", "s", -1_500_000_000L, 1)).isEqualTo("      -1.5\n");
    assertThat(time("r", "hms", -3_661_500_000_000L, 3)).isEqualTo("- 1h  1m  1.500s\n");
    assertThat(time("adoy", "s", 86_400_000_000_001L, 9))
        .isEqualTo("2026/002 00:00:00.000000001\n");
    assertThat(time("ad", "hms", -1L, 9)).isEqualTo("2025-12-31 23:59:59.999999999\n");
  }

  private static String time(String kind, String seconds, long nanos, int decimals) {
    return Outputs.whole(
        ListOutput.text(Columns.parse("time"), TimeFormat.of(kind, seconds)),
        new TestFrames(new byte[1]).at(1, nanos, 0, decimals).make());
  }

  @Test
  void psmlEscapes() {
    DecodedFrame frame = new TestFrames(new byte[1]).audited(BIDI_AND_ESCAPE, 0, "K001", "").make();
    assertThat(Outputs.whole(new PsmlOutput(Columns.parse("no,ue"), TimeFormat.DEFAULT), frame))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <psml version="0" creator="roamscope">
            <structure>
            <section>No.</section>
            <section>UE</section>
            </structure>

            <packet>
            <section>1</section>
            <section>\\u{202e}\\u{1b}[31m&lt;&amp;&quot;</section>
            </packet>

            </psml>
            """);
  }

  @Test
  void octetsSixteenALine() {
    byte[] data = Hex.parse("00 1f 20 41 7e 7f 80 ff 3c 3e 26 22 27 5c 0a 0d 41");
    assertThat(Outputs.whole(new HexOutput(), new TestFrames(data).make()))
        .startsWith("0000  00 1f 20 41 7e 7f 80 ff 3c 3e 26 22 27 5c 0a 0d   .. A~...<>&\"'\\..\n")
        .endsWith("..\n0010  41                                                A\n\n");
    assertThat(Outputs.whole(new HexOutput(), new TestFrames(new byte[65_537]).make()))
        .startsWith("00000  00")
        .contains("\n10000  00  ");
  }
}
