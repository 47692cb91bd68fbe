package org.roamscope.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.roamscope.bytes.Hex;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;

/**
 * Writes keys as Wireshark's tables and as JSON. This is the one place where keys become text, and
 * they go to the given {@link Appendable} only. Keys that a table has no row for are named in
 * warnings.
 */
public final class KeyWriter {
  private static final HexFormat HEX = HexFormat.of();

  /** Names that Wireshark's {@code ikev2_decryption_table} knows. */
  private static final Set<Encryption> IKE_ENCRYPTION =
      Set.of(
          Encryption.TRIPLE_DES_CBC,
          Encryption.NULL,
          Encryption.AES_CBC,
          Encryption.AES_CTR,
          Encryption.AES_CCM_8,
          Encryption.AES_CCM_12,
          Encryption.AES_CCM_16,
          Encryption.AES_GCM_8,
          Encryption.AES_GCM_12,
          Encryption.AES_GCM_16);

  /** Names that Wireshark's {@code esp_sa} knows. */
  private static final Set<Encryption> ESP_ENCRYPTION =
      Set.of(
          Encryption.TRIPLE_DES_CBC,
          Encryption.NULL,
          Encryption.AES_CBC,
          Encryption.AES_CTR,
          Encryption.DES_CBC,
          Encryption.CAST5_CBC,
          Encryption.BLOWFISH_CBC,
          Encryption.TWOFISH_CBC,
          Encryption.AES_GCM_8,
          Encryption.AES_GCM_12,
          Encryption.AES_GCM_16);

  private static final Set<Integrity> NOT_IN_IKE =
      Set.of(Integrity.AES_XCBC_96, Integrity.AES_CMAC_96, Integrity.HMAC_RIPEMD_160_96);

  private static final Set<Integrity> NOT_IN_ESP =
      Set.of(
          Integrity.AES_XCBC_96,
          Integrity.AES_CMAC_96,
          Integrity.HMAC_MD5_128,
          Integrity.HMAC_SHA1_160,
          Integrity.ANY_160);

  private KeyWriter() {}

  /** Writes the rows of {@code ikev2_decryption_table}. */
  public static List<KeyWarning> ikeV2Table(KeyRing ring, Appendable out) throws IOException {
    List<KeyWarning> left = new ArrayList<>();
    for (IkeV2Keys keys : ring.ikeV2()) {
      if (!IKE_ENCRYPTION.contains(keys.encryption()) || NOT_IN_IKE.contains(keys.integrity())) {
        left.add(unnamed(keys.origin()));
        continue;
      }
      out.append(Hex.spi64(keys.spiI())).append(',').append(Hex.spi64(keys.spiR())).append(',');
      hex(keys.ei(), out);
      out.append(',');
      hex(keys.er(), out);
      out.append(",\"")
          .append(EncryptionNames.ofIke(keys.encryption(), keys.ei().length()))
          .append("\",");
      hex(keys.ai(), out);
      out.append(',');
      hex(keys.ar(), out);
      out.append(",\"").append(IntegrityNames.ofIke(keys.integrity())).append("\"\n");
    }
    return left;
  }

  /** Writes the rows of {@code ikev1_decryption_table}. */
  public static List<KeyWarning> ikeV1Table(KeyRing ring, Appendable out) throws IOException {
    for (IkeV1Keys keys : ring.ikeV1()) {
      out.append(Hex.spi64(keys.initiatorCookie())).append(',');
      hex(keys.key(), out);
      out.append('\n');
    }
    return List.of();
  }

  /**
   * Writes the rows of {@code esp_sa} with eight columns, which every version reads, and ten where
   * extended sequence numbers need them. An SA of either family becomes two rows.
   */
  public static List<KeyWarning> espTable(KeyRing ring, Appendable out) throws IOException {
    List<KeyWarning> left = new ArrayList<>();
    for (IpsecKeys keys : ring.esp()) {
      if (keys.protocol() != IpsecProtocol.ESP
          || !ESP_ENCRYPTION.contains(keys.keys().encryption())
          || NOT_IN_ESP.contains(keys.keys().integrity())) {
        left.add(unnamed(keys.origin()));
        continue;
      }
      if (in(keys, AddressFamily.IPV6)) {
        esp("IPv6", keys, out);
      }
      if (in(keys, AddressFamily.IPV4)) {
        esp("IPv4", keys, out);
      }
    }
    return left;
  }

