package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The HTML report. Golden files are rewritten with {@code mvn -pl decoder test
 * -Dtest=HtmlReportTest -Droamscope.rewrite=true}.
 */
class HtmlReportTest {
  private static final String HOME = "2001:db8:100::a1";
  private static final String A = "2001:db8:a::a1";
  private static final String B = "2001:db8:b::a1";
  private static final long SPI = 0x1111111111111111L;

  private static Trace needless() {
    return new Trace()
        .run(A, SPI)
        .update(HOME, A, 1, 150, true)
        .answer(HOME, A, 1, 0, 150, true)
        .update(HOME, B, 2, 150, true)
        .answer(HOME, B, 2, 0, 150, true)
        .run(B, SPI + 16);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "captures/needless-rerun-after.pcapng",
        "captures/two-behind-one-nat.pcapng",
        "captures/encrypted-signalling.pcapng",
        "recorded/home-and-away.pcap"
      })
  void samplesAsAWhole(String sample) throws IOException {
    String name = sample.replaceFirst(".*/", "html/").replaceFirst("\\..*", ".html");
    Goldens.check(name, HtmlReport.text(Goldens.sample(sample)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "captures/two-behind-one-nat.pcapng",
        "captures/deregistration.pcapng",
        "recorded/home-and-away.pcap"
      })
  void elementsAreClosedAndLinksLeadSomewhere(String sample) throws Exception {
    String page = HtmlReport.text(Goldens.sample(sample));
    Drawings.wellFormed(page);
    List<String> ids = found(page, " id=\"([^\"]*)\"");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(new TreeSet<>(found(page, "href=\"#([^\"]*)\"")));
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(r -> r.group(1)).toList();
  }

  @Test
  void nothingRunsAndNothingIsLoaded() {
    String page = HtmlReport.text(needless().report());
    assertThat(page)
        .doesNotContainPattern("(?i)<(script|link|img|iframe|object|embed|form|base)\\b");
    assertThat(page).doesNotContainPattern("(?i)\\s(on\\w+|style|src)=");
    assertThat(page).doesNotContainPattern("(?i)url\\(|@import");
    assertThat(found(page, "href=\"([^\"]*)\"")).allMatch(target -> target.startsWith("#"));
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://", "https://");
  }

  @Test
  void thePolicyLetsExactlyTheOneStyleIn() throws NoSuchAlgorithmException {
    String page = HtmlReport.text(needless().report());
    List<MatchResult> styles =
        Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page).results().toList();
    assertThat(styles).hasSize(1);
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(styles.getFirst().group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains(
            "content=\"default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(digest)
                + "'; base-uri 'none'");
  }

  @Test
  void theAnswerComesFirstAndTheCardSaysWhy() {
    String page = HtmlReport.text(needless().report());
    int headline = page.indexOf("<h1>Did the keys move with the phone? No, NEEDLESS_RERUN: ");
    int card = page.indexOf("<article class=\"card t-doubt\" id=\"ue-" + HOME + "-handover-1\">");
    int bad = page.indexOf("<article class=\"card t-bad\" id=\"ue-" + HOME + "-handover-1\">");
    int findings = page.indexOf("<section id=\"findings\">");
    assertThat(headline).isPositive();
    assertThat(Math.max(card, bad)).isBetween(headline, findings);
    assertThat(page)
        .contains("<dt>Evidence</dt>\n<dd>frames 7, 8, 9</dd>")
        .contains("RFC 6275 10.3.1")
        .contains("<summary>What it means, what to do</summary>")
        .contains("kernel MIGRATE");
  }

  @Test
  void hostileNamesStayText() throws Exception {
    String name =
        "</title><script>alert(1)</script>\"'><img src=x onerror=y>&amp;\u202e\u0007.pcap";
    String page = HtmlReport.text(Trace.report(needless().source(name)));
    Drawings.wellFormed(page);
    assertThat(page).doesNotContain("<script", "<img");
    assertThat(page)
        .contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;")
        .contains("&amp;amp;\\u{202e}\\u{7}.pcap");
    assertThat(page.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
  }

  @Test
  void hostileTextStaysTextInEveryDrawing() {
    String hostile = "a\"><script>\n%%{init:{}}%% end; #quot; ]]>--><x onload='y'>\u202e{b}";
    assertThat(HtmlText.of(hostile)).doesNotContain("<", ">", "\"", "'", "\n", "\u202e");
    assertThat(LadderMermaid.escaped(hostile))
        .doesNotContain("<", ">", "\"", "'", "\n", "%", "{", "}", "\u202e")
        .contains("#60;script#62;#10;");
    Drawing drawing = new Drawing(10);
    drawing.text(0, 0, Drawing.Anchor.START, "", hostile);
    drawing.box(0, 0, 1, 1, "", hostile);
    assertThat(drawing.standalone(hostile)).doesNotContain("<script", "<x ", "onload='");
  }

  @Test
  void damagedInputIsSaidBeforeTheAnswer() {
    String page = HtmlReport.text(Trace.report(needless().cutShort("cut.pcap")));
    assertThat(page.indexOf("This report is incomplete.")).isBetween(1, page.indexOf("<h1>"));
  }

  @Test
  void nothingToSayIsSaid() throws Exception {
    String page = HtmlReport.text(new Trace().report());
    Drawings.wellFormed(page);
    assertThat(page).contains("<h1>Nothing to judge: not one packet was read.</h1>");
  }

  @Test
  void ofManyUesTheWorstGetASectionAndTheRestIsSaid() throws Exception {
    Trace trace = new Trace();
    int ues = HtmlAnchors.MAX_LISTED + 30;
    for (int i = 0; i < ues; i++) {
      String home = "2001:db8:100::" + Integer.toHexString(0x1000 + i);
      String careOf = "2001:db8:a::" + Integer.toHexString(0x1000 + i);
      trace.update(home, careOf, 1, 150, true).answer(home, careOf, 1, 0, 150, false);
      trace.update(home, A, 2, 150, true).answer(home, A, 2, 0, 150, false);
    }
    String last = "2001:db8:100::" + Integer.toHexString(0x1000 + ues - 1);
    trace.update(last, B, 3, 150, false).answer(last, B, 3, 0, 150, true);
    String page = HtmlReport.text(trace.report());
    Drawings.wellFormed(page);
    List<String> sections = found(page, "<section class=\"ue\" id=\"ue-([^\"]*)\"");
    assertThat(sections).hasSize(HtmlUes.MAX_SECTIONS).startsWith(last);
    assertThat(page)
        .contains("The worst 200 have a section of their own below; the table lists 2030 of 2030.")
        .containsPattern("2000 of \\d+ findings are listed");
    assertThat(found(page, " id=\"([^\"]*)\""))
        .doesNotHaveDuplicates()
        .containsAll(new TreeSet<>(found(page, "href=\"#([^\"]*)\"")));
  }

  @Test
  void sameCaptureSamePage() {
    assertThat(HtmlReport.text(needless().report()))
        .isEqualTo(HtmlReport.text(needless().report()));
  }
}
