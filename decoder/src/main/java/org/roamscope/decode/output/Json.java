package org.roamscope.decode.output;

import java.io.IOException;
import java.io.Serial;
import java.io.StringWriter;
import org.roamscope.field.PlainText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * JSON for outputs. What is not printable is written as {@code \}{@code uXXXX}, so that neither a
 * terminal nor an editor is driven by it and nothing is lost.
 */
final class Json {
  private final StringWriter buffer = new StringWriter();
  private final JsonGenerator generator;

  private Json(ObjectWriteContext context) {
    generator =
        JsonFactory.builder()
            .characterEscapes(new Escapes())
            .rootValueSeparator("\n")
            .build()
            .createGenerator(context, buffer);
  }

  /** Two spaces a level, as tshark indents. */
  static Json indented() {
    return new Json(new Indented());
  }

  /** One line a value. */
  static Json compact() {
    return new Json(ObjectWriteContext.empty());
  }

  /** Where to write. */
  JsonGenerator generator() {
    return generator;
  }

  /** Hands over what was written since the last call. */
  void drain(Appendable out) throws IOException {
    generator.flush();
    out.append(buffer.getBuffer());
    buffer.getBuffer().setLength(0);
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      Separators separators =
          Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator("");
      return new DefaultPrettyPrinter(separators)
          .withObjectIndenter(indenter)
          .withArrayIndenter(indenter);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  /** Halves of surrogate pairs are escaped too: alone they are not printable. */
  private static final class Escapes extends CharacterEscapes {
    @Serial private static final long serialVersionUID = 1L;

    private static final int DELETE = 0x7f;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[DELETE] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    @SuppressWarnings("NullAway") // null is "no escape" by contract
    public SerializableString getEscapeSequence(int c) {
      return c <= DELETE || PlainText.passes(c) ? null : new SerializedString("\\u" + hex4(c));
    }

    private static String hex4(int c) {
      String digits = Integer.toHexString(c);
      return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
  }
}
