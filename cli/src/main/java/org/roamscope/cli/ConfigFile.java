package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Policy.Suppression;
import org.roamscope.audit.RuleNames;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Strictness;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads {@code roamscope.toml}. What is unknown or wrong in it is an error with its line. */
final class ConfigFile {
  /** The name under which it is found in the working directory. */
  static final String NAME = "roamscope.toml";

  private static final long MOST_OCTETS = 1 << 20;
  private static final List<String> TOP =
      List.of(
          "select",
          "ignore",
          "severity",
          "fail_on",
          "profile",
          "strictness",
          "keys",
          "suppressions");
  private static final List<String> SUPPRESSION = List.of("rule", "ue", "reason", "expires");

  private final Path file;
  private final List<String> lines;

  private ConfigFile(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** The one of a folder, if there is one. */
  static Optional<Path> find(Path folder) {
    Path file = folder.resolve(NAME);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException when it cannot be read or says something that it must not
   */
  static Config read(Path file) throws ConfigException {
    String text;
    try {
      if (Files.size(file) > MOST_OCTETS) {
        throw new ConfigException(file, 0, "is too large for a configuration");
      }
      text = Files.readString(file);
    } catch (IOException e) {
      throw new ConfigException(file, 0, "cannot be read: " + e.getMessage());
    }
    try {
      JsonNode tree = new TomlMapper().readTree(text);
      return new ConfigFile(file, text.lines().toList()).config(tree);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ConfigException(file, line, "is not TOML: " + PlainText.of(e.getOriginalMessage()));
    }
  }

  private Config config(JsonNode tree) throws ConfigException {
    for (String name : tree.propertyNames()) {
      if (!TOP.contains(name)) {
        throw wrong(line(name), unknown(name, TOP));
      }
    }
    List<Path> keys = new ArrayList<>();
    for (String key : texts(tree, "keys")) {
      keys.add(file.resolveSibling(key));
    }
    String failOn = text(tree, "fail_on", line("fail_on"));
    if (failOn != null && !failOn.equals("never") && severity(failOn).isEmpty()) {
      throw wrong(line("fail_on"), "fail_on is error, warning, note, chat or never");
    }
    String strictness = text(tree, "strictness", line("strictness"));
    if (strictness != null && Strictness.named(strictness).isEmpty()) {
      throw wrong(line("strictness"), "strictness is regular, strict or forensic");
    }
    return new Config(
        rules(tree, "select"),
        rules(tree, "ignore"),
        severities(tree),
        failOn,
        text(tree, "profile", line("profile")),
        strictness,
        keys,
        suppressions(tree));
  }

  private List<String> rules(JsonNode tree, String name) throws ConfigException {
    Set<String> ids = new LinkedHashSet<>();
    for (String rule : texts(tree, name)) {
      ids.addAll(ids(rule, line(name)));
    }
    return List.copyOf(ids);
  }

  private Set<String> ids(String rule, int line) throws ConfigException {
    Set<String> ids = RuleNames.ids(rule);
    if (ids.isEmpty()) {
      throw wrong(line, unknownRule(rule));
    }
    return ids;
  }

  /** What is said of a rule that is not there. */
  static String unknownRule(String rule) {
    return "no rule is called '"
        + PlainText.of(rule)
        + "'; near are "
        + String.join(", ", RuleNames.near(rule))
        + " (roamscope rules lists them)";
  }

  private Map<String, Severity> severities(JsonNode tree) throws ConfigException {
    Map<String, Severity> severities = new LinkedHashMap<>();
    JsonNode table = tree.get("severity");
    if (table == null) {
      return severities;
    }
    if (!table.isObject()) {
      throw wrong(line("severity"), "severity is a table: [severity], then K001 = \"note\"");
    }
    for (String rule : table.propertyNames()) {
      int line = line(rule);
      JsonNode value = table.get(rule);
      Optional<Severity> severity =
          value.isString() ? severity(value.asString()) : Optional.empty();
      if (severity.isEmpty()) {
        throw wrong(line, "a severity is error, warning, note or chat");
      }
      ids(rule, line).forEach(id -> severities.put(id, severity.get()));
    }
    return severities;
  }

  /** The severity of that name. */
  static Optional<Severity> severity(String name) {
    for (Severity severity : Severity.values()) {
      if (severity.json().equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  private List<Config.Dated> suppressions(JsonNode tree) throws ConfigException {
    List<Config.Dated> suppressions = new ArrayList<>();
    JsonNode tables = tree.get("suppressions");
    if (tables == null) {
      return suppressions;
    }
    if (!tables.isArray()) {
      throw wrong(line("suppressions"), "suppressions are tables: [[suppressions]]");
    }
    for (int i = 0; i < tables.size(); i++) {
      suppressions.add(suppression(tables.get(i), header(i)));
    }
    return suppressions;
  }

  private Config.Dated suppression(JsonNode table, int line) throws ConfigException {
    if (!table.isObject()) {
      throw wrong(line, "a suppression is a table: [[suppressions]]");
    }
    for (String name : table.propertyNames()) {
      if (!SUPPRESSION.contains(name)) {
        throw wrong(line, unknown(name, SUPPRESSION));
      }
    }
    String rule = text(table, "rule", line);
    if (rule == null) {
      throw wrong(line, "a suppression names its rule: rule = \"K001\"");
    }
    String reason = text(table, "reason", line);
    if (reason == null || reason.isBlank()) {
      throw wrong(line, "a suppression says why: reason = \"...\"");
    }
    String ue = text(table, "ue", line);
    IpAddress address = null;
    try {
      address = ue == null ? null : IpAddress.parse(ue);
    } catch (IllegalArgumentException e) {
      throw wrong(line, "ue is a home address, not '" + PlainText.of(String.valueOf(ue)) + "'");
    }
    String expires = text(table, "expires", line);
    try {
      return new Config.Dated(
          new Suppression(Set.copyOf(ids(rule, line)), address, reason.strip()),
          expires == null ? null : LocalDate.parse(expires),
          file + ":" + line);
    } catch (DateTimeException e) {
      throw wrong(line, "expires is a date: expires = 2026-12-31");
    }
  }

  private List<String> texts(JsonNode tree, String name) throws ConfigException {
    JsonNode node = tree.get(name);
    List<String> texts = new ArrayList<>();
    if (node == null) {
      return texts;
    }
    for (JsonNode value : node.isArray() ? node.values() : List.of(node)) {
      if (!value.isString()) {
        throw wrong(line(name), name + " is a list of texts: " + name + " = [\"...\"]");
      }
      texts.add(value.asString());
    }
    return texts;
  }

  private @Nullable String text(JsonNode tree, String name, int line) throws ConfigException {
    JsonNode node = tree.get(name);
    if (node == null) {
      return null;
    }
    if (node.isContainer() || node.isBoolean() || node.isNumber()) {
      throw wrong(line, name + " is text");
    }
    return node.asString();
  }

  private static String unknown(String name, List<String> known) {
    return "'" + PlainText.of(name) + "' is unknown here; known are " + String.join(", ", known);
  }

  private ConfigException wrong(int line, String message) {
    return new ConfigException(file, line, message);
  }

  /** The line that sets a name or begins its table; the parser keeps no places. */
  private int line(String name) {
    String quoted = "[\"']?" + Pattern.quote(name) + "[\"']?";
    Pattern sets =
        Pattern.compile("\\s*(?:" + quoted + "\\s*[=.].*|\\[+\\s*" + quoted + "\\s*[\\].].*)");
    for (int i = 0; i < lines.size(); i++) {
      if (sets.matcher(lines.get(i)).matches()) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The line of the header of a suppression; of the array when it is written inline. */
  private int header(int index) {
    Pattern header = Pattern.compile("\\s*\\[\\[\\s*[\"']?suppressions[\"']?\\s*]].*");
    int seen = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = header.matcher(lines.get(i));
      if (matcher.matches() && seen++ == index) {
        return i + 1;
      }
    }
    return line("suppressions");
  }
}
