package org.roamscope.keys;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.EspKeys;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;

/**
 * What {@code ip xfrm state} prints. Keys are hexadecimal; with {@code aead} and with counter mode
 * the salt stands behind the key, as in the other files. The number behind {@code auth-trunc} and
 * {@code aead} is the length of the checksum in bits.
 */
final class XfrmState implements LineParser {
  private static final Pattern START = Pattern.compile("^\\s*+src (\\S{1,60}) dst (\\S{1,60})");
  private static final Pattern PROTO =
      Pattern.compile("^\\s*+proto (\\w{1,10}) spi (0x[0-9a-fA-F]{1,8})\\b");
  private static final Pattern ALGORITHM =
      Pattern.compile("^\\s*+(auth-trunc|auth|enc|aead)\\s+(\\S{1,60})(?:\\s++(.*))?$");
  private static final Pattern ESN = Pattern.compile("\\besn\\b");

  private final RingBuilder out;
  private final FieldReader fields;
  private @Nullable Draft draft;

  /** An SA of which lines are still to come. */
  private static final class Draft {
    final int line;
    final AddressPattern source;
    final AddressPattern destination;
    @Nullable IpsecProtocol protocol;
    @Nullable SpiPattern spi;
    Encryption encryption = Encryption.NULL;
    KeyMaterial encryptionKey = KeyMaterial.none();
    Integrity integrity = Integrity.NONE;
    KeyMaterial integrityKey = KeyMaterial.none();
    boolean extended;
    boolean broken;

    Draft(int line, AddressPattern source, AddressPattern destination) {
      this.line = line;
      this.source = source;
      this.destination = destination;
    }
  }

  XfrmState(RingBuilder out) {
    this.out = out;
    fields = new FieldReader(out);
  }

  /** True for a line that only this format has. */
  static boolean recognises(String line) {
    return START.matcher(line).find();
  }

  @Override
  public void line(int number, String text) {
    Matcher start = START.matcher(text);
    if (start.find()) {
      end();
      AddressPattern source = AddressPattern.parse(start.group(1));
      AddressPattern destination = AddressPattern.parse(start.group(2));
      if (source == null || destination == null) {
        out.problem(number, 1 + start.start(1), "src and dst: two addresses needed");
        return;
      }
      draft = new Draft(number, some(source), some(destination));
      return;
    }
    if (draft == null) {
      return;
    }
    Matcher proto = PROTO.matcher(text);
    if (proto.find()) {
      proto(draft, proto);
      return;
    }
    if (ESN.matcher(text).find() && text.contains("flag")) {
      draft.extended = true;
    }
    Matcher algorithm = ALGORITHM.matcher(text);
    if (algorithm.find() && draft.protocol != null) {
      algorithm(draft, number, algorithm);
    }
  }

  /** An unspecified address stands for any. */
  private static AddressPattern some(AddressPattern pattern) {
    return pattern.high() == 0 && pattern.low() == 0 ? AddressPattern.ANY : pattern;
  }

  private static void proto(Draft draft, Matcher proto) {
    draft.protocol =
        switch (proto.group(1)) {
          case "esp" -> IpsecProtocol.ESP;
          case "ah" -> IpsecProtocol.AH;
          default -> null;
        };
    draft.spi = SpiPattern.parse(proto.group(2));
  }

  private void algorithm(Draft draft, int line, Matcher matcher) {
    boolean integrity = matcher.group(1).startsWith("auth");
    String rest = matcher.group(3) == null ? "" : matcher.group(3).strip();
    int space = rest.indexOf(' ');
    String key = space < 0 ? rest : rest.substring(0, space);
    String length = space < 0 ? "" : rest.substring(space + 1).strip();
    int keyColumn = 1 + Math.max(0, matcher.start(3));
    if (key.startsWith("<")) {
      out.problem(line, keyColumn, "the key is hidden: run the command without nokeys");
      draft.broken = true;
      return;
    }
    Row.Field field = new Row.Field(key, keyColumn, false);
    KeyMaterial secret = fields.hex(line, field, matcher.group(1) + " key");
    int bits = bits(length);
    if (secret == null) {
      draft.broken = true;
    } else if (integrity) {
      integrity(draft, line, matcher, bits, secret);
    } else {
      encryption(draft, line, matcher, bits, field, secret);
    }
  }

  /** The last word as a number: before it may stand the length of the key in brackets. */
  private static int bits(String length) {
    String last = length.substring(length.lastIndexOf(' ') + 1);
    if (last.isEmpty() || last.length() > 4) {
      return 0;
    }
    int bits = 0;
    for (int i = 0; i < last.length(); i++) {
      char c = last.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      bits = bits * 10 + c - '0';
    }
    return bits;
  }

  private void integrity(Draft draft, int line, Matcher matcher, int bits, KeyMaterial secret) {
    Integrity name = IntegrityNames.ofKernel(matcher.group(2), bits);
    if (name == null) {
      out.problem(line, 1 + matcher.start(2), "no integrity algorithm has this name and length");
      draft.broken = true;
      return;
    }
    draft.integrity = name;
    draft.integrityKey = name.checks() ? secret : KeyMaterial.none();
  }

  private void encryption(
      Draft draft, int line, Matcher matcher, int bits, Row.Field field, KeyMaterial secret) {
    EncryptionNames.Named named =
        matcher.group(1).equals("aead")
            ? EncryptionNames.parse(matcher.group(2), bits / 8)
            : EncryptionNames.parse(matcher.group(2));
    if (named == null) {
      out.problem(line, 1 + matcher.start(2), "no encryption algorithm has this name and length");
      draft.broken = true;
      return;
    }
    if (!fields.fits(line, field.column(), named, secret, matcher.group(1) + " key")) {
      draft.broken = true;
      return;
    }
    draft.encryption = named.encryption();
    draft.encryptionKey = secret;
  }

  @Override
  public void end() {
    Draft done = draft;
    draft = null;
    if (done == null || done.broken || done.protocol == null || done.spi == null) {
      return;
    }
    if (done.encryption == Encryption.NULL && done.integrity == Integrity.NONE) {
      // A larval SA, or a policy: there is no key in it.
      return;
    }
    AddressFamily family =
        done.source.family() == AddressFamily.ANY
            ? done.destination.family()
            : done.source.family();
    out.add(
        new IpsecKeys(
            done.protocol,
            family,
            done.source,
            done.destination,
            done.spi,
            new EspKeys(
                done.encryption,
                done.encryptionKey,
                done.encryption.aead() ? Integrity.NONE : done.integrity,
                done.encryption.aead() ? KeyMaterial.none() : done.integrityKey),
            done.extended ? SequenceNumbers.EXTENDED : SequenceNumbers.PLAIN,
            0,
            out.origin(done.line)));
  }
}
