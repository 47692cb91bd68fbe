package org.roamscope.crypto;

/**
 * Algorithms and keys of one ESP security association, one direction.
 *
 * @param encryption how it is encrypted
 * @param encryptionKey the key, with the salt behind it when the algorithm has one
 * @param integrity how it is authenticated; without meaning when the encryption does that
 * @param integrityKey its key
 */
public record EspKeys(
    Encryption encryption,
    KeyMaterial encryptionKey,
    Integrity integrity,
    KeyMaterial integrityKey) {}
