package org.roamscope.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request, its retransmissions and its response within an IKE SA. In IKEv1 a phase is one
 * exchange and an Informational is answered by the other side's next one.
 */
public final class IkeExchange {
  /** Transmissions remembered one by one; later ones only count. */
  private static final int MAX_REMEMBERED = 64;

  /** Notify types below are errors, RFC 7296 section 3.10.1. */
  private static final int FIRST_STATUS = 16384;

  private static final long[] NONE = {};

  /** What tells the exchanges of an SA apart. */
  record Key(boolean byInitiator, int type, long messageId) {}

  private final Key key;
  // Nearly always one request, its response and no error: lists are made when there is more.
  private IkeSa.@Nullable Endpoints request;
  private boolean inferred;
  private List<IkeSa.Endpoints> requests = List.of();
  private long digest;
  private long otherDigest;
  private long[] digests = NONE;
  private int digestsKept;
  private List<Integer> errors = List.of();
  private long firstLength;
  private int messages;
  private int repeated;
  private long octets;
  private int retransmissions;
  private IkeSa.@Nullable Endpoints response;
  private @Nullable IkeContent asked;
  private @Nullable IkeContent given;

  IkeExchange(Key key) {
    this.key = key;
  }

  Key key() {
    return key;
  }

  /** True when it repeats bytes already seen. */
  boolean request(IkeSa.Endpoints transmission, long digest, long length) {
    messages++;
    octets += length;
    boolean again = known(digest);
    if (request == null || inferred) {
      firstLength = length;
      request = transmission;
      inferred = false;
    } else if (requests.isEmpty()) {
      requests = new ArrayList<>(List.of(request, transmission));
    } else if (requests.size() < MAX_REMEMBERED) {
      requests.add(transmission);
    }
    if (again) {
      retransmissions++;
      repeated++;
    }
    return again;
  }

  /** True when the digest was seen; else it is remembered. */
  private boolean known(long digest) {
    if (digestsKept > 0 && digest == this.digest || digestsKept > 1 && digest == otherDigest) {
      return true;
    }
    for (int i = 2; i < digestsKept; i++) {
      if (digests[i - 2] == digest) {
        return true;
      }
    }
    if (digestsKept == 0) {
      this.digest = digest;
    } else if (digestsKept == 1) {
      otherDigest = digest;
    } else if (digestsKept == MAX_REMEMBERED) {
      return false;
    } else {
      if (digestsKept - 2 == digests.length) {
        digests = Arrays.copyOf(digests, digestsKept + 2);
      }
      digests[digestsKept - 2] = digest;
    }
    digestsKept++;
    return false;
  }

  /**
   * The capture lacks the request: its response shows that there was one, and where it came from
   * (RFC 7296 section 2.11).
   *
   * @param transmission the response
   */
  void inferRequest(IkeSa.Endpoints transmission) {
    request = transmission;
    inferred = true;
  }

  /** False when the capture lacks the request and only a response shows that there was one. */
  public boolean requestSeen() {
    return !inferred;
  }

  /** True when it repeats bytes already seen. */
  boolean respond(IkeSa.Endpoints transmission, long digest, long length, List<Integer> notifies) {
    messages++;
    octets += length;
    if (response == null) {
      response = transmission;
    }
    for (int notify : notifies) {
      error(notify);
    }
    boolean again = known(digest);
    repeated += again ? 1 : 0;
    return again;
  }

  /** Keeps what the encrypted request says, the first time it can be read. */
  void openRequest(@Nullable IkeContent content) {
    asked = asked == null ? content : asked;
  }

  /** Keeps what the encrypted response says, the first time it can be read. */
  void openResponse(@Nullable IkeContent content) {
    if (given == null && content != null) {
      given = content;
      content.notifies().forEach(this::error);
    }
  }

  private void error(int notify) {
    if (notify >= FIRST_STATUS || errors.size() == MAX_REMEMBERED) {
      return;
    }
    if (errors.isEmpty()) {
      errors = new ArrayList<>(1);
    }
    errors.add(notify);
  }

  /** What the response says, or null when there is none or it stays closed. */
  public @Nullable IkeContent given() {
    return given;
  }

  /** What the request says, or null when it stays closed. */
  public @Nullable IkeContent asked() {
    return asked;
  }

  /** True when the request deletes the IKE SA. */
  public boolean deletesIkeSa() {
    return asked != null && asked.deletesIkeSa();
  }

  /** True when the request moves the IKE SA, RFC 4555. */
  public boolean movesSa() {
    return asked != null && asked.movesSa();
  }

  /** True when the SA's original initiator began it. */
  public boolean byInitiator() {
    return key.byInitiator();
  }

  /** Exchange type of the IKE header. */
  public int type() {
    return key.type();
  }

  /** True for the type that deletes, moves an SA or asks for a sign of life. */
  public boolean informational() {
    return type() == IkeTracker.INFORMATIONAL || type() == IkeTracker.INFORMATIONAL_1;
  }

  /** Message id. */
  public long messageId() {
    return key.messageId();
  }

  /**
   * Requests on the wire in capture time: original, fragments, retransmissions; none when the
   * capture lacks them.
   */
  public List<IkeSa.Endpoints> requests() {
    return inferred ? List.of() : sent();
  }

  /** The requests; the response where only that shows that there was one. Never empty. */
  List<IkeSa.Endpoints> sent() {
    return requests.isEmpty() ? List.of(first()) : Collections.unmodifiableList(requests);
  }

  /** The first request; the response where only that shows that there was one. */
  public IkeSa.Endpoints first() {
    return Objects.requireNonNull(request);
  }

  /** The last request; the same. */
  public IkeSa.Endpoints last() {
    return requests.isEmpty() ? first() : requests.getLast();
  }

  /** Length of the first request in octets, 0 when the capture lacks it. */
  public long firstLength() {
    return firstLength;
  }

  /** Messages in both directions, fragments and repetitions included. */
  public int messages() {
    return messages;
  }

  /** Messages that are no repetition. */
  public int distinctMessages() {
    return messages - repeated;
  }

  /** Octets of IKE in these messages: without IP, UDP and the non-ESP marker. */
  public long octets() {
    return octets;
  }

  /** Requests that repeat earlier bytes. */
  public int retransmissions() {
    return retransmissions;
  }

  /** The first response, or null. */
  public IkeSa.@Nullable Endpoints response() {
    return response;
  }

  /** True when a response was seen. */
  public boolean answered() {
    return response != null;
  }

  /** Error notifies of the responses, as far as they can be read. */
  public List<Integer> errors() {
    return Collections.unmodifiableList(errors);
  }
}
