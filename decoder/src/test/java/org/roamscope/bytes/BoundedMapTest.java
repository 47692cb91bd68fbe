package org.roamscope.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedMapTest {
  @Test
  void aFloodDoesNotPushOutWhatIsConfirmed() {
    BoundedMap<Integer, String> map = new BoundedMap<>(3);
    map.put(1, "real");
    map.confirm(1);
    for (int i = 100; i < 200; i++) {
      map.put(i, "flood");
    }
    assertThat(map.get(1)).isEqualTo("real");
    assertThat(map.size()).isEqualTo(3);
    assertThat(map.evictions()).isEqualTo(98);
    assertThat(map.get(199)).isEqualTo("flood");
    assertThat(map.get(100)).isNull();
  }

  @Test
  void replacingIsNoEviction() {
    BoundedMap<Integer, String> map = new BoundedMap<>(1);
    map.put(1, "a");
    map.put(1, "b");
    assertThat(map.get(1)).isEqualTo("b");
    assertThat(map.evictions()).isZero();
    map.put(2, "c");
    assertThat(map.get(1)).isNull();
    assertThat(map.evictions()).isOne();
  }
}
