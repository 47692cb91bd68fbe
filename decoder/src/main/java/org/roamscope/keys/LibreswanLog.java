package org.roamscope.keys;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.EspKeys;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;

/**
 * A log of pluto, libreswan's and Openswan's daemon, with {@code private} and {@code crypt}
 * debugging: lines with a bar hold a label and octets, behind it or on the next lines.
 *
 * <p>Openswan prints the keys of IKE SAs. libreswan keeps them inside its library and prints the
 * key material of child SAs only: {@code our keymat} is inbound, {@code peer keymat} outbound.
 */
final class LibreswanLog implements LineParser {
  private static final Pattern DEBUG = Pattern.compile("^(?:.{0,120}?[:\\s])?\\| ?(.*)$");
  private static final Pattern IKE =
      Pattern.compile("\\{auth=\\S{1,40} cipher=(\\S{1,40}) integ=(\\S{1,40}) prf=([^\\s}]{1,40})");
  private static final Pattern CHILD =
      Pattern.compile(
          "(ESP|AH)[A-Za-z/]{0,12}=>0x([0-9a-f]{1,8}) <0x([0-9a-f]{1,8})"
              + " xfrm=([A-Za-z0-9_]{1,40})-([A-Za-z0-9_]{1,40})");

  /** SAs that wait for the line with their algorithms; it follows soon. */
  private static final int UNSUITED = 100;

  private final RingBuilder out;
  private final List<IkeDraft> drafts = new ArrayList<>();
  private final Map<Long, List<IkeDraft>> waiting = new TreeMap<>();
  private final Deque<IkeDraft> unsuited = new ArrayDeque<>();
  private @Nullable HexDump dump;
  private @Nullable IkeDraft draft;
  private @Nullable KeyMaterial skeyIdD;
  private @Nullable KeyMaterial ours;
  private @Nullable KeyMaterial peers;
  private int keymatLine;
  private long spiI;
  private long spiR;

  LibreswanLog(RingBuilder out) {
    this.out = out;
  }

  /** True for a line that only this format has. */
  static boolean recognises(String line) {
    if (line.contains("pluto[") || (line.contains(" xfrm=") && CHILD.matcher(line).find())) {
      return true;
    }
    String rest = line.startsWith("| ") ? debug(line) : null;
    return rest != null && known(label(rest));
  }

