package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.IkePlaintext;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.dissect.IpScope;
import org.roamscope.dissect.OpenedEsp;
import org.roamscope.dissect.OpenedIke;
import org.roamscope.dissect.Opener;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.IpAddress;
import org.roamscope.ike.Decryption;
import org.roamscope.ike.Encrypted;
import org.roamscope.ike.EncryptedFragment;
import org.roamscope.ike.FragmentAssembler;
import org.roamscope.ike.IkeDissector;
import org.roamscope.ike.IkeHeader;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.ike.MessageFragment;
import org.roamscope.ipsec.AhHeader;
import org.roamscope.ipsec.EspHeader;
import org.roamscope.ipsec.NullEsp;
import org.roamscope.keys.KeyRing;

/**
 * Opens what a capture holds encrypted, frame after frame: IKE messages by the SPIs of their SA,
 * ESP packets by SPI, child SAs also with keys derived from an exchange that was opened. Verifies
 * AH. Joins the fragments of IKE messages. A key that is wrong spoils nothing but the packets it is
 * wrong for.
 *
 * <p>Its state is bounded whatever packets say. Call {@link #begin} before each frame; one object
 * serves several captures of the same traffic, one after the other. Not for several threads.
 */
public final class Decryptor implements Opener {
  /** More than a frame can hold. */
  private static final int MOST_USED = 16;

  private final FragmentAssembler fragments;
  private final ChildSpis spis = new ChildSpis();
  private final Coverage coverage = new Coverage(spis);
  private final IkeV2Sas ikeV2;
  private final IkeV1Sas ikeV1;
  private final EspSas esp;
  private final AhSas ah;
  private final ChildSas children;
  private final QuickModes quickModes;
  private boolean keys;
  private int capture;
  private int frame;
  private long timeNanos;
  private final List<KeyUse> used = new ArrayList<>();

  /** A decryptor with these keys; with none it joins fragments and counts what stays closed. */
  public Decryptor(KeyRing ring) {
    this(ring, new FragmentAssembler());
  }

  private Decryptor(KeyRing ring, FragmentAssembler fragments) {
    this.fragments = fragments;
    keys = !ring.isEmpty();
    ikeV2 = new IkeV2Sas(ring);
    ikeV1 = new IkeV1Sas(ring);
    esp = new EspSas(ring);
    ah = new AhSas(ring);
    DerivedSas derived = new DerivedSas(esp, ah);
    children = new ChildSas(ikeV2, spis, derived);
    quickModes = new QuickModes(ikeV1, spis, derived);
  }

  /** Adds keys, as a capture that holds some tells them. */
  public void add(KeyRing more) {
    if (!more.isEmpty()) {
      keys = true;
      ikeV2.add(more);
      ikeV1.add(more);
      esp.add(more);
      ah.add(more);
    }
  }

  /** True when it has keys: what it opens then depends on all it has seen. */
  public boolean hasKeys() {
    return keys;
  }

  /**
   * One that opens the frames to come as this one would.
   *
   * @throws IllegalStateException when this one has keys
   */
  public Decryptor copyWithoutKeys() {
    if (keys) {
      throw new IllegalStateException("what was opened with keys is not copied");
    }
    Decryptor copy = new Decryptor(KeyRing.EMPTY, fragments.copy());
    copy.capture = capture;
    return copy;
  }

  /** Memory that fragments of IKE messages take while they wait, octets, about. */
  public long octetsWaiting() {
    return fragments.octetsWaiting();
  }

  /** Frames are those of another capture from now on: of the one with that index. */
  public void beginCapture(int index) {
    capture = index;
  }

  private Coverage.Seen now() {
    return new Coverage.Seen(capture, frame, timeNanos, timeNanos);
  }

  /**
   * A frame begins.
   *
   * @param number its number
   * @param nanos its time
   */
  public void begin(int number, long nanos) {
    frame = number;
    timeNanos = nanos;
    used.clear();
  }

