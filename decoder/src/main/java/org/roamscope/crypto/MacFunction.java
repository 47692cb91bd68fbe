package org.roamscope.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** A message authentication code with its key. Keeps state while it works: not for two threads. */
@FunctionalInterface
interface MacFunction {
  /** The whole code of the parts, one after the other. */
  byte[] of(byte[]... parts);

  /** HMAC, RFC 2104, by the platform's name, with a key of any length. */
  static MacFunction hmac(String algorithm, byte[] key) {
    Mac mac;
    try {
      mac = Mac.getInstance(algorithm);
      // The platform refuses no key; HMAC fills it with zeros, so one zero octet is the same key.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every platform has " + algorithm, e);
    }
    return parts -> {
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    };
  }

  /** HMAC-RIPEMD-160, RFC 2857, which the platform lacks. */
  static MacFunction hmacRipemd160(byte[] key) {
    HMac mac = new HMac(new RIPEMD160Digest());
    mac.init(new KeyParameter(key));
    return parts -> {
      for (byte[] part : parts) {
        mac.update(part, 0, part.length);
      }
      byte[] code = new byte[mac.getMacSize()];
      mac.doFinal(code, 0);
      return code;
    };
  }

  /** The code of an integrity algorithm that {@linkplain Integrity#checks() checks}. */
  static MacFunction of(Integrity integrity, byte[] key) {
    return switch (integrity) {
      case HMAC_MD5_96, HMAC_MD5_128 -> hmac("HmacMD5", key);
      case HMAC_SHA1_96, HMAC_SHA1_160 -> hmac("HmacSHA1", key);
      case HMAC_SHA2_256_128, HMAC_SHA2_256_96 -> hmac("HmacSHA256", key);
      case HMAC_SHA2_384_192 -> hmac("HmacSHA384", key);
      case HMAC_SHA2_512_256 -> hmac("HmacSHA512", key);
      case HMAC_RIPEMD_160_96 -> hmacRipemd160(key);
      case AES_XCBC_96 -> AesMac.xcbc(key);
      case AES_CMAC_96 -> AesMac.cmac(key);
      case NONE, ANY_64, ANY_96, ANY_128, ANY_160, ANY_192, ANY_256 ->
          throw new IllegalArgumentException(integrity + " has no code");
    };
  }
}
