package org.roamscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roamscope.bytes.Hex;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.keys.IkeV2Keys;
import org.roamscope.keys.IpsecKeys;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;

/** The keys of a sample in every kind of file that can hold some of them. */
final class KeyFileKinds {
  private static final Pattern KEY =
      Pattern.compile(
          "\"(?:SK_\\w+|SKEYSEED|SKEYID\\w*|key|enc_key|auth_key)\": \"([0-9a-f]{12,})\"");

  private KeyFileKinds() {}

  /** Every key in a {@code keys.json}. */
  static List<byte[]> keysIn(Path json) throws IOException {
    List<byte[]> all = new ArrayList<>();
    Matcher found = KEY.matcher(Files.readString(json));
    while (found.find()) {
      all.add(HexFormat.of().parseHex(found.group(1)));
    }
    return all;
  }

  /** Texts of key files by name, of a folder that holds tables and {@code keys.json}. */
  static Map<String, String> of(Path sample) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String name :
        List.of("keys.json", "esp_sa", "ikev2_decryption_table", "ikev1_decryption_table")) {
      if (Files.exists(sample.resolve(name)) && Files.size(sample.resolve(name)) > 0) {
        files.put(name, Files.readString(sample.resolve(name)));
      }
    }
    KeyRing ring = KeyFiles.read(sample.resolve("keys.json"));
    if (!ring.esp().isEmpty()) {
      StringBuilder xfrm = new StringBuilder();
      ring.esp().forEach(keys -> xfrm(keys, xfrm));
      files.put("xfrm", xfrm.toString());
    }
    if (!ring.ikeV2().isEmpty()) {
      files.put("charon.log", charon(ring.ikeV2().getFirst()));
      files.put("pluto.log", pluto(ring.ikeV2().getFirst()));
    }
    return files;
  }

  private static void xfrm(IpsecKeys keys, StringBuilder out) {
    out.append("src 2001:db8::1 dst 2001:db8::2\n\tproto esp spi 0x");
    out.append(String.format(Locale.ROOT, "%08x", keys.spi().value()));
    out.append(" reqid 1 mode transport\n\tauth-trunc hmac(sha1) 0x");
    out.append(Hex.plain(keys.keys().integrityKey().octets())).append(" 96\n\tenc cbc(aes) 0x");
    out.append(Hex.plain(keys.keys().encryptionKey().octets())).append('\n');
  }

  private static Map<String, KeyMaterial> secrets(IkeV2Keys keys) {
    return Map.of("ai", keys.ai(), "ar", keys.ar(), "ei", keys.ei(), "er", keys.er());
  }

  private static String charon(IkeV2Keys keys) {
    String line = "2026-06-14T16:15:39 ha charon: 11[%s] %s\n";
    String spis =
        "checkout IKEv2 SA by message with SPIs %s_i %s_r"
            .formatted(Hex.spi64(keys.spiI()), Hex.spi64(keys.spiR()));
    StringBuilder out = new StringBuilder(line.formatted("MGR", spis));
    out.append(
        line.formatted("CFG", "selected proposal: IKE:AES_CBC_128/HMAC_SHA1_96/PRF_HMAC_SHA1"));
    new TreeMap<>(secrets(keys))
        .forEach((name, secret) -> {
          out.append(
              line.formatted(
                  "IKE", "Sk_" + name + " secret => " + secret.length() + " bytes @ 0x7f53fc01"));
          for (int at = 0; at < secret.length(); at += 16) {
            byte[] part = secret.part(at, Math.min(16, secret.length() - at)).octets();
            String pairs = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(part);
            out.append(line.formatted("IKE", String.format(Locale.ROOT, "%4d: %s", at, pairs)));
          }
        });
    return out.toString();
  }

  private static String pluto(IkeV2Keys keys) {
    HexFormat pairs = HexFormat.ofDelimiter(" ");
    StringBuilder out = new StringBuilder("host pluto[42]: | **parse ISAKMP Message:\n");
    out.append("|    initiator cookie:\n|   ");
    out.append(Hex.spi64(keys.spiI()).replaceAll("(..)(?!$)", "$1 "));
    out.append("\n|    responder cookie:\n|   ");
    out.append(Hex.spi64(keys.spiR()).replaceAll("(..)(?!$)", "$1 ")).append('\n');
    new TreeMap<>(secrets(keys))
        .forEach((name, secret) ->
            out.append("| SK_")
                .append(name)
                .append(":  ")
                .append(pairs.formatHex(secret.octets()))
                .append('\n'));
    return out.append("\"conn\" #1: STATE_PARENT_R1: {auth=IKEv2 cipher=aes_128 integ=sha1_96")
        .append(" prf=oakley_sha group=modp2048}\n")
        .toString();
  }
}
