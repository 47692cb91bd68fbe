package org.roamscope.crypto;

import javax.crypto.AEADBadTagException;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.CAST5Engine;
import org.bouncycastle.crypto.engines.CamelliaEngine;
import org.bouncycastle.crypto.engines.TwofishEngine;
import org.bouncycastle.crypto.modes.AEADBlockCipher;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Ciphers that the platform lacks: CAST-128, Camellia, Twofish, and GCM with a checksum of 8
 * octets.
 */
final class BouncyCiphers {
  private BouncyCiphers() {}

  static Decryptor cast5(byte[] key) {
    return cbc(new CAST5Engine(), key);
  }

  static Decryptor camellia(byte[] key) {
    return cbc(new CamelliaEngine(), key);
  }

  static Decryptor twofish(byte[] key) {
    return cbc(new TwofishEngine(), key);
  }

  private static Decryptor cbc(BlockCipher engine, byte[] key) {
    CBCModeCipher cipher = CBCBlockCipher.newInstance(engine);
    int block = engine.getBlockSize();
    cipher.init(false, new ParametersWithIV(new KeyParameter(key), new byte[block]));
    return (envelope, associated) -> {
      cipher.init(false, new ParametersWithIV(null, envelope.iv().bytes()));
      byte[] text = envelope.ciphertext().bytes();
      for (int at = 0; at < text.length; at += block) {
        cipher.processBlock(text, at, text, at);
      }
      return text;
    };
  }

  /** RFC 4106 with the short checksum: the platform's GCM has none below 12 octets. */
  static Decryptor gcm(byte[] key, byte[] salt) {
    AEADBlockCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(false, new AEADParameters(new KeyParameter(key), 64, new byte[12]));
    return (envelope, associated) -> {
      byte[] nonce = PlatformCiphers.nonce(salt, envelope);
      cipher.init(false, new AEADParameters(null, envelope.icvOctets() * 8, nonce, associated));
      byte[] sealed = envelope.sealed();
      byte[] text = new byte[cipher.getOutputSize(sealed.length)];
      try {
        int count = cipher.processBytes(sealed, 0, sealed.length, text, 0);
        cipher.doFinal(text, count);
      } catch (InvalidCipherTextException e) {
        AEADBadTagException bad = new AEADBadTagException();
        bad.initCause(e);
        throw bad;
      }
      return text;
    };
  }
}
