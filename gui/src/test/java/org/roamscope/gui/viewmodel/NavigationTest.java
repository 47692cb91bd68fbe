package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.gui.viewmodel.Navigation.Place;

class NavigationTest {
  @TempDir private Path folder;

  private final Navigation navigation = new Navigation();

  @Test
  void pagesAndPacketsAreOneHistory() {
    navigation.row(4);
    navigation.page(2);
    navigation.row(7);
    assertThat(navigation.back()).hasValue(new Place(2, 4, null));
    assertThat(navigation.back()).hasValue(new Place(0, 4, null));
    assertThat(navigation.canGoBack().get()).isFalse();
    assertThat(navigation.back()).isEmpty();
    assertThat(navigation.forward()).hasValue(new Place(2, 4, null));
    assertThat(navigation.forward()).hasValue(new Place(2, 7, null));
    assertThat(navigation.canGoForward().get()).isFalse();
  }

  @Test
  void aJumpToAPacketOfAnotherPageIsOneStep() {
    navigation.row(4);
    navigation.page(1);
    navigation.together(() -> {
      navigation.page(0);
      navigation.row(9);
    });
    assertThat(navigation.current().get()).isEqualTo(new Place(0, 9, null));
    assertThat(navigation.back()).hasValue(new Place(1, 4, null));
  }

  @Test
  void aStepAfterGoingBackEndsTheWayForward() {
    navigation.row(1);
    navigation.row(2);
    navigation.back();
    assertThat(navigation.canGoForward().get()).isTrue();
    navigation.row(3);
    assertThat(navigation.canGoForward().get()).isFalse();
  }

  @Test
  void onlyTheLastHundredPlacesAreKept() {
    for (int row = 0; row <= 150; row++) {
      navigation.row(row);
    }
    int steps = 0;
    while (navigation.back().isPresent()) {
      steps++;
    }
    assertThat(steps).isEqualTo(100);
    assertThat(navigation.current().get().row()).isEqualTo(50);
  }

  @Test
  void theChosenUeComesBackWithItsPage() {
    var main = new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
    main.open(List.of(SampleFiles.in(folder, "two-behind-one-nat")));
    var first = main.ues().shown().getFirst();
    var last = main.ues().shown().getLast();
    main.navigation().page(2);
    main.ues().choose(first);
    main.ues().choose(last);
    main.select(3);
    main.select(5);
    main.back();
    assertThat(main.selected().get()).isEqualTo(3);
    main.back();
    assertThat(main.ues().detail().get())
        .isNotNull()
        .extracting(UeDetail::summary)
        .isEqualTo(first);
    main.forward();
    assertThat(main.ues().detail().get()).isNotNull().extracting(UeDetail::summary).isEqualTo(last);
  }
}
