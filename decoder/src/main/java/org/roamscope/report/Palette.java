package org.roamscope.report;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The colours of drawings and pages, for light and for dark surroundings and for paper. */
public final class Palette {
  private static final String LIGHT =
      """
      --paper:#ffffff;--card:#ffffff;--ink:#1b2330;--soft:#55606f;--rule:#d4dae2;--wash:#f4f6f9;
      --bad:#b3181f;--bad-wash:#fdecec;--doubt:#8a5200;--doubt-wash:#fff3dc;
      --note:#1c5f9e;--note-wash:#e8f1fb;--good:#1b6b39;--good-wash:#e6f5eb;
      --bind:#0f6674;--bind-wash:#d9eff2;--sa:#5b3f9b;--sa-wash:#ebe5f8;--link:#0b57a4;
      """;

  private static final String DARK =
      """
      --paper:#12161c;--card:#191f27;--ink:#e4e9f0;--soft:#a3afbd;--rule:#36404d;--wash:#1f2630;
      --bad:#ff8f8f;--bad-wash:#42191c;--doubt:#f2b95f;--doubt-wash:#3b2a0c;
      --note:#85bdf5;--note-wash:#15304d;--good:#7fd39b;--good-wash:#14361f;
      --bind:#6ccbd8;--bind-wash:#123b42;--sa:#c3aef5;--sa-wash:#34265c;--link:#8cc0ff;
      """;

  /** What the classes of a {@link Drawing} look like. */
  static final String DRAWING =
      """
      .drawing{background:var(--paper);font:13px/1.3 system-ui,"Segoe UI",Roboto,sans-serif}
      .drawing text{fill:var(--ink);white-space:pre}
      .drawing .mono{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace}
      .drawing .num{font-variant-numeric:tabular-nums}
      .drawing .small{font-size:11px}
      .drawing .strong{font-weight:650}
      .drawing .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
      .drawing .mid{text-anchor:middle}
      .drawing .end{text-anchor:end}
      .drawing .soft{fill:var(--soft)}
      .drawing .bad{fill:var(--bad)}
      .drawing .doubt{fill:var(--doubt)}
      .drawing .note{fill:var(--note)}
      .drawing .good{fill:var(--good)}
      .drawing .bind{fill:var(--bind)}
      .drawing .sa{fill:var(--sa)}
      .drawing .life{stroke:var(--rule);stroke-width:1.5}
      .drawing .grid{stroke:var(--rule);stroke-width:1}
      .drawing .shaft{stroke:var(--ink);stroke-width:1.5;fill:none}
      .drawing .mobility{stroke:var(--bind)}
      .drawing .ike{stroke:var(--sa)}
      .drawing .closed{stroke-dasharray:5 4}
      .drawing .cut{stroke:var(--doubt);stroke-width:1.5;stroke-dasharray:2 4}
      .drawing .head{fill:var(--ink);stroke:none}
      .drawing .head.mobility{fill:var(--bind);stroke:none}
      .drawing .head.ike{fill:var(--sa);stroke:none}
      .drawing .plate{fill:var(--wash);stroke:var(--rule)}
      .drawing .bad-plate{fill:var(--bad-wash);stroke:var(--bad)}
      .drawing .doubt-plate{fill:var(--doubt-wash);stroke:var(--doubt)}
      .drawing .note-plate{fill:var(--note-wash);stroke:var(--note)}
      .drawing .good-plate{fill:var(--good-wash);stroke:var(--good)}
      .drawing .bind-plate{fill:var(--bind-wash);stroke:var(--bind)}
      .drawing .sa-plate{fill:var(--sa-wash);stroke:var(--sa)}
      .drawing .child-plate{fill:var(--paper);stroke:var(--sa)}
      .drawing .spi{fill:var(--soft)}
      .drawing .spi-plate{fill:var(--paper);stroke:var(--soft)}
      .drawing .slope{fill:var(--bind);fill-opacity:.3;stroke:none}
      .drawing .move{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:6 3}
      .drawing .many{stroke-width:1;stroke-opacity:.4}
      """;

  private static final Pattern PROPERTY = Pattern.compile("--([a-z-]+):(#[0-9a-f]{6});");

  private Palette() {}

  /** The colours for light surroundings by name, as {@code #rrggbb}. */
  public static Map<String, String> light() {
    return colours(LIGHT);
  }

  /** The colours for dark surroundings by name, as {@code #rrggbb}. */
  public static Map<String, String> dark() {
    return colours(DARK);
  }

  private static Map<String, String> colours(String properties) {
    return PROPERTY
        .matcher(properties)
        .results()
        .collect(Collectors.toMap(property -> property.group(1), property -> property.group(2)));
  }

  /** The colours as custom properties. */
  static String css() {
    return ":root{color-scheme:light dark;\n"
        + LIGHT
        + "}\n@media (prefers-color-scheme:dark){:root{\n"
        + DARK
        + "}}\n@media print{:root{color-scheme:light;\n"
        + LIGHT
        + "}}\n";
  }
}
