package org.roamscope.gui.viewmodel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.roamscope.audit.Profile;

/** Whose text decides where specifications disagree. */
public final class ProfileChoice {
  private final ObjectProperty<Profile> chosen =
      new SimpleObjectProperty<>(this, "chosen", Profile.TS24303);

  /**
   * That of TS 24.303.
   *
   * @param changed runs after another one was chosen
   */
  ProfileChoice(Runnable changed) {
    chosen.addListener((_, _, _) -> changed.run());
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
