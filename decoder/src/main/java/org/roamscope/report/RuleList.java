package org.roamscope.report;

import java.io.StringWriter;
import java.util.List;
import org.roamscope.audit.Rule;
import org.roamscope.audit.RuleCatalog;
import org.roamscope.audit.RuleInfo;
import org.roamscope.field.Clause;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The rules of the catalogue as a list. */
public final class RuleList {
  /** Name and version of the JSON form. */
  public static final String SCHEMA = "roamscope.rules/1";

  private static final int NARROW = 72;

  private RuleList() {}

  private static List<RuleInfo> rules() {
    return RuleCatalog.all().stream().map(Rule::info).toList();
  }

  /** Id, severity, name and summary of every rule; LF line ends, a final line end. */
  public static String text(TextReport.Terminal terminal) {
    Lines lines = new Lines(terminal.columns(), terminal.colour());
    for (RuleInfo rule : rules()) {
      String severity = Lines.left(VerdictWords.name(rule.severity()), 7);
      String lead = Lines.left(rule.id(), 6) + "  " + severity + "  ";
      lines.hang(lead, Lines.styled(Lines.Style.HEADING, rule.name()));
      lines.add(terminal.columns() < NARROW ? 4 : Lines.width(lead), rule.summary());
    }
    return lines.toString();
  }

  /** The same as JSON; LF line ends, a final line end. */
  public static String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonFactory.builder().build().createGenerator(new Indented(), text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeArrayPropertyStart("rules");
      for (RuleInfo rule : rules()) {
        json.writeStartObject();
        json.writeStringProperty("id", rule.id());
        json.writeStringProperty("name", rule.name());
        json.writeStringProperty("severity", rule.severity().json());
        json.writeStringProperty("summary", rule.summary());
        json.writeArrayPropertyStart("clauses");
        rule.clauses().stream().map(Clause::toString).forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  /** Two spaces a level, LF. */
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter());
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
