package org.roamscope.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureFile;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.output.FrameOutput;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.filter.Filter;
import org.roamscope.filter.FilterException;
import org.roamscope.keys.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roamscope decode}: packets as tshark shows them, with tshark's options. */
@Command(
    name = "decode",
    description = "Show packets: list, tree, octets, fields, JSON. The options are tshark's.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was read",
      "2:usage, or a display filter, field name or key file that is wrong",
      "3:the input cannot be read, is damaged or cut short (what could be read is shown)",
      "4:output could not be written"
    })
final class DecodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("UnusedVariable") // picocli reads it; no mixin, since -V is tshark's
  private boolean help;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Capture: pcap or pcapng, also gzipped; - is standard input.")
  private @Nullable String file;

  @Option(
      names = {"-r", "--read-file"},
      paramLabel = "FILE",
      description = "The same, as tshark spells it.")
  private @Nullable String readFile;

  @Option(
      names = {"-Y", "--display-filter"},
      paramLabel = "FILTER",
      description = "Only packets that match, for example 'mip6.bu.k_flag == 1'.")
  private @Nullable String displayFilter;

  @Option(names = "-c", paramLabel = "COUNT", description = "Stop after so many packets read.")
  private long count = Long.MAX_VALUE;

  @Mixin private ExpansionLimit expansion = new ExpansionLimit();

  @Mixin private KeyOptions keys = new KeyOptions();

  @Mixin private DecodeForms forms = new DecodeForms();

  @Option(
      names = "-d",
      paramLabel = "RULE",
      description =
          "Decode as: udp.port==PORT,PROTOCOL (isakmp, udpencap, dsmip, gtp, mpls, gre, vxlan);"
              + " repeatable.")
  private List<String> decodeAs = List.of();

  @Option(
      names = "-w",
      paramLabel = "FILE",
      description = "Write the packets that match to a capture; shows none unless -P.")
  private @Nullable Path copy;

  @Option(
      names = "-F",
      paramLabel = "FORMAT",
      description = "Format of -w: ${COMPLETION-CANDIDATES}. Default: pcapng.")
  private CaptureFile.Format copyFormat = CaptureFile.Format.pcapng;

  @Option(names = "--force", description = "Replace the file of -w when it exists.")
  private boolean force;

  @Option(
      names = "-G",
      paramLabel = "REPORT",
      description = "Print a list and do nothing else: fields, values or protocols.")
  private @Nullable String glossary;

  @Option(names = "-l", description = "Write each packet at once.")
  private boolean packetFlush;

  @Option(names = "-q", description = "Show no packets.")
  private boolean quiet;

  @Option(names = "-2", description = "Accepted: what needs two passes makes them by itself.")
  @SuppressWarnings("UnusedVariable") // asks for what is so anyway
  private boolean twoPasses;

  @Option(names = "-n", description = "Accepted: names are never resolved.")
  @SuppressWarnings("UnusedVariable") // asks for what is so anyway
  private boolean numeric;

  @Option(names = "-N", paramLabel = "FLAGS", description = "Accepted, like -n.")
  @SuppressWarnings("UnusedVariable") // asks for what is so anyway
  private @Nullable String resolving;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "Profile of the audit behind roam.* fields: ts24303, rfc5555," + " rfc6275 or rfc3775.")
  private String profile = Profile.TS24303.id();

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  DecodeCommand() {}

  @Override
  public Integer call() {
    if (glossary != null) {
      return StandardOutput.print(spec.commandLine(), DecodeForms.glossary(spec, glossary));
    }
    Filter filter;
    try {
      filter = displayFilter == null ? null : Filter.compile(displayFilter, DecodeCatalog.fields());
    } catch (FilterException e) {
      spec.commandLine().getErr().println("roamscope: " + e.render());
      return ExitCode.USAGE;
    }
    Set<String> fields = new LinkedHashSet<>(forms.fields(spec));
    if (filter != null) {
      fields.addAll(filter.fields());
      filter.warnings().forEach(text -> spec.commandLine().getErr().println("roamscope: " + text));
    }
    String input = input();
    CaptureFile copied = copyFile(input);
    DecodeAs ports = ports();
    Optional<KeyRing> ring = keys.read(spec);
    if (ring.isEmpty()) {
      return ExitCode.USAGE;
    }
    boolean shows = forms.counts() || !quiet && (copy == null || forms.asksForLines());
    FrameOutput output = shows ? forms.output(spec) : null;
    return new DecodeRun(
            spec.commandLine(),
            new DecodeRun.Settings(
                input,
                filter,
                fields,
                shows && forms.audited(spec),
                count,
                packetFlush,
                ProfileOption.named(spec, profile),
                ports,
                ring.get(),
                expansion),
            output,
            copied)
        .run();
  }

  private String input() {
    if (file == null && readFile == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing capture: FILE, or - for standard input");
    }
    if (file != null && readFile != null) {
      throw new ParameterException(
          spec.commandLine(), "two captures: " + readFile + " and " + file);
    }
    return file != null ? file : String.valueOf(readFile);
  }

  private @Nullable CaptureFile copyFile(String input) {
    if (copy == null) {
      return null;
    }
    Outputs.check(spec, copy, List.of(input), force);
    return new CaptureFile(copy, copyFormat);
  }

  private DecodeAs ports() {
    Map<Integer, DecodeAs.Datagram> ports = new LinkedHashMap<>();
    for (String rule : decodeAs) {
      String[] parts = rule.split("==|,", -1);
      if (parts.length != 3 || !parts[0].strip().equals("udp.port")) {
        throw new ParameterException(
            spec.commandLine(), "-d wants udp.port==PORT,PROTOCOL, not '" + rule + "'");
      }
      ports.put(port(rule, parts[1].strip()), datagram(parts[2].strip()));
    }
    return new DecodeAs(ports, Map.of(), Map.of());
  }

  private int port(String rule, String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new ParameterException(spec.commandLine(), "no UDP port in '" + rule + "'");
    }
    return Integer.parseInt(text);
  }

  private DecodeAs.Datagram datagram(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "isakmp" -> DecodeAs.Datagram.IKE;
      case "udpencap" -> DecodeAs.Datagram.NAT_TRAVERSAL;
      case "dsmip", "mipv6" -> DecodeAs.Datagram.DSMIP;
      case "gtp" -> DecodeAs.Datagram.GTP;
      case "mpls" -> DecodeAs.Datagram.MPLS;
      case "gre" -> DecodeAs.Datagram.GRE;
      case "vxlan" -> DecodeAs.Datagram.VXLAN;
      default ->
          throw new ParameterException(
              spec.commandLine(),
              "-d knows isakmp, udpencap, dsmip, gtp, mpls, gre and vxlan, not '" + name + "'");
    };
  }
}
