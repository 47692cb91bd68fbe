package org.roamscope.keys;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.EspKeys;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Keys as JSON: an object with the lists {@code ikev2} ({@code spi_i}, {@code spi_r}, {@code
 * enc_ws}, {@code integ_ws}, {@code algs}, {@code SK_ei} and the other keys), {@code ikev1} ({@code
 * icookie}, {@code rcookie}, {@code key}, {@code SKEYID_d}, {@code SKEYID_a}, {@code SKEYID_e}) and
 * {@code esp} ({@code spi}, {@code family}, {@code src}, {@code dst}, {@code enc_ws}, {@code
 * enc_key}, {@code auth_ws}, {@code auth_key}). Other members are passed over.
 */
final class JsonKeys {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(KeyText.LONGEST_LINE)
                  .maxNameLength(200)
                  .maxNumberLength(200)
                  .build())
          .build();

  private final RingBuilder out;
  private final FieldReader fields;

  /** Text members of one object and where they stand. */
  private record Entry(int line, int column, Map<String, Member> members) {
    @Nullable Member get(String name) {
      return members.get(name);
    }
  }

  private record Member(int line, Row.Field field) {}

  JsonKeys(RingBuilder out) {
    this.out = out;
    fields = new FieldReader(out);
  }

  void read(byte[] octets, int start) {
    int line = 1;
    int column = 0;
    try (JsonParser json =
        FACTORY.createParser(ObjectReadContext.empty(), octets, start, octets.length - start)) {
      try {
        document(json);
      } catch (JacksonException e) {
        // Its message may quote the text: only the place is taken.
        TokenStreamLocation at = json.currentLocation();
        line = at.getLineNr();
        column = at.getColumnNr();
        throw e;
      }
    } catch (JacksonException e) {
      out.problem(Math.max(1, line), Math.max(0, column), "not JSON from here on");
    }
  }

  private void document(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      out.problem(1, 0, "an object with ikev2, ikev1 or esp needed");
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String list = json.currentName();
      if (json.nextToken() != JsonToken.START_ARRAY) {
        json.skipChildren();
        continue;
      }
      for (JsonToken token = json.nextToken();
          token != null && token != JsonToken.END_ARRAY;
          token = json.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          entry(list, members(json));
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private static Entry members(JsonParser json) {
    TokenStreamLocation start = json.currentTokenLocation();
    Map<String, Member> members = new TreeMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        TokenStreamLocation at = json.currentTokenLocation();
        Row.Field field = new Row.Field(json.getString(), at.getColumnNr(), true);
        members.put(name, new Member(at.getLineNr(), field));
      } else {
        json.skipChildren();
      }
    }
    return new Entry(start.getLineNr(), start.getColumnNr(), members);
  }

  private void entry(String list, Entry entry) {
    switch (list) {
      case "ikev2" -> ikeV2(entry);
      case "ikev1" -> ikeV1(entry);
      case "esp" -> esp(entry);
      default -> {
        // Not a list of keys.
      }
    }
  }

  private void ikeV2(Entry entry) {
    Long spiI = spi(entry, "spi_i");
    Long spiR = spi(entry, "spi_r");
    KeyMaterial ei = secret(entry, "SK_ei");
    KeyMaterial er = secret(entry, "SK_er");
    Suite suite = algorithms(entry);
    Member enc = entry.get("enc_ws");
    Member integ = entry.get("integ_ws");
    EncryptionNames.Named encryption =
        enc == null ? suite.encryption() : fields.encryption(enc.line, enc.field);
    Integrity integrity =
        integ == null ? suite.integrity() : fields.integrity(integ.line, integ.field);
    KeyMaterial ai = optional(entry, "SK_ai");
    KeyMaterial ar = optional(entry, "SK_ar");
    if (encryption == null && enc == null) {
      missing(entry, "enc_ws");
    }
    if (spiI == null
        || spiR == null
        || ei == null
        || er == null
        || encryption == null
        || integrity == null) {
      return;
    }
    KeyMaterial sureAi = ai == null ? KeyMaterial.none() : ai;
    KeyMaterial sureAr = ar == null ? KeyMaterial.none() : ar;
    boolean fits =
        fields.fits(entry.line, entry.column, encryption, ei, "SK_ei")
            && fields.fits(entry.line, entry.column, encryption, er, "SK_er")
            && fields.fits(entry.line, entry.column, integrity, sureAi, "SK_ai")
            && fields.fits(entry.line, entry.column, integrity, sureAr, "SK_ar")
            && fields.alone(entry.line, entry.column, encryption.encryption(), integrity);
    if (fits) {
      out.add(
          new IkeV2Keys(
              spiI,
              spiR,
              encryption.encryption(),
              ei,
              er,
              integrity,
              sureAi,
              sureAr,
              new IkeV2Keys.Derivation(
                  suite.prf(),
                  optional(entry, "SK_d"),
                  optional(entry, "SK_pi"),
                  optional(entry, "SK_pr")),
              out.origin(entry.line)));
    }
  }

  private static Suite algorithms(Entry entry) {
    Member member = entry.get("algs");
    return member == null ? Suite.NONE : Suite.parse(member.field.text());
  }

  private void ikeV1(Entry entry) {
    Long cookie = spi(entry, "icookie");
    Long responder = entry.get("rcookie") == null ? null : spi(entry, "rcookie");
    KeyMaterial key = secret(entry, "key");
    if (cookie == null || key == null) {
      return;
    }
    if (key.isEmpty()) {
      out.problem(entry.line, entry.column, "key: no octets");
      return;
    }
    out.add(
        new IkeV1Keys(
            cookie,
            responder,
            key,
            new IkeV1Keys.Derivation(
                optional(entry, "SKEYID_d"),
                optional(entry, "SKEYID_a"),
                optional(entry, "SKEYID_e")),
            out.origin(entry.line)));
  }

  private void esp(Entry entry) {
    Member spiText = entry.get("spi");
    Member enc = entry.get("enc_ws");
    Member auth = entry.get("auth_ws");
    if (spiText == null || enc == null || auth == null) {
      missing(entry, spiText == null ? "spi" : enc == null ? "enc_ws" : "auth_ws");
      return;
    }
    String digits = HexText.bare(spiText.field.text());
    SpiPattern spi =
        HexText.all(digits) && digits.length() <= 8
            ? SpiPattern.parse("0x" + digits)
            : SpiPattern.parse(digits.equals("*") ? "*" : "");
    if (spi == null) {
      out.problem(spiText.line, spiText.field.column(), "spi: hexadecimal digits needed");
    }
    EncryptionNames.Named encryption = fields.encryption(enc.line, enc.field);
    Integrity integrity = fields.integrity(auth.line, auth.field);
    KeyMaterial encryptionKey = optional(entry, "enc_key");
    KeyMaterial integrityKey = optional(entry, "auth_key");
    KeyMaterial sureEncryption = encryptionKey == null ? KeyMaterial.none() : encryptionKey;
    KeyMaterial sureIntegrity = integrityKey == null ? KeyMaterial.none() : integrityKey;
    if (spi == null
        || encryption == null
        || integrity == null
        || !fields.fits(entry.line, entry.column, encryption, sureEncryption, "enc_key")
        || !fields.fits(entry.line, entry.column, integrity, sureIntegrity, "auth_key")
        || !fields.alone(entry.line, entry.column, encryption.encryption(), integrity)) {
      return;
    }
    Member stated = entry.get("family");
    AddressFamily parsed = stated == null ? null : AddressFamily.parse(stated.field.text());
    AddressFamily family = parsed == null ? AddressFamily.ANY : parsed;
    out.add(
        new IpsecKeys(
            IpsecProtocol.ESP,
            family,
            address(entry, "src", family),
            address(entry, "dst", family),
            spi,
            new EspKeys(
                encryption.encryption(),
                sureEncryption,
                integrity,
                integrity.checks() ? sureIntegrity : KeyMaterial.none()),
            SequenceNumbers.UNSTATED,
            0,
            out.origin(entry.line)));
  }

  /** Any address when the text is none of the family: the outer header may be of the other one. */
  private static AddressPattern address(Entry entry, String name, AddressFamily family) {
    Member member = entry.get(name);
    AddressPattern pattern = member == null ? null : AddressPattern.parse(member.field.text());
    return pattern == null || (family != AddressFamily.ANY && pattern.family() != family)
        ? AddressPattern.ANY
        : pattern;
  }

  private @Nullable Long spi(Entry entry, String name) {
    Member member = entry.get(name);
    if (member == null) {
      missing(entry, name);
      return null;
    }
    return fields.spi(member.line, member.field, name);
  }

  private @Nullable KeyMaterial secret(Entry entry, String name) {
    if (entry.get(name) == null) {
      missing(entry, name);
    }
    return optional(entry, name);
  }

  private @Nullable KeyMaterial optional(Entry entry, String name) {
    Member member = entry.get(name);
    return member == null ? null : fields.hex(member.line, member.field, name);
  }

  private void missing(Entry entry, String name) {
    out.problem(entry.line, entry.column, "no text member " + name);
  }

  /** True when the text begins an object. */
  static boolean recognises(KeyText text) {
    return text.first() == '{';
  }
}
