package org.roamscope.gui.viewmodel;

import java.nio.file.Path;
import java.util.Map;

/** Where the user's own configuration is kept, beside that of other programs. */
public final class UserFolder {
  private UserFolder() {}

  /**
   * {@code ROAMSCOPE_CONFIG_DIR}, else {@code Roamscope} in {@code APPDATA}, else {@code roamscope}
   * in {@code XDG_CONFIG_HOME} or in {@code .config} of the home folder.
   */
  public static Path of(Map<String, String> environment, Path home) {
    String told = environment.getOrDefault("ROAMSCOPE_CONFIG_DIR", "");
    if (!told.isBlank()) {
      return home.resolve(told);
    }
    String roaming = environment.getOrDefault("APPDATA", "");
    if (!roaming.isBlank()) {
      return home.resolve(roaming).resolve("Roamscope");
    }
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    return (config.isBlank() ? home.resolve(".config") : home.resolve(config)).resolve("roamscope");
  }
}
