package org.roamscope.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How the page looks: light and dark, narrow and wide, on paper. */
final class HtmlStyle {
  private static final String PAGE =
      """
      *{box-sizing:border-box}
      html{-webkit-text-size-adjust:100%}
      body{margin:0;background:var(--paper);color:var(--ink);
      font:16px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
      .page{max-width:1240px;margin:0 auto;padding:20px clamp(14px,3vw,40px) 60px}
      h1,h2,h3,p,dl,ul,figure{margin:0}
      h1{font-size:clamp(1.35rem,1rem + 1.6vw,2rem);line-height:1.25;font-weight:700;
      letter-spacing:-.01em;max-width:34em;overflow-wrap:anywhere}
      h2{font-size:1.3rem;line-height:1.3;margin:52px 0 14px;padding-top:14px;
      border-top:2px solid var(--rule);overflow-wrap:anywhere}
      h3{font-size:1.05rem;line-height:1.35;overflow-wrap:anywhere}
      p,li{max-width:76ch;overflow-wrap:anywhere}
      a{color:var(--link);text-underline-offset:2px}
      a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
      code,.mono{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;
      font-size:.9em;overflow-wrap:anywhere}
      .over{color:var(--soft);font-size:.875rem;margin-bottom:8px;overflow-wrap:anywhere}
      .lead{margin-top:10px;color:var(--soft)}
      .soft{color:var(--soft)}
      .banner{border:1px solid var(--bad);border-left-width:6px;background:var(--bad-wash);
      padding:10px 14px;border-radius:6px;margin:0 0 20px}
      .banner p{margin:2px 0}
      .chip{display:inline-block;white-space:nowrap;font-weight:650;font-size:.8125rem;
      line-height:1.5;padding:1px 9px;border:1px solid;border-radius:999px;vertical-align:baseline}
      .t-bad{color:var(--bad);background:var(--bad-wash);border-color:var(--bad)}
      .t-doubt{color:var(--doubt);background:var(--doubt-wash);border-color:var(--doubt)}
      .t-note{color:var(--note);background:var(--note-wash);border-color:var(--note)}
      .t-good{color:var(--good);background:var(--good-wash);border-color:var(--good)}
      .tally{list-style:none;padding:0;margin:22px 0 0;display:grid;gap:8px 12px;
      grid-template-columns:max-content max-content minmax(0,1fr);align-items:baseline}
      .tally li{display:contents}
      .tally .many{text-align:right;font-weight:700;font-variant-numeric:tabular-nums}
      .first{margin-top:22px;padding:12px 16px;background:var(--wash);border-radius:8px}
      .first ul{padding:0;margin:4px 0 0;list-style:none}
      .first li{margin:4px 0}
      .toc{margin-top:20px;font-size:.9375rem}
      .toc a{margin-right:16px;white-space:nowrap}
      .ue{margin-top:8px}
      .card{border:1px solid var(--rule);border-left:6px solid var(--rule);border-radius:8px;
      background:var(--card);padding:14px 16px 12px;margin:14px 0}
      .card.t-bad,.card.t-doubt,.card.t-note,.card.t-good{color:var(--ink);background:var(--card);
      border-color:var(--rule)}
      .card.t-bad{border-left-color:var(--bad)}
      .card.t-doubt{border-left-color:var(--doubt)}
      .card.t-note{border-left-color:var(--note)}
      .card.t-good{border-left-color:var(--good)}
      .card .head{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline}
      .card .why{margin:8px 0 10px;font-size:1.0625rem}
      .figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(10rem,1fr));
      gap:8px 22px}
      .rows{margin-top:12px;padding-top:10px;border-top:1px solid var(--rule);display:grid;gap:6px}
      .rows>div{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:0 12px;
      align-items:baseline}
      dt{color:var(--soft);font-size:.8125rem;line-height:1.3}
      dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
      details{margin-top:10px}
      summary{cursor:pointer;color:var(--link);font-weight:600;padding:4px 0}
      details>*:not(summary){margin-left:2px}
      details p,details ul{margin:6px 0}
      details ul{padding-left:1.3em}
      .subhead{font-weight:650;margin-top:12px}
      .scroll{overflow-x:auto;margin:12px 0;border:1px solid var(--rule);border-radius:8px}
      table{border-collapse:collapse;width:100%;font-size:.9063rem;
      font-variant-numeric:tabular-nums}
      th{text-align:left;font-weight:650;background:var(--wash);white-space:nowrap}
      th,td{padding:8px 12px;vertical-align:top;border-bottom:1px solid var(--rule)}
      tbody tr:last-child td{border-bottom:0}
      td p{max-width:60ch}
      td.wide{min-width:19rem}
      td.mono{white-space:nowrap}
      td.mono.wide{white-space:normal}
      td .soft{display:block;font-size:.875rem}
      tr:target,.card:target,.ue:target>h2,h3:target,p:target{outline:3px solid var(--link);
      outline-offset:2px}
      figure{margin:14px 0;overflow-x:auto;border:1px solid var(--rule);border-radius:8px}
      figure svg{display:block}
      .places{display:flex;flex-wrap:wrap;gap:2px 20px;margin-top:6px;font-size:.9375rem}
      .places .mono{margin-left:.4em}
      .hint{display:none;padding:6px 12px 0;font-size:.875rem;color:var(--soft)}
      figcaption{padding:8px 12px 0;font-size:.875rem;color:var(--soft)}
      footer{margin-top:52px;padding-top:14px;border-top:1px solid var(--rule);color:var(--soft);
      font-size:.875rem}
      @media screen and (max-width:1040px){.hint{display:block}}
      @media (max-width:560px){
      .tally{grid-template-columns:max-content minmax(0,1fr)}
      .tally .words{grid-column:2}
      th,td{padding:7px 9px}
      .rows>div{grid-template-columns:minmax(0,1fr)}
      .figures{grid-template-columns:repeat(auto-fill,minmax(8rem,1fr))}
      }
      @media print{
      @page{margin:14mm}
      body{font-size:10.5pt}
      .page{max-width:none;padding:0}
      a{color:inherit;text-decoration:none}
      .toc,.hint{display:none}
      .card details::details-content{content-visibility:visible}
      .ue~.ue{break-before:page}
      h2,h3,.head,summary{break-after:avoid}
      .card,.first,.banner,tr,figure.timeline{break-inside:avoid}
      .scroll,figure{overflow:visible;border-color:#bbb}
      figure svg{max-width:100%;height:auto}
      table{font-size:9pt}
      th,td{padding:3pt 5pt}
      td.wide{min-width:0}
      .chip{border-width:1pt}
      }
      """;

  private HtmlStyle() {}

  /** All of it. */
  static String css() {
    return Palette.css() + Palette.DRAWING + PAGE;
  }

  /** The source expression that lets this style, and no other, into the page. */
  static String source() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(css().getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