  /** What opened IKE messages and ESP packets since the last {@link #begin}, outside in. */
  public List<KeyUse> used() {
    return List.copyOf(used);
  }

  private void used(Coverage.Subject subject, Attempts attempts) {
    if (used.size() < MOST_USED) {
      attempts
          .fitting()
          .ifPresent(source -> used.add(new KeyUse(subject, attempts.encryption(), source)));
    }
  }

  /** What could be read so far. */
  public Coverage coverage() {
    return coverage;
  }

  /**
   * The IKE SA in which an SPI of AH or ESP was negotiated, when its exchange was opened. Known
   * even where no key opens the packets with it.
   *
   * @param spi unsigned
   */
  public Optional<IkeSpis> parent(long spi) {
    return spis.parent(spi);
  }

  @Override
  public @Nullable Slice assembled(IkeMessage message, IpAddress source) {
    Optional<FragmentAssembler.Fragment> fragment = FragmentAssembler.Fragment.of(message, source);
    FragmentAssembler.Assembled whole =
        fragment.isEmpty() ? null : fragments.accept(fragment.get(), frame, timeNanos);
    return whole == null ? null : whole.octets();
  }

  @Override
  public @Nullable OpenedIke ike(IkeMessage message, IpScope scope) {
    return switch (message.majorVersion()) {
      case 1 -> version1(message, scope);
      case 2 -> version2(message, scope);
      default -> null;
    };
  }

  private @Nullable OpenedIke version2(IkeMessage message, IpScope scope) {
    if (message.exchangeType() == IkeMessage.IKE_SA_INIT) {
      ikeV2.initial(message);
    }
    IkePayload sealed = null;
    for (IkePayload part : message.parts()) {
      if (part instanceof Encrypted || part instanceof EncryptedFragment) {
        sealed = part;
      }
    }
    if (sealed == null) {
      return null;
    }
    IkeV2Sas.Sa sa = ikeV2.find(new IkeSpis(message.initiatorSpi(), message.responderSpi()));
    Attempts attempts = new Attempts();
    boolean cut = sealed.slice().truncated();
    Optional<Success<IkePlaintext>> opened =
        sa == null || cut ? Optional.empty() : ikeV2.open(sa, message, sealed, attempts);
    count(message, cut, opened, attempts);
    return sa == null || opened.isEmpty()
        ? null
        : content(sa, message, scope, sealed, opened.get());
  }

  private void count(
      IkeMessage message, boolean cut, Optional<Success<IkePlaintext>> opened, Attempts attempts) {
    Coverage.Ike subject =
        new Coverage.Ike(message.majorVersion(), message.initiatorSpi(), message.responderSpi());
    coverage.count(
        subject,
        opened.isPresent() ? Outcome.OPENED : cut ? Outcome.CUT : attempts.outcome(),
        attempts.fitting(),
        now());
    used(subject, attempts);
  }

  private OpenedIke content(
      IkeV2Sas.Sa sa,
      IkeMessage message,
      IpScope scope,
      IkePayload sealed,
      Success<IkePlaintext> opened) {
    IkePlaintext inside = opened.content();
    Decryption decryption = decryption(inside, opened.verdict());
    if (sealed instanceof Encrypted) {
      learn(sa, message, sealed.nextPayload(), inside.payloads());
      return new OpenedIke.Whole(
          2, sealed.nextPayload(), inside.plaintext(), inside.payloads(), decryption);
    }
    FragmentAssembler.Assembled whole =
        FragmentAssembler.Fragment.opened(message, scope.source(), inside.payloads())
            .map(piece -> fragments.accept(piece, frame, timeNanos))
            .orElse(null);
    if (whole != null) {
      learn(sa, message, whole.firstPayload(), whole.octets());
    }
    return new OpenedIke.Piece(inside.plaintext(), decryption, whole);
  }

  private static Decryption decryption(IkePlaintext inside, Verdict verdict) {
    return new Decryption(
        inside.envelope().iv(),
        inside.padding(),
        inside.envelope().icv(),
        verdict == Verdict.GOOD ? ChecksumStatus.GOOD : ChecksumStatus.UNVERIFIABLE);
  }

