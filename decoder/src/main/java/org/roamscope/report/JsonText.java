package org.roamscope.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON as text. */
final class JsonText {
  private JsonText() {}

  /** Two spaces a level, LF line ends, a final line end. */
  static String indented(Consumer<JsonGenerator> content) {
    StringWriter text = new StringWriter();
    try {
      indented(content, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string takes everything
    }
    return text.toString();
  }

  /**
   * Writes the same piece by piece.
   *
   * @param out stays open
   * @throws IOException when it cannot be written
   */
  static void indented(Consumer<JsonGenerator> content, Writer out) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(new Indented(), out)) {
      content.accept(json);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    out.append('\n');
  }

  /**
   * One line without its end. Everything beyond ASCII is escaped: some readers of lines also break
   * at U+2028.
   */
  static String line(Consumer<JsonGenerator> content) {
    StringWriter text = new StringWriter();
    JsonFactory factory = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    try (JsonGenerator json = factory.createGenerator(new ObjectWriteContext.Base() {}, text)) {
      content.accept(json);
    }
    return text.toString();
  }

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
