package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;

/** Events go on in the order of their times, captures and frames, however they come. */
class EventOrderTest {
  private static final IpAddress SOMEBODY = IpAddress.parse("2001:db8::1");

  private final List<At> seen = new ArrayList<>();

  private static Event event(int capture, int frame, long time) {
    return new Event.MalformedMobility(new At(capture, frame, time), SOMEBODY, "bad checksum");
  }

  private EventOrder order(int most) {
    return new EventOrder(most, event -> seen.add(event.at()));
  }

  @Test
  void whatFitsIsPutInFullOrder() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      events.add(event(i % 3, i, i / 5));
    }
    List<At> right = new ArrayList<>();
    events.forEach(event -> right.add(event.at()));
    right.sort((one, other) ->
        one.timeNanos() != other.timeNanos()
            ? Long.compare(one.timeNanos(), other.timeNanos())
            : one.capture() != other.capture()
                ? Integer.compare(one.capture(), other.capture())
                : Integer.compare(one.frame(), other.frame()));
    Collections.shuffle(events, new Random(1));
    EventOrder order = order(1_001);
    events.forEach(order::accept);
    assertThat(seen).isEmpty();
    order.finish();
    assertThat(seen).isEqualTo(right);
    assertThat(order.late()).isZero();
  }

  @Test
  void nothingIsLostAndDisorderWithinHalfOfWhatIsHeldIsRepaired() {
    EventOrder order = order(100);
    for (int block = 0; block < 10_000; block += 50) {
      for (int i = 49; i >= 0; i--) {
        order.accept(event(0, block + i, block + i));
      }
    }
    order.finish();
    assertThat(seen).extracting(At::frame).hasSize(10_000).isSorted();
    assertThat(order.late()).isZero();
  }

  @Test
  void whatComesTooLateIsCountedAndHandedOn() {
    EventOrder order = order(100);
    for (int i = 1; i <= 1_000; i++) {
      order.accept(event(0, i, i));
    }
    order.accept(event(0, 1_001, 0));
    order.accept(event(0, 1_002, 1));
    order.finish();
    assertThat(seen).hasSize(1_002);
    assertThat(order.late()).isEqualTo(2);
  }
}
