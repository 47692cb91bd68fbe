package org.roamscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.output.CatalogListing;
import org.roamscope.decode.output.Columns;
import org.roamscope.decode.output.EkOutput;
import org.roamscope.decode.output.FieldsOptions;
import org.roamscope.decode.output.FieldsOutput;
import org.roamscope.decode.output.FrameOutput;
import org.roamscope.decode.output.HexOutput;
import org.roamscope.decode.output.JsonOutput;
import org.roamscope.decode.output.ListOutput;
import org.roamscope.decode.output.PdmlOutput;
import org.roamscope.decode.output.PsmlOutput;
import org.roamscope.decode.output.StatisticsOutput;
import org.roamscope.decode.output.TextOutput;
import org.roamscope.decode.output.TimeFormat;
import org.roamscope.decode.output.TreeOutput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** In which form packets are shown: the options for it, as tshark has them. */
final class DecodeForms {
  enum Form {
    text,
    tabs,
    fields,
    json,
    jsonraw,
    ek,
    pdml,
    psml
  }

  @Option(
      names = "-T",
      paramLabel = "FORM",
      description = "Form: ${COMPLETION-CANDIDATES}. Default: text.")
  private Form form = Form.text;

  @Option(
      names = "-e",
      paramLabel = "FIELD",
      description = "Field to show with -T fields, json or ek; repeatable.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "-E",
      paramLabel = "NAME=VALUE",
      description =
          "How -T fields writes: header=y separator=, occurrence=f|l|a aggregator=, quote=d|s|n"
              + " bom=y escape=n; repeatable.")
  private List<String> fieldOptions = new ArrayList<>();

  @Option(names = "-V", description = "Show the detail tree of each packet.")
  private boolean tree;

  @Option(
      names = "-O",
      paramLabel = "PROTOCOLS",
      description = "Show the tree with only these opened, for example mipv6,isakmp,roam.")
  private @Nullable String opened;

  @Option(names = "-x", description = "Show the octets of each packet.")
  private boolean octets;

  @Option(names = "-P", description = "Show the line of the list as well.")
  private boolean line;

  @Option(
      names = "-t",
      paramLabel = "FORMAT",
      description = "Times: a, ad, adoy, d, dd, e, r (default), u, ud, udoy; always UTC.")
  private String time = "r";

  @Option(names = "-u", paramLabel = "FORMAT", description = "Seconds: s (default) or hms.")
  private String seconds = "s";

  @Option(
      names = "--columns",
      paramLabel = "LIST",
      description = "Columns of the list, for example no,time,info,hoa,coa,k,response,ue,finding.")
  private @Nullable String columns;

  @Option(
      names = "--audit",
      description = "Audit the capture first: trees then say UE, response, verdict and findings.")
  private boolean audit;

  @Option(
      names = "-z",
      paramLabel = "COUNT",
      description =
          "Count instead of showing packets: io,phs  conv,ipv6  conv,ip  endpoints,ipv6"
              + "  endpoints,ip")
  private @Nullable String statistics;

  /** True when the list was asked for in so many words, beside {@code -w}. */
  boolean asksForLines() {
    return line || tree || octets || opened != null || statistics != null || form != Form.text;
  }

  /** True when packets are counted, which {@code -q} does not turn off. */
  boolean counts() {
    return statistics != null;
  }

  /** True when the output shows what only the audit knows; fields are looked at elsewhere. */
  boolean audited(CommandSpec spec) {
    return audit || columns(spec).audited();
  }

  /** Fields that the output asks for by name. */
  Set<String> fields(CommandSpec spec) {
    if (!names.isEmpty() && form != Form.fields && form != Form.json && form != Form.ek) {
      throw new ParameterException(spec.commandLine(), "-e needs -T fields, json or ek");
    }
    if (names.isEmpty() && form == Form.fields) {
      throw new ParameterException(spec.commandLine(), "-T fields needs fields: -e NAME");
    }
    List<String> unknown = FieldsOutput.unknown(names);
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "no such field: " + String.join(", ", unknown) + "; 'roamscope fields' lists them");
    }
    return new LinkedHashSet<>(names);
  }

  /** The output. */
  FrameOutput output(CommandSpec spec) {
    if (statistics != null) {
      return new StatisticsOutput(counted(spec, statistics));
    }
    return switch (form) {
      case text -> text(spec);
      case tabs -> ListOutput.tabs(columns(spec), times(spec));
      case fields -> new FieldsOutput(names, fieldsOptions(spec));
      case json -> names.isEmpty() ? JsonOutput.tree() : JsonOutput.fields(names);
      case jsonraw -> JsonOutput.raw();
      case ek -> names.isEmpty() ? EkOutput.tree() : EkOutput.fields(names);
      case pdml -> new PdmlOutput();
      case psml -> new PsmlOutput(columns(spec), times(spec));
    };
  }

  private static StatisticsOutput.Kind counted(CommandSpec spec, String name) {
    for (StatisticsOutput.Kind kind : StatisticsOutput.Kind.values()) {
      if (kind.option().equals(name)) {
        return kind;
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        "-z knows io,phs conv,ipv6 conv,ip endpoints,ipv6 endpoints,ip, not '" + name + "'");
  }

  private FrameOutput text(CommandSpec spec) {
    ListOutput list = ListOutput.text(columns(spec), times(spec));
    TreeOutput details =
        opened != null
            ? TreeOutput.only(Set.of(opened.split("\\s*,\\s*")))
            : tree ? TreeOutput.whole() : null;
    HexOutput hex = octets ? new HexOutput() : null;
    boolean lines = line || details == null && hex == null;
    return new TextOutput(lines ? list : null, details, hex);
  }

  private Columns columns(CommandSpec spec) {
    try {
      return columns == null ? Columns.DEFAULT : Columns.parse(columns);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private TimeFormat times(CommandSpec spec) {
    try {
      return TimeFormat.of(time, seconds);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private FieldsOptions fieldsOptions(CommandSpec spec) {
    FieldsOptions options = FieldsOptions.DEFAULT;
    try {
      for (String option : fieldOptions) {
        options = options.with(option);
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
    return options;
  }

  /** One of the lists of {@code -G}. */
  static String glossary(CommandSpec spec, String report) {
    CatalogListing listing = new CatalogListing(DecodeCatalog.fields());
    StringBuilder text = new StringBuilder();
    try {
      switch (report) {
        case "fields" -> listing.fields(text);
        case "values" -> listing.values(text);
        case "protocols" -> listing.protocols(text);
        default ->
            throw new ParameterException(
                spec.commandLine(), "-G knows fields, values and protocols, not '" + report + "'");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
