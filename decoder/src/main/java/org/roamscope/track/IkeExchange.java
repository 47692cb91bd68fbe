package org.roamscope.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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

  private final boolean byInitiator;
  private final int type;
  private final long messageId;
  private final List<IkeSa.Endpoints> requests = new ArrayList<>();
  private long[] digests = new long[2];
  private int digestsKept;
  private final List<Integer> errors = new ArrayList<>();
  private long firstLength;
  private int messages;
  private int repeated;
  private long octets;
  private int retransmissions;
  private IkeSa.@Nullable Endpoints response;
  private @Nullable IkeContent asked;
  private @Nullable IkeContent given;

  IkeExchange(boolean byInitiator, int type, long messageId) {
    this.byInitiator = byInitiator;
    this.type = type;
    this.messageId = messageId;
  }

  /** True when it repeats bytes already seen. */
  boolean request(IkeSa.Endpoints transmission, long digest, long length) {
    if (requests.isEmpty()) {
      firstLength = length;
    }
    messages++;
    octets += length;
    boolean again = known(digest);
    if (requests.size() < MAX_REMEMBERED) {
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
    for (int i = 0; i < digestsKept; i++) {
      if (digests[i] == digest) {
        return true;
      }
    }
    if (digestsKept < MAX_REMEMBERED) {
      if (digestsKept == digests.length) {
        digests = Arrays.copyOf(digests, 2 * digestsKept);
      }
      digests[digestsKept++] = digest;
    }
    return false;
  }

  /** True when it repeats bytes already seen. */
  boolean respond(IkeSa.Endpoints transmission, long digest, long length, List<Integer> notifies) {
    messages++;
    octets += length;
    if (response == null) {
      response = transmission;
    }
    for (int notify : notifies) {
      if (notify < FIRST_STATUS && errors.size() < MAX_REMEMBERED) {
        errors.add(notify);
      }
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
      content.notifies().stream()
          .filter(notify -> notify < FIRST_STATUS && errors.size() < MAX_REMEMBERED)
          .forEach(errors::add);
    }
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
    return byInitiator;
  }

  /** Exchange type of the IKE header. */
  public int type() {
    return type;
  }

  /** Message id. */
  public long messageId() {
    return messageId;
  }

  /** Requests on the wire in capture time: original, fragments, retransmissions. Never empty. */
  public List<IkeSa.Endpoints> requests() {
    return Collections.unmodifiableList(requests);
  }

  /** The first request. */
  public IkeSa.Endpoints first() {
    return requests.getFirst();
  }

  /** The last request. */
  public IkeSa.Endpoints last() {
    return requests.getLast();
  }

  /** Length of the first request in octets. */
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
