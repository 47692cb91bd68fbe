package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.roamscope.audit.Fingerprint;
import org.roamscope.audit.Fingerprints;
import org.roamscope.field.PlainText;
import org.roamscope.report.Report;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings that were there before, as a file: fingerprints, sorted, one object each. */
final class Baseline {
  private static final String SCHEMA = "roamscope.baseline/1";
  private static final long MOST_OCTETS = 64 << 20;

  private Baseline() {}

  /**
   * Reads one.
   *
   * @throws ConfigException when it cannot be read or is something else
   */
  static Set<Fingerprint> read(Path file) throws ConfigException {
    try {
      if (Files.size(file) > MOST_OCTETS) {
        throw new ConfigException(file, 0, "is too large for a baseline");
      }
      JsonNode tree = new JsonMapper().readTree(Files.readString(file));
      if (!SCHEMA.equals(tree.path("schema").asString(""))) {
        throw new ConfigException(
            file, 1, "is no baseline of schema " + SCHEMA + "; --write-baseline makes one");
      }
      SortedSet<Fingerprint> marks = new TreeSet<>();
      for (JsonNode finding : tree.path("findings").values()) {
        marks.add(
            new Fingerprint(
                finding.path("rule").asString(""),
                finding.path("ue").asString(""),
                finding.path("from").asString(""),
                finding.path("to").asString("")));
      }
      return marks;
    } catch (IOException e) {
      throw new ConfigException(
          file, 0, "cannot be read: " + e.getMessage() + "; --write-baseline makes one");
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ConfigException(file, line, "is not JSON: " + PlainText.of(e.getOriginalMessage()));
    }
  }

  /** The baseline of what counts now, and of what an earlier one held and is there still. */
  static String text(Report report) {
    Fingerprints fingerprints = new Fingerprints(report.audit().handovers());
    SortedSet<Fingerprint> marks = new TreeSet<>();
    report.audit().findings().forEach(finding -> marks.add(fingerprints.of(finding)));
    report.audit().suppressed().stream()
        .filter(one ->
            switch (one.by()) {
              case BASELINE -> true;
              case SELECT, IGNORE, CONFIGURATION -> false;
            })
        .forEach(one -> marks.add(fingerprints.of(one.finding())));
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode tree = mapper.createObjectNode();
    tree.put("schema", SCHEMA);
    ArrayNode findings = tree.putArray("findings");
    for (Fingerprint mark : marks) {
      findings
          .addObject()
          .put("rule", mark.rule())
          .put("ue", mark.ue())
          .put("from", mark.from())
          .put("to", mark.to());
    }
    return mapper.writeValueAsString(tree).replace(System.lineSeparator(), "\n") + "\n";
  }
}
