package org.roamscope.gui.viewmodel;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.roamscope.audit.Profile;

/** Whose text decides where specifications disagree; remembered. */
public final class ProfileChoice {
  private static final String SETTING = "profile";

  private final ObjectProperty<Profile> chosen;

  /**
   * The profile that is remembered, else that of TS 24.303.
   *
   * @param changed runs after another one was chosen
   */
  ProfileChoice(Settings settings, Runnable changed) {
    Profile remembered =
        settings.list(SETTING, 1).stream()
            .flatMap(id -> List.of(Profile.values()).stream().filter(one -> one.id().equals(id)))
            .findFirst()
            .orElse(Profile.TS24303);
    chosen = new SimpleObjectProperty<>(this, "chosen", remembered);
    chosen.addListener((_, _, now) -> {
      settings.list(SETTING, List.of(now.id()));
      changed.run();
    });
  }

  Profile now() {
    return chosen.get();
  }

  /** The profile. */
  public ObjectProperty<Profile> chosen() {
    return chosen;
  }

  /** A profile as menus have it. */
  public static String words(Profile profile) {
    return switch (profile) {
      case TS24303 -> "3GPP TS 24.303";
      case RFC5555 -> "RFC 5555 (DSMIPv6)";
      case RFC6275 -> "RFC 6275 (Mobile IPv6)";
      case RFC3775 -> "RFC 3775 (Mobile IPv6, the edition before)";
    };
  }
}
