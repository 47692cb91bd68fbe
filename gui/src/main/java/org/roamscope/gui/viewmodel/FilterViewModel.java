package org.roamscope.gui.viewmodel;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.filter.Filter;
import org.roamscope.filter.FilterCompletion;

/** The filter box: what is typed, what it is worth, what could follow, what was asked before. */
public final class FilterViewModel {
  /** Filters remembered. */
  static final int MAX_HISTORY = 10;

  private static final int MAX_REMEMBERED_LENGTH = 400;
  private static final String HISTORY = "filters";

  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyObjectWrapper<FilterState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new FilterState.Empty());
  private final ReadOnlyStringWrapper applied = new ReadOnlyStringWrapper(this, "applied", "");
  private final ObservableList<String> history = FXCollections.observableArrayList();
  private final Settings settings;
  private final Consumer<@Nullable Filter> apply;

  FilterViewModel(Settings settings, Consumer<@Nullable Filter> apply) {
    this.settings = settings;
    this.apply = apply;
    history.setAll(settings.list(HISTORY, MAX_HISTORY));
    text.subscribe(typed -> state.set(FilterState.of(typed)));
  }

  /** Asks for the packets that match what is typed; does nothing while that is no filter. */
  public void apply() {
    switch (state.get()) {
      case FilterState.Empty _ -> accept(null);
      case FilterState.Valid(var filter) -> accept(filter);
      case FilterState.Doubtful(var filter, _) -> accept(filter);
      case FilterState.Wrong _ -> {
        // The box says what is wrong; the list stays as it is.
      }
    }
  }

  /** Puts a filter into the box and asks for it, as far as it is one. */
  public void use(String asked) {
    text.set(asked);
    apply();
  }

  /** Shows every packet again. */
  public void clear() {
    use("");
  }

  /** Puts a filter together with the one in the box, to be looked at. */
  public void prepare(FilterText.Join join, String added) {
    text.set(join.of(text.get(), added));
  }

  private void accept(@Nullable Filter filter) {
    applied.set(filter == null ? "" : filter.text());
    if (filter != null && filter.text().length() <= MAX_REMEMBERED_LENGTH) {
      history.remove(filter.text());
      history.addFirst(filter.text());
      if (history.size() > MAX_HISTORY) {
        history.removeLast();
      }
      settings.list(HISTORY, List.copyOf(history));
    }
    apply.accept(filter);
  }

  /** Forgets what was applied, for another capture; what is typed stays. */
  void forget() {
    applied.set("");
  }

  /** What can stand at the caret. */
  public FilterCompletion completion(int caret) {
    return FilterCompletion.at(text.get(), caret, DecodeCatalog.fields());
  }

  /** Puts a candidate into the text; where the caret stands then. */
  public int complete(FilterCompletion completion, FilterCompletion.Candidate candidate) {
    String before = text.get().substring(0, completion.from());
    String after = text.get().substring(completion.to());
    text.set(before + candidate.text() + after);
    return before.length() + candidate.text().length();
  }

  /** What is typed. */
  public StringProperty text() {
    return text;
  }

  /** What that is worth. */
  public ReadOnlyObjectProperty<FilterState> state() {
    return state.getReadOnlyProperty();
  }

  /** The filter that the list obeys, empty for none. */
  public ReadOnlyStringProperty applied() {
    return applied.getReadOnlyProperty();
  }

  /** Filters asked before, the latest first. */
  public ObservableList<String> history() {
    return FXCollections.unmodifiableObservableList(history);
  }
}
