package org.roamscope.keys;

import java.util.ArrayList;
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
 * A log of strongSwan's charon with {@code ike}, {@code chd} at level 4 (hexadecimal dumps of the
 * keys) and {@code mgr} at level 2 or {@code enc} at level 3 (SPIs of the IKE SA). A worker works
 * on one message at a time, so what its lines say belongs together.
 *
 * <p>Which SA the keys are for is taken from the log and never guessed: keys of a rekeyed IKE SA,
 * whose SPIs stand in a proposal only, are a problem.
 */
final class StrongSwanLog implements LineParser {
  private static final Pattern LINE =
      Pattern.compile("(?:^|[^0-9A-Za-z])(\\d{1,4})\\[([A-Z]{3})\\](?: <[^>]{0,120}>)?(.*)$");
  private static final Pattern DUMP = Pattern.compile("^\\s*+(.{0,60}?)\\s?=> (\\d{1,6}) bytes? @");
  private static final Pattern OCTETS = Pattern.compile("^\\s*+\\d{1,6}: (.*)$");
  private static final Pattern SPIS =
      Pattern.compile("SPIs:? ([0-9a-f]{16})_i\\*? ([0-9a-f]{16})_r");
  private static final Pattern RULE = Pattern.compile("rule ([01]) IKE_SPI");
  private static final Pattern PARSED = Pattern.compile("^ parsed (\\S{1,30}) (request|response)");
  private static final Pattern PROPOSAL =
      Pattern.compile("selected proposal: (IKE|ESP|AH):(\\S{1,200})");
  private static final Pattern ADDING = Pattern.compile("adding (inbound|outbound) (ESP|AH) SA");
  private static final Pattern SPI =
      Pattern.compile("^\\s*+SPI (0x[0-9a-f]{1,8}), src (\\S{1,60}) dst (\\S{1,60})");
  private static final Pattern USING =
      Pattern.compile("using (\\S{1,40}) for (encryption|integrity)");
  private static final Pattern SK = Pattern.compile("^S[Kk]_(d|ai|ar|ei|er|pi|pr) secret$");
  private static final Pattern CHILD =
      Pattern.compile("^(encryption|integrity) (initiator|responder) key$");

  /** IKEv1: stands before the encryption key of the same SA. */
  private static final String SKEYID_D = "SKEYID_d";

  private final RingBuilder out;
  private final Map<String, Worker> workers = new TreeMap<>();
  private final List<IkeDraft> drafts = new ArrayList<>();
  private final Map<Long, List<IkeDraft>> waiting = new TreeMap<>();

  /** What a thread of the daemon is working on. */
  private static final class Worker {
    long spiI;
    long spiR;
    int spiRule = -1;
    long headerSpi;
    String exchange = "";
    @Nullable Boolean initiator;
    Suite ike = Suite.NONE;
    Suite child = Suite.NONE;
    @Nullable HexDump dump;
    @Nullable IkeDraft draft;
    @Nullable KeyMaterial skeyIdD;
    @Nullable String adding;
    int childLine;
    final Map<String, KeyMaterial> childKeys = new TreeMap<>();
    int installed;
  }

  StrongSwanLog(RingBuilder out) {
    this.out = out;
  }

  /** True for a line that only this format has. */
  static boolean recognises(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.find() && (line.contains("charon") || DUMP.matcher(matcher.group(3)).find())
        || (line.contains("[IKE]") && LINE.matcher(line).find());
  }

  @Override
  public void line(int number, String text) {
    Matcher matcher = LINE.matcher(text);
    if (!matcher.find()) {
      return;
    }
    Worker worker = workers.computeIfAbsent(matcher.group(1), any -> new Worker());
    String rest = matcher.group(3);
    Matcher octets = OCTETS.matcher(rest);
    HexDump dump = worker.dump;
    if (dump != null && octets.find()) {
      dump.take(octets.group(1), 1);
      if (dump.full()) {
        worker.dump = null;
        dumped(worker, dump);
      }
      return;
    }
    if (dump != null) {
      worker.dump = null;
      cut(dump);
    }
    Matcher begin = DUMP.matcher(rest);
    if (begin.find()) {
      worker.dump = new HexDump(begin.group(1), number, Integer.parseInt(begin.group(2)));
      return;
    }
    said(worker, number, rest);
  }

