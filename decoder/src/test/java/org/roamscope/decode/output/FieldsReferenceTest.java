package org.roamscope.decode.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.roamscope.decode.DecodeCatalog;

/** The reference page of fields is what the catalogue says. */
class FieldsReferenceTest {
  private static final Path PAGE =
      Path.of(System.getProperty("roamscope.root", "..")).resolve("docs/reference/fields.md");

  @Test
  void pageIsCurrent() throws IOException {
    String made = FieldsReference.markdown(DecodeCatalog.fields(), DecodeCatalog.audited());
    if (Boolean.getBoolean("roamscope.rewrite")) {
      Files.writeString(PAGE, made, StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
        .as(
            "docs/reference/fields.md; rewrite it with -Dtest=FieldsReferenceTest"
                + " -Droamscope.rewrite=true")
        .isEqualTo(made);
  }
}
