package org.roamscope.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whose text decides: the option for it, alike in every command that audits. */
final class ProfileOption {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "Whose text decides where specifications disagree: ts24303, rfc5555, rfc6275 or rfc3775.")
  private @Nullable String name;

  ProfileOption() {}

  /** The profile that was asked for, else that of 3GPP. */
  Profile chosen(CommandSpec spec) {
    return chosen(spec, null);
  }

  /**
   * The same, with the one of a configuration before that of 3GPP.
   *
   * @param configured its name, or null
   */
  Profile chosen(CommandSpec spec, @Nullable String configured) {
    String first = name != null ? name : configured;
    return first == null ? Profile.TS24303 : named(spec, first);
  }

  /** The profile of that name, or a usage error. */
  static Profile named(CommandSpec spec, String name) {
    for (Profile known : Profile.values()) {
      if (known.id().equals(name.toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    throw new ParameterException(
        spec.commandLine(), "unknown profile '" + name + "': ts24303, rfc5555, rfc6275 or rfc3775");
  }
}