  private void cut(HexDump dump) {
    if (SK.matcher(dump.label).find()
        || CHILD.matcher(dump.label).find()
        || dump.label.equals(SKEYID_D)) {
      out.problem(dump.line, 0, "the dump of a key ends too early");
    }
  }

  private void said(Worker worker, int number, String rest) {
    Matcher spis = SPIS.matcher(rest);
    if (spis.find()) {
      spis(worker, spis.group(1), spis.group(2));
      return;
    }
    Matcher rule = RULE.matcher(rest);
    if (rule.find()) {
      worker.spiRule = rule.group(1).equals("0") ? 0 : 1;
      return;
    }
    Matcher parsed = PARSED.matcher(rest);
    if (parsed.find()) {
      worker.exchange = parsed.group(1);
      worker.initiator = parsed.group(2).equals("response");
      return;
    }
    Matcher proposal = PROPOSAL.matcher(rest);
    if (proposal.find()) {
      Suite suite = Suite.parse(proposal.group(2));
      if (proposal.group(1).equals("IKE")) {
        worker.ike = suite;
      } else {
        worker.child = suite;
      }
      return;
    }
    Matcher using = USING.matcher(rest);
    if (using.find()) {
      using(worker, using.group(1), using.group(2));
      return;
    }
    Matcher adding = ADDING.matcher(rest);
    if (adding.find()) {
      worker.adding = adding.group(1) + " " + adding.group(2);
      return;
    }
    Matcher spi = SPI.matcher(rest);
    if (worker.adding != null && spi.find()) {
      install(worker, number, worker.adding, spi);
      worker.adding = null;
    }
  }

  /** Another SA is checked out: what the thread knew of the last one ends. */
  private void spis(Worker worker, String initiator, String responder) {
    long spiI = Long.parseUnsignedLong(initiator, 16);
    long spiR = Long.parseUnsignedLong(responder, 16);
    if (worker.spiI != spiI) {
      worker.ike = Suite.NONE;
    }
    worker.spiI = spiI;
    worker.spiR = spiR;
    worker.exchange = "";
    worker.initiator = null;
    worker.draft = null;
    worker.skeyIdD = null;
    worker.child = Suite.NONE;
    met(spiI, spiR);
  }

  private void met(long spiI, long spiR) {
    if (spiR != 0) {
      List<IkeDraft> met = waiting.remove(spiI);
      if (met != null) {
        met.forEach(draft -> draft.meet(spiI, spiR));
      }
    }
  }

  private static void using(Worker worker, String name, String what) {
    Suite now = worker.child;
    if (what.equals("encryption")) {
      EncryptionNames.Named named = EncryptionNames.parse(name);
      if (named != null
          && (now.encryption() == null || now.encryption().encryption() != named.encryption())) {
        worker.child = new Suite(named, now.integrity(), now.prf(), now.sequenceNumbers());
      }
      return;
    }
    Integrity integrity = IntegrityNames.parse(name);
    if (integrity != null) {
      worker.child = new Suite(now.encryption(), integrity, now.prf(), now.sequenceNumbers());
    }
  }

  private void dumped(Worker worker, HexDump dump) {
    if (dump.label.isEmpty()) {
      header(worker, dump);
      return;
    }
    Matcher sk = SK.matcher(dump.label);
    if (sk.find()) {
      sk(worker, dump, sk.group(1));
      return;
    }
    Matcher child = CHILD.matcher(dump.label);
    if (child.find()) {
      child(worker, dump, child.group(1) + " " + child.group(2));
    } else if (dump.label.equals(SKEYID_D)) {
      worker.skeyIdD = dump.secret();
    } else if (dump.label.equals("encryption key Ka")) {
      phaseOne(worker, dump);
    }
  }

  /** The two SPIs of a message that is read or written. */
  private void header(Worker worker, HexDump dump) {
    if (dump.length() == 8 && worker.spiRule == 0) {
      worker.headerSpi = dump.spi();
    } else if (dump.length() == 8 && worker.spiRule == 1 && worker.headerSpi != 0) {
      IkeDraft draft = worker.draft;
      if (draft != null && draft.spiI == 0 && !draft.rekeyed) {
        draft.spiI = worker.headerSpi;
        await(draft);
      }
      worker.spiI = worker.headerSpi;
      worker.spiR = dump.spi();
      met(worker.spiI, worker.spiR);
    }
    worker.spiRule = -1;
  }

