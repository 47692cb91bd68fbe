package org.roamscope.decrypt;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.dissect.Dissection;
import org.roamscope.dissect.Dissector;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;

/** What senders do: packets of AH and ESP, made with the ciphers of the platform. */
final class Sealing {
  static final String HOME = "20010db800aa00000000000000000001";
  static final String CARE_OF = "20010db8000100000000000000000001";
  static final String AGENT = "20010db8000200000000000000000002";

  /** BU A=1 H=1 K=1 seq 7, from HOME to AGENT. */
  static final byte[] UPDATE =
      Hex.parse("3b03050060fd0007d00000640100031020010db8000100000000000000000001");

  /** BA status 0 seq 7, from AGENT to HOME. */
  static final byte[] ACKNOWLEDGEMENT = Hex.parse("3b010600605900800007006401020000");

  static final int ESP = 50;
  static final int AH = 51;
  static final int MOBILITY = 135;
  private static final int RAW = 101;
  private static final int ICV = 12;

  private Sealing() {}

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] word(long value) {
    return ByteBuffer.allocate(4).putInt((int) value).array();
  }

  /** {@code count} octets that count from {@code first}. */
  static byte[] counting(int first, int count) {
    byte[] octets = new byte[count];
    for (int i = 0; i < count; i++) {
      octets[i] = (byte) (first + i);
    }
    return octets;
  }

  static byte[] sha1(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(join(parts));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** CBC; the length of the initialization vector tells AES from Triple DES. */
  static byte[] cbc(byte[] key, byte[] iv, byte[] text) {
    String name = iv.length == 16 ? "AES" : "DESede";
    try {
      Cipher cipher = Cipher.getInstance(name + "/CBC/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, name), new IvParameterSpec(iv));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An ESP SA with HMAC-SHA1-96. */
  static final class EspSender {
    private final long spi;
    private final int block;
    private final byte[] encryptionKey;
    private final byte[] integrityKey;

    /**
     * A sender.
     *
     * @param block 16 for AES-CBC, 8 for Triple DES
     */
    EspSender(long spi, int block, byte[] encryptionKey, byte[] integrityKey) {
      this.spi = spi;
      this.block = block;
      this.encryptionKey = encryptionKey;
      this.integrityKey = integrityKey;
    }

    /** RFC 4303 section 2; extended numbers with {@code high} octets behind what is covered. */
    byte[] esp(long sequence, int nextHeader, byte[] payload, byte[] high) {
      int pad = (block - (payload.length + 2) % block) % block;
      byte[] iv = counting((int) (sequence & 0x7f), block);
      byte[] text =
          join(payload, counting(1, pad), new byte[] {(byte) pad}, new byte[] {(byte) nextHeader});
      byte[] clear = join(word(spi), word(sequence), iv, cbc(encryptionKey, iv, text));
      return join(clear, Arrays.copyOf(sha1(integrityKey, clear, high), ICV));
    }

    byte[] esp(long sequence, int nextHeader, byte[] payload) {
      return esp(sequence, nextHeader, payload, new byte[0]);
    }

    /** As {@code ip xfrm state} prints it, with addresses that no packet has. */
    String state() {
      return "src fd00::1 dst fd00::2\n\tproto esp spi 0x%08x reqid 1 mode transport\n"
              .formatted(spi)
          + "\tauth-trunc hmac(sha1) 0x"
          + Hex.plain(integrityKey)
          + " 96\n\tenc "
          + (block == 16 ? "cbc(aes)" : "cbc(des3_ede)")
          + " 0x"
          + Hex.plain(encryptionKey)
          + "\n";
    }
  }

  static byte[] ipv6(String source, String destination, int nextHeader, byte[] payload) {
    ByteBuffer header = ByteBuffer.allocate(8);
    header.putInt(0x60000000).putShort((short) payload.length);
    header.put((byte) nextHeader).put((byte) 64);
    return join(header.array(), Hex.parse(source), Hex.parse(destination), payload);
  }

  static KeyRing keys(String text) {
    return KeyFiles.read(new StringReader(text), "keys");
  }

  static Dissection dissect(byte[] packet, Decryptor decryptor) {
    return Dissector.dissect(RAW, Slice.of(packet), null, DecodeAs.NONE, decryptor);
  }
}