  /** True when the SA and both of its addresses may be of a family. */
  private static boolean in(IpsecKeys keys, AddressFamily family) {
    return Stream.of(keys.family(), keys.source().family(), keys.destination().family())
        .allMatch(one -> one == AddressFamily.ANY || one == family);
  }

  private static void esp(String family, IpsecKeys keys, Appendable out) throws IOException {
    out.append('"').append(family).append("\",\"");
    out.append(keys.source().text()).append("\",\"");
    out.append(keys.destination().text()).append("\",\"");
    out.append(keys.spi().toString()).append("\",\"");
    out.append(EncryptionNames.ofEsp(keys.keys().encryption())).append("\",\"");
    prefixed(keys.keys().encryptionKey(), out);
    out.append("\",\"").append(IntegrityNames.ofEsp(keys.keys().integrity())).append("\",\"");
    prefixed(keys.keys().integrityKey(), out);
    out.append('"');
    if (keys.sequenceNumbers() == SequenceNumbers.EXTENDED) {
      out.append(",\"64-bit\",\"").append(SpiPattern.of(keys.highSequence()).toString());
      out.append('"');
    }
    out.append('\n');
  }

  /**
   * Writes the three tables into a folder, readable by their owner only. Tables without rows are
   * left out.
   *
   * @throws IOException when the folder has one of them already, or cannot be written
   */
  public static List<KeyWarning> write(KeyRing ring, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<KeyWarning> left = new ArrayList<>();
    if (!ring.ikeV2().isEmpty()) {
      left.addAll(table(folder, KeyKind.IKEV2_TABLE, out -> ikeV2Table(ring, out)));
    }
    if (!ring.ikeV1().isEmpty()) {
      left.addAll(table(folder, KeyKind.IKEV1_TABLE, out -> ikeV1Table(ring, out)));
    }
    if (!ring.esp().isEmpty()) {
      left.addAll(table(folder, KeyKind.ESP_TABLE, out -> espTable(ring, out)));
    }
    return left;
  }

  /** Writes one table. */
  private interface Rows {
    List<KeyWarning> write(Appendable out) throws IOException;
  }

  private static List<KeyWarning> table(Path folder, KeyKind kind, Rows rows) throws IOException {
    Path file = folder.resolve(kind.usualName());
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, fresh, owned(folder.getFileSystem()));
        Writer out = Channels.newWriter(channel, StandardCharsets.ISO_8859_1)) {
      return rows.write(out);
    }
  }

  private static FileAttribute<?>[] owned(FileSystem system) {
    return system.supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Writes {@code keys.json} into a folder, readable by its owner only.
   *
   * @throws IOException when the folder has one already, or cannot be written
   */
  public static List<KeyWarning> writeJson(KeyRing ring, Path folder) throws IOException {
    Files.createDirectories(folder);
    return table(folder, KeyKind.JSON, out -> JsonKeyWriter.write(ring, out));
  }

  private static KeyWarning unnamed(KeyOrigin origin) {
    return new KeyWarning(
        origin.file(), origin.line(), 0, "left out: the table has no name for its algorithms");
  }

  /** NULL has no key; {@code 0x} alone is read as two letters. */
  private static void prefixed(KeyMaterial secret, Appendable out) throws IOException {
    if (!secret.isEmpty()) {
      out.append("0x");
      hex(secret, out);
    }
  }

  static void hex(KeyMaterial secret, Appendable out) throws IOException {
    byte[] octets = secret.octets();
    try {
      HEX.formatHex(out, octets);
    } catch (UncheckedIOException e) {
      throw new IOException("the table cannot be written", e);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }
}
