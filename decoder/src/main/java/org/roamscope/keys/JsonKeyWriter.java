package org.roamscope.keys;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.crypto.KeyMaterial;

/**
 * Writes keys as {@link JsonKeys} reads them: also SK_d, the pseudo-random function and algorithms
 * that no table of Wireshark has. Left out is what the form has no place for: AH, sequence numbers
 * of 64 bits and patterns of SPIs.
 */
final class JsonKeyWriter {
  private final Appendable out;
  private String before = "";

  private JsonKeyWriter(Appendable out) {
    this.out = out;
  }

  static List<KeyWarning> write(KeyRing ring, Appendable out) throws IOException {
    JsonKeyWriter writer = new JsonKeyWriter(out);
    List<KeyWarning> left = new ArrayList<>();
    out.append("{");
    writer.list("ikev2");
    for (IkeV2Keys keys : ring.ikeV2()) {
      writer.ikeV2(keys);
    }
    out.append("],");
    writer.list("ikev1");
    for (IkeV1Keys keys : ring.ikeV1()) {
      writer.ikeV1(keys);
    }
    out.append("],");
    writer.list("esp");
    for (IpsecKeys keys : ring.esp()) {
      if (writable(keys)) {
        writer.esp(keys);
      } else {
        left.add(
            new KeyWarning(
                keys.origin().file(), keys.origin().line(), 0, "left out: JSON cannot say it"));
      }
    }
    out.append("]\n}\n");
    return left;
  }

  private static boolean writable(IpsecKeys keys) {
    return keys.protocol() == IpsecProtocol.ESP
        && keys.sequenceNumbers() != SequenceNumbers.EXTENDED
        && (keys.spi().exact() || keys.spi().equals(SpiPattern.ANY));
  }

  private void list(String name) throws IOException {
    out.append("\n  \"").append(name).append("\": [");
    before = "";
  }

  private void begin() throws IOException {
    out.append(before).append("\n    {");
    before = "";
  }

  private void end() throws IOException {
    out.append("}");
    before = ",";
  }

  /** Names and values here are digits and names of algorithms: nothing needs an escape. */
  private void member(String name, String value) throws IOException {
    out.append(before).append('"').append(name).append("\": \"").append(value).append('"');
    before = ", ";
  }

  private void secret(String name, @Nullable KeyMaterial key) throws IOException {
    if (key != null && !key.isEmpty()) {
      out.append(before).append('"').append(name).append("\": \"");
      KeyWriter.hex(key, out);
      out.append('"');
      before = ", ";
    }
  }

  private void ikeV2(IkeV2Keys keys) throws IOException {
    begin();
    member("spi_i", Hex.spi64(keys.spiI()));
    member("spi_r", Hex.spi64(keys.spiR()));
    member("enc_ws", EncryptionNames.ofIke(keys.encryption(), keys.ei().length()));
    member("integ_ws", IntegrityNames.ofIke(keys.integrity()));
    IkeV2Keys.Derivation derivation = keys.derivation();
    if (derivation != null) {
      if (derivation.prf() != null) {
        member("algs", "PRF_" + derivation.prf().name());
      }
      secret("SK_d", derivation.d());
      secret("SK_pi", derivation.pi());
      secret("SK_pr", derivation.pr());
    }
    secret("SK_ei", keys.ei());
    secret("SK_er", keys.er());
    secret("SK_ai", keys.ai());
    secret("SK_ar", keys.ar());
    end();
  }

  private void ikeV1(IkeV1Keys keys) throws IOException {
    begin();
    member("icookie", Hex.spi64(keys.initiatorCookie()));
    if (keys.responderCookie() != null) {
      member("rcookie", Hex.spi64(keys.responderCookie()));
    }
    secret("key", keys.key());
    IkeV1Keys.Derivation derivation = keys.derivation();
    if (derivation != null) {
      secret("SKEYID_d", derivation.d());
      secret("SKEYID_a", derivation.a());
      secret("SKEYID_e", derivation.e());
    }
    end();
  }

  private void esp(IpsecKeys keys) throws IOException {
    begin();
    if (keys.family() != AddressFamily.ANY) {
      member("family", keys.family() == AddressFamily.IPV6 ? "IPv6" : "IPv4");
    }
    member("src", keys.source().text());
    member("dst", keys.destination().text());
    member("spi", keys.spi().toString());
    member("enc_ws", EncryptionNames.ofEsp(keys.keys().encryption()));
    member("auth_ws", IntegrityNames.ofEsp(keys.keys().integrity()));
    secret("enc_key", keys.keys().encryptionKey());
    secret("auth_key", keys.keys().integrityKey());
    end();
  }
}
