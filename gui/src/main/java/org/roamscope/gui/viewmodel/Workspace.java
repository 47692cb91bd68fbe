package org.roamscope.gui.viewmodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
import org.roamscope.field.PlainText;

/**
 * What users make their own: settings, colour rules, saved filters and names of addresses, which
 * are kept in the folder of a configuration profile, and comments.
 */
public final class Workspace {
  private static final String COLOURS = "colorfilters";
  private static final String HOSTS = "hosts";
  private static final String BUTTONS = "dfilter_buttons";
  private static final String PREFERENCES = "preferences";

  private final Consumer<String> say;
  private final ProfileFiles files;
  private final ColourRulesViewModel colours;
  private final FilterButtonsViewModel buttons;
  private final FieldColumnsViewModel fields;
  private final HostNames names;
  private final PacketComments comments = new PacketComments();
  private final ObjectProperty<ColumnLayout> columns =
      new SimpleObjectProperty<>(this, "columns", ColumnLayout.DEFAULT);
  private final StringProperty exportFolder = new SimpleStringProperty(this, "exportFolder", "");
  private final BooleanProperty autoscroll = new SimpleBooleanProperty(this, "autoscroll", true);
  private final UserPreferences preferences;
  private final ConfigurationProfiles profiles;
  private boolean keeps = true;

  /**
   * Reads what is kept.
   *
   * @param folder where it is kept; empty to keep nothing beyond this run
   * @param settings remembers which profile is in use
   * @param say told, printable, what cannot be read or written
   * @param recent how many files opened before are remembered
   */
  Workspace(
      Executor background,
      Executor foreground,
      Settings settings,
      Optional<Path> folder,
      Consumer<String> say,
      Look look,
      PacketTimes times,
      ProfileChoice specification,
      IntegerProperty recent) {
    this.say = say;
    files = new ProfileFiles(background, foreground, say);
    colours = new ColourRulesViewModel(background, foreground);
    buttons = new FilterButtonsViewModel(background, foreground, say);
    fields = new FieldColumnsViewModel(background, foreground, say);
    names = new HostNames(background, foreground, say);
    preferences = new UserPreferences(preferences(look, times, specification, recent));
    profiles =
        new ConfigurationProfiles(
            background, foreground, settings, folder, files, kept -> read(Optional.of(kept)));
    read(profiles.folder()).run();
  }

  private List<Preference<?>> preferences(
      Look look, PacketTimes times, ProfileChoice specification, IntegerProperty recent) {
    return List.of(
        Preference.oneOf(
            "theme", "Theme", look.theme(), List.of(Look.Theme.values()), Workspace::name),
        Preference.number(
            "zoom", "Size in per cent", look.zoom().asObject(), Look.MIN_ZOOM, Look.MAX_ZOOM),
        new Preference<>(
            "columns",
            "Columns of the packet list; ! hides one",
            columns,
            ColumnLayout.DEFAULT,
            ColumnLayout::text,
            ColumnLayout::of),
        new Preference<>(
            "columns.fields",
            "Columns that show fields: field, place and title of each; between them ;",
            fields.columns(),
            FieldColumns.NONE,
            FieldColumns::text,
            FieldColumns::read),
        Preference.yesOrNo("colourise", "Colour the packet list", colours.on()),
        Preference.oneOf(
            "time.format",
            "What the time column counts",
            times.display(),
            List.of(TimeDisplay.values()),
            Workspace::name),
        Preference.oneOf(
            "time.decimals",
            "Decimals of a second",
            times.precision().asObject(),
            PacketTimes.PRECISIONS,
            decimals -> decimals == PacketTimes.AUTOMATIC ? "auto" : Integer.toString(decimals)),
        Preference.yesOrNo("names", "Show names of addresses", names.on()),
        Preference.line("names.file", "Hosts file, empty for that of the profile", names.file()),
        Preference.oneOf(
            "specification",
            "Whose text decides where specifications disagree",
            specification.chosen(),
            List.of(Profile.values()),
            Profile::id),
        Preference.number(
            "recent.files",
            "Files opened before that are remembered",
            recent.asObject(),
            0,
            RecentFiles.MOST),
        Preference.line("export.folder", "Where exports begin, empty for no place", exportFolder),
        Preference.yesOrNo("live.autoscroll", "A live capture shows its last packet", autoscroll));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  // ---- files ---------------------------------------------------------------------------------

  /** Reads what a folder holds, and gives what takes it into use; no folder holds the defaults. */
  private Runnable read(Optional<Path> folder) {
    Optional<String> settings = read(folder, PREFERENCES);
    Optional<String> rules = read(folder, COLOURS);
    Optional<String> saved = read(folder, BUTTONS);
    return () -> {
      List<String> problems = preferences.load(settings, text -> write(folder, PREFERENCES, text));
      if (!problems.isEmpty()) {
        say.accept(PlainText.of("In the settings, " + String.join("; ", problems)));
      }
      colours.load(rules, text -> write(folder, COLOURS, text));
      buttons.load(saved, text -> write(folder, BUTTONS, text));
      names.profile(folder.map(in -> in.resolve(HOSTS)));
    };
  }

  private Optional<String> read(Optional<Path> folder, String name) {
    return folder.flatMap(in -> files.read(in.resolve(name)));
  }

  private void write(Optional<Path> folder, String name, String text) {
    if (keeps) {
      folder.ifPresent(in -> files.write(in.resolve(name), text));
    }
  }

  /** From now on nothing is kept: for pictures, which try every theme. */
  public void keepNothing() {
    keeps = false;
  }

  /** Writes what is not written yet; before the end. */
  public void flush() {
    files.flush();
  }

  // ---- packets -------------------------------------------------------------------------------

  void open(@Nullable CaptureSet captures) {
    colours.open(captures);
    fields.open(captures);
    comments.open(captures);
    names.captured(Map.of());
  }

  void haveRead(CaptureSet captures) {
    names.captured(captures.names().all());
  }

  void haveAudited() {
    colours.haveAudited();
    fields.haveAudited();
  }

  /** A packet with what is said of it here before its own lines. */
  public FrameDetail remarked(FrameDetail packet) {
    List<String> remarks = new ArrayList<>();
    comments.on(packet.row()).ifPresent(text -> remarks.add("Your comment: " + text));
    colours.rule(packet.row()).ifPresent(rule -> remarks.add("Coloring Rule Name: " + rule.name()));
    return packet.remarked(remarks);
  }

  // ---- what there is -------------------------------------------------------------------------

  /** The configuration profiles. */
  public ConfigurationProfiles profiles() {
    return profiles;
  }

  /** All settings. */
  public UserPreferences preferences() {
    return preferences;
  }

  /** The user's comments on packets. */
  public PacketComments comments() {
    return comments;
  }

  /** The colour rules. */
  public ColourRulesViewModel colours() {
    return colours;
  }

  /** The saved filters. */
  public FilterButtonsViewModel buttons() {
    return buttons;
  }

  /** Names of addresses. */
  public HostNames names() {
    return names;
  }

  /** The columns of the packet list. */
  public ObjectProperty<ColumnLayout> columns() {
    return columns;
  }

  /** The columns of the packet list that show fields. */
  public FieldColumnsViewModel fields() {
    return fields;
  }

  /** Where exports begin; empty for no place. */
  public StringProperty exportFolder() {
    return exportFolder;
  }

  /** Whether a live capture shows its last packet from its beginning on. */
  public BooleanProperty autoscroll() {
    return autoscroll;
  }
}
