package org.roamscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  @TempDir private Path folder;

  @Test
  void aProgramIsFoundOnThePathOnly() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path program = Files.createFile(bin.resolve("wireshark"));
    String path = folder + File.pathSeparator + File.pathSeparator + bin;
    assertThat(Programs.find("wireshark", path)).isEmpty();
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(Programs.find("wireshark", path)).hasValue(program);
    assertThat(Programs.find("wireshark", "")).isEmpty();
  }
}