  private void learn(IkeV2Sas.Sa sa, IkeMessage message, int first, Slice payloads) {
    if (message.exchangeType() == IkeMessage.IKE_AUTH
        || message.exchangeType() == IkeMessage.CREATE_CHILD_SA) {
      children.accept(sa, message, IkeDissector.chain(2, first, payloads).payloads());
    }
  }

  private @Nullable OpenedIke version1(IkeMessage message, IpScope scope) {
    boolean fragment = message.parts().stream().anyMatch(MessageFragment.class::isInstance);
    if (fragment) {
      return null;
    }
    if (!message.encrypted()) {
      int exchange = message.exchangeType();
      if (exchange == IkeMessage.MAIN_MODE || exchange == IkeMessage.AGGRESSIVE_MODE) {
        ikeV1.initial(message, scope.source());
      }
      return null;
    }
    long octets = Math.max(0, message.claimedLength() - IkeHeader.OCTETS);
    Slice body = message.slice().part(IkeHeader.OCTETS, octets);
    Attempts attempts = new Attempts();
    Optional<Success<IkePlaintext>> opened =
        body.truncated() ? Optional.empty() : ikeV1.open(message, body, attempts);
    count(message, body.truncated(), opened, attempts);
    if (opened.isEmpty()) {
      return null;
    }
    IkePlaintext inside = opened.get().content();
    if (message.exchangeType() == QuickModes.QUICK_MODE) {
      quickModes.accept(
          message, IkeDissector.chain(1, message.firstPayload(), inside.payloads()).payloads());
    }
    return new OpenedIke.Whole(
        1,
        message.firstPayload(),
        inside.plaintext(),
        inside.payloads(),
        decryption(inside, opened.get().verdict()));
  }

  @Override
  public @Nullable OpenedEsp esp(
      EspHeader header, Slice packet, IpScope scope, NullEsp.@Nullable Inner clear) {
    Attempts attempts = new Attempts();
    Optional<OpenedEsp> opened =
        packet.truncated() ? Optional.empty() : esp.open(header.spi(), packet, scope, attempts);
    Outcome outcome = opened.isPresent() ? Outcome.OPENED : attempts.outcome();
    if (packet.truncated()) {
      outcome = Outcome.CUT;
    } else if (outcome == Outcome.NO_KEY && clear != null) {
      outcome = Outcome.CLEAR;
    }
    Coverage.Esp subject = new Coverage.Esp(header.spi(), scope.source(), scope.destination());
    coverage.count(subject, outcome, attempts.fitting(), now());
    used(subject, attempts);
    return opened.orElse(null);
  }

  @Override
  public ChecksumStatus authentic(
      AhHeader header, @Nullable Slice packet, int ahAt, IpScope scope) {
    Attempts attempts = new Attempts();
    Outcome tried =
        packet == null ? Outcome.NO_KEY : ah.verify(header.spi(), packet, ahAt, scope, attempts);
    Outcome outcome =
        switch (tried) {
          case VERIFIED, WRONG_KEY, UNSUPPORTED -> tried;
          // Readable all the same: without a key, a fragment, cut off, or of another algorithm.
          case OPENED, CLEAR, NO_KEY, MALFORMED, CUT -> Outcome.CLEAR;
        };
    coverage.count(
        new Coverage.Ah(header.spi(), scope.source(), scope.destination()),
        outcome,
        attempts.fitting(),
        now());
    return switch (outcome) {
      case VERIFIED -> ChecksumStatus.GOOD;
      case WRONG_KEY -> ChecksumStatus.BAD;
      case OPENED, CLEAR, NO_KEY, UNSUPPORTED, MALFORMED, CUT -> ChecksumStatus.UNVERIFIABLE;
    };
  }

  /** How many packets it opened; no key. */
  @Override
  public String toString() {
    return "Decryptor[" + coverage.packets(Outcome.OPENED) + " packets opened]";
  }
}
