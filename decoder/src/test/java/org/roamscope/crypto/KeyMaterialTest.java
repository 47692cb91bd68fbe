package org.roamscope.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.crypto.Octets.key;

import org.junit.jupiter.api.Test;

class KeyMaterialTest {
  @Test
  void doesNotShow() {
    KeyMaterial key = key("5983185f99df04f0");
    assertThat(key).hasToString("KeyMaterial[8 octets]");
    EspKeys keys = new EspKeys(Encryption.AES_CBC, key, Integrity.NONE, KeyMaterial.none());
    assertThat(keys.toString()).doesNotContain("59", "5983");
  }

  @Test
  void isEqualByOctets() {
    assertThat(key("0102")).isEqualTo(key("0102")).hasSameHashCodeAs(key("0102"));
    assertThat(key("0102")).isNotEqualTo(key("0103")).isNotEqualTo(key("010200"));
  }

  @Test
  void copiesAndForgets() {
    byte[] octets = {1, 2, 3};
    KeyMaterial key = KeyMaterial.copyOf(octets);
    octets[0] = 9;
    assertThat(key.octets()).containsExactly(1, 2, 3);
    KeyMaterial part = key.part(1, 2);
    key.wipe();
    assertThat(key.octets()).containsExactly(0, 0, 0);
    assertThat(part.octets()).containsExactly(2, 3);
  }
}