  private void sk(Worker worker, HexDump dump, String name) {
    KeyMaterial secret = dump.secret();
    if (worker.draft == null || !worker.draft.put(name, secret)) {
      boolean rekeyed = worker.exchange.equals("CREATE_CHILD_SA");
      IkeDraft draft = new IkeDraft(dump.line, worker.spiI, worker.spiR, worker.ike, rekeyed);
      draft.put(name, secret);
      worker.draft = draft;
      drafts.add(draft);
      await(draft);
    }
  }

  private void await(IkeDraft draft) {
    if (draft.spiR == 0) {
      waiting.computeIfAbsent(draft.spiI, any -> new ArrayList<>()).add(draft);
    }
  }

  private void phaseOne(Worker worker, HexDump dump) {
    if (worker.spiI == 0) {
      out.problem(dump.line, 0, "the cookie of the IKE SA with this key is not in the log");
      return;
    }
    Long responder = worker.spiR == 0 ? null : worker.spiR;
    IkeV1Keys.Derivation derivation = IkeV1Keys.Derivation.of(worker.skeyIdD);
    worker.skeyIdD = null;
    out.add(
        new IkeV1Keys(worker.spiI, responder, dump.secret(), derivation, out.origin(dump.line)));
  }

  private static void child(Worker worker, HexDump dump, String name) {
    if (worker.installed > 0 || worker.childKeys.containsKey(name)) {
      worker.childKeys.clear();
      worker.installed = 0;
    }
    worker.childLine = dump.line;
    worker.childKeys.put(name, dump.secret());
  }

  private void install(Worker worker, int number, String adding, Matcher spi) {
    if (worker.childKeys.isEmpty()) {
      return;
    }
    worker.installed++;
    AddressPattern source = AddressPattern.parse(spi.group(2));
    AddressPattern destination = AddressPattern.parse(spi.group(3));
    SpiPattern pattern = SpiPattern.parse(spi.group(1));
    if (source == null || destination == null || pattern == null) {
      out.problem(number, 0, "SPI, src and dst: a number and two addresses needed");
      return;
    }
    if (worker.initiator == null) {
      out.problem(number, 0, "who is the initiator is not in the log: enc at level 1 is needed");
      return;
    }
    String side = worker.initiator == adding.startsWith("outbound") ? "initiator" : "responder";
    KeyMaterial encryptionKey =
        worker.childKeys.getOrDefault("encryption " + side, KeyMaterial.none());
    KeyMaterial integrityKey =
        worker.childKeys.getOrDefault("integrity " + side, KeyMaterial.none());
    Suite suite = worker.child;
    EncryptionNames.Named named = suite.encryption();
    if (named == null && adding.endsWith("AH")) {
      named = new EncryptionNames.Named(Encryption.NULL, 0);
    }
    if (named == null) {
      out.problem(number, 0, "the algorithms of the child SA are not in the log");
      return;
    }
    boolean aead = named.encryption().aead();
    Integrity integrity = aead ? Integrity.NONE : suite.integrity();
    if (!named.accepts(encryptionKey.length())
        || (integrity.checks() && integrityKey.length() != integrity.keyOctets())) {
      out.problem(number, 0, "the keys do not have the lengths of the algorithms in the log");
      return;
    }
    out.add(
        new IpsecKeys(
            adding.endsWith("AH") ? IpsecProtocol.AH : IpsecProtocol.ESP,
            source.family(),
            source,
            destination,
            pattern,
            new EspKeys(
                named.encryption(),
                encryptionKey,
                integrity,
                integrity.checks() ? integrityKey : KeyMaterial.none()),
            suite.sequenceNumbers(),
            0,
            out.origin(worker.childLine)));
  }

  @Override
  public void end() {
    for (IkeDraft draft : drafts) {
      draft.finish(out);
    }
    for (Worker worker : workers.values()) {
      if (worker.dump != null) {
        cut(worker.dump);
      }
      if (!worker.childKeys.isEmpty() && worker.installed == 0) {
        out.problem(
            worker.childLine, 0, "the SPIs of the child SA with these keys are not in the log");
      }
    }
  }
}
