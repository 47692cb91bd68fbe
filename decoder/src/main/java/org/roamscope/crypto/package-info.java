/**
 * Opens what IKE and IPsec protect: algorithms, the encrypted payloads of IKEv1 and IKEv2, ESP, AH,
 * and the derivation of keys. Pure functions over octets: nothing here knows frames or payload
 * types, and no octets and no key make it throw. The only package that sees the cryptography of the
 * platform and of Bouncy Castle. Depends on {@code bytes} only.
 */
@NullMarked
package org.roamscope.crypto;

import org.jspecify.annotations.NullMarked;