  private static @Nullable String debug(String line) {
    Matcher matcher = DEBUG.matcher(line);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static boolean known(String label) {
    return switch (label) {
      case "skd", "skai", "skar", "skei", "sker", "skpi", "skpr" -> true;
      case "ourkeymat", "peerkeymat", "keymatcomputed", "peerkeymatcomputed" -> true;
      case "initiatorcookie", "initiatorspi", "icookie", "spii" -> true;
      case "respondercookie", "responderspi", "rcookie", "spir" -> true;
      case "enckey", "skeyidd" -> true;
      default -> false;
    };
  }

  /** The words before octets, plainly spelled. */
  private static String label(String rest) {
    return Spelling.plain(rest.substring(0, octetsFrom(rest)));
  }

  /** Where the pairs of digits at the end of a line begin. */
  private static int octetsFrom(String rest) {
    int from = rest.length();
    int at = rest.length();
    while (at > 0) {
      int end = at;
      while (end > 0 && rest.charAt(end - 1) == ' ') {
        end--;
      }
      int start = end - 2;
      boolean pair =
          start >= 0
              && HexText.digit(rest.charAt(start)) >= 0
              && HexText.digit(rest.charAt(start + 1)) >= 0
              && (start == 0 || rest.charAt(start - 1) == ' ');
      if (!pair) {
        return from;
      }
      from = start;
      at = start;
    }
    return from;
  }

  @Override
  public void line(int number, String text) {
    String rest = debug(text);
    if (rest == null) {
      flush();
      said(number, text);
      return;
    }
    int from = octetsFrom(rest);
    if (from < rest.length() && rest.substring(0, from).isBlank()) {
      if (dump != null) {
        dump.take(rest, 2);
      }
      return;
    }
    flush();
    String label = label(rest);
    if (known(label)) {
      dump = new HexDump(label, number, -1);
      dump.take(rest.substring(from), 2);
    } else {
      said(number, rest);
    }
  }

  private void flush() {
    HexDump done = dump;
    dump = null;
    if (done == null || done.length() == 0) {
      return;
    }
    switch (done.label) {
      case "initiatorcookie", "initiatorspi", "icookie", "spii" -> {
        if (done.length() == 8 && done.spi() != spiI) {
          spiI = done.spi();
          spiR = 0;
          skeyIdD = null;
        }
      }
      case "respondercookie", "responderspi", "rcookie", "spir" -> {
        if (done.length() == 8 && done.spi() != 0) {
          spiR = done.spi();
          List<IkeDraft> met = waiting.remove(spiI);
          if (met != null) {
            met.forEach(one -> one.meet(spiI, spiR));
          }
        }
      }
      case "ourkeymat", "keymatcomputed" -> {
        ours = done.secret();
        keymatLine = done.line;
      }
      case "peerkeymat", "peerkeymatcomputed" -> {
        peers = done.secret();
        keymatLine = done.line;
      }
      case "skeyidd" -> skeyIdD = done.secret();
      case "enckey" -> phaseOne(done);
      default -> sk(done);
    }
  }

  private void sk(HexDump done) {
    String name = done.label.substring(2);
    KeyMaterial secret = done.secret();
    if (draft == null || !draft.put(name, secret)) {
      draft = new IkeDraft(done.line, spiI, spiR, Suite.NONE, false);
      draft.put(name, secret);
      drafts.add(draft);
      unsuited.addLast(draft);
      if (unsuited.size() > UNSUITED) {
        unsuited.removeFirst();
      }
      if (spiR == 0) {
        waiting.computeIfAbsent(spiI, any -> new ArrayList<>()).add(draft);
      }
    }
  }

  private void phaseOne(HexDump done) {
    if (spiI == 0) {
      out.problem(done.line, 0, "the cookie of the IKE SA with this key is not in the log");
      return;
    }
    IkeV1Keys.Derivation derivation = IkeV1Keys.Derivation.of(skeyIdD);
    skeyIdD = null;
    out.add(
        new IkeV1Keys(
            spiI, spiR == 0 ? null : spiR, done.secret(), derivation, out.origin(done.line)));
  }

  private void said(int number, String text) {
    Matcher ike = IKE.matcher(text);
    if (ike.find()) {
      Integrity integrity = IntegrityNames.parse(ike.group(2));
      Suite suite =
          new Suite(
              EncryptionNames.parse(ike.group(1)),
              integrity == null ? Integrity.NONE : integrity,
              PseudoRandomNames.parse(ike.group(3)),
              SequenceNumbers.UNSTATED);
      unsuited.removeIf(one -> {
        boolean suits = one.suits(suite);
        if (suits) {
          one.suite = suite;
        }
        return suits;
      });
    }
    Matcher child = CHILD.matcher(text);
    if (child.find()) {
      child(number, child);
    }
  }

  private void child(int number, Matcher child) {
    KeyMaterial inbound = ours;
    KeyMaterial outbound = peers;
    ours = null;
    peers = null;
    if (inbound == null || outbound == null) {
      return;
    }
    boolean ah = child.group(1).equals("AH");
    EncryptionNames.Named named =
        ah ? new EncryptionNames.Named(Encryption.NULL, 0) : EncryptionNames.parse(child.group(4));
    Integrity integrity = IntegrityNames.parse(child.group(ah ? 4 : 5));
    if (ah && integrity == null) {
      integrity = IntegrityNames.parse(child.group(5));
    }
    if (named == null || integrity == null) {
      out.problem(number, 1 + child.start(4), "the names of the algorithms are not known");
      return;
    }
    SpiPattern to = SpiPattern.parse("0x" + child.group(2));
    SpiPattern from = SpiPattern.parse("0x" + child.group(3));
    IpsecProtocol protocol = ah ? IpsecProtocol.AH : IpsecProtocol.ESP;
    boolean fits =
        to != null
            && from != null
            && add(protocol, from, inbound, named, integrity)
            && add(protocol, to, outbound, named, integrity);
    if (!fits) {
      out.problem(keymatLine, 0, "the key material does not have the length of its algorithms");
    }
  }

  private boolean add(
      IpsecProtocol protocol,
      SpiPattern spi,
      KeyMaterial keymat,
      EncryptionNames.Named named,
      Integrity integrity) {
    int behind = named.encryption().aead() ? 0 : integrity.keyOctets();
    int front = keymat.length() - behind;
    if (front < 0 || !named.accepts(front)) {
      return false;
    }
    out.add(
        new IpsecKeys(
            protocol,
            AddressFamily.ANY,
            AddressPattern.ANY,
            AddressPattern.ANY,
            spi,
            new EspKeys(
                named.encryption(),
                keymat.part(0, front),
                named.encryption().aead() ? Integrity.NONE : integrity,
                keymat.part(front, behind)),
            SequenceNumbers.UNSTATED,
            0,
            out.origin(keymatLine)));
    return true;
  }

  @Override
  public void end() {
    flush();
    for (IkeDraft one : drafts) {
      one.finish(out);
    }
    if (ours != null || peers != null) {
      out.problem(keymatLine, 0, "the SPIs of the child SA with these keys are not in the log");
    }
  }
}
