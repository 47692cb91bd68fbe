package org.roamscope.decrypt;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.crypto.PseudoRandom;
import org.roamscope.keys.EncryptionName;
import org.roamscope.keys.IntegrityName;
import org.roamscope.keys.PseudoRandomName;
import org.roamscope.keys.Secret;

/** From the names in key files to the ciphers. */
final class Algorithms {
  private Algorithms() {}

  /** Empty for an algorithm that no cipher here does. */
  static Optional<Encryption> encryption(EncryptionName name) {
    return Arrays.stream(Encryption.values())
        .filter(encryption -> encryption.name().equals(name.name()))
        .findFirst();
  }

  /** Empty for an algorithm that no code here makes. */
  static Optional<Integrity> integrity(IntegrityName name) {
    return Arrays.stream(Integrity.values())
        .filter(integrity -> integrity.name().equals(name.name()))
        .findFirst();
  }

  static Optional<PseudoRandom> pseudoRandom(@Nullable PseudoRandomName name) {
    return name == null ? Optional.empty() : PseudoRandom.ofTransform(name.transformId());
  }

  static KeyMaterial material(Secret secret) {
    byte[] octets = secret.bytes();
    KeyMaterial material = KeyMaterial.copyOf(octets);
    Arrays.fill(octets, (byte) 0);
    return material;
  }
}
