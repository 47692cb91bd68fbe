package org.roamscope.decode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.bytes.Hex;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/** What the audit of one capture knows, by frame. */
public final class FrameNotes {
  /** For a run without an audit. */
  public static final FrameNotes NONE = new FrameNotes(0);

  private final int capture;
  private final Map<Integer, FrameNote> byFrame = new HashMap<>();

  private FrameNotes(int capture) {
    this.capture = capture;
  }

  /**
   * Sorts an audit's knowledge by frame.
   *
   * @param audit the audit of one capture; frames of further captures are left out
   */
  public static FrameNotes of(Audit audit) {
    return of(audit, 0);
  }

  /**
   * The same for one of several captures.
   *
   * @param audit the audit of all captures
   * @param capture the one whose frames are asked for, from 0
   */
  public static FrameNotes of(Audit audit, int capture) {
    FrameNotes notes = new FrameNotes(capture);
    Correlation correlation = audit.correlation();
    for (Correlation.History history : correlation.histories()) {
      String ue = history.ue().homeAddress().toString();
      history.ue().registrations().forEach(registration -> notes.registration(ue, registration));
    }
    for (IkeSa sa : correlation.ikeSas()) {
      Ue owner = correlation.owner(sa);
      notes.ikeSa(sa, owner == null ? null : owner.homeAddress().toString());
    }
    for (Handover handover : audit.handovers()) {
      handover.evidence().forEach(at -> notes.at(at).add(handover));
    }
    for (Finding finding : audit.findings()) {
      notes.at(finding.primary().at()).add(finding);
    }
    return notes;
  }

  /** True when anything is known of a frame. */
  public boolean knows(int frame) {
    return byFrame.containsKey(frame);
  }

  /** What is known of a frame. */
  public FrameNote of(int frame) {
    return byFrame.getOrDefault(frame, FrameNote.NOTHING);
  }

  private FrameNote at(At at) {
    return at.capture() == capture
        ? byFrame.computeIfAbsent(at.frame(), frame -> new FrameNote())
        : new FrameNote();
  }

  private void registration(String ue, Registration registration) {
    List<Event.BindingUpdate> updates = registration.updates();
    List<Event.BindingAcknowledgement> answers = registration.answers();
    if (registration.opaque()) {
      at(registration.begun()).ue(ue);
      return;
    }
    for (Event.BindingUpdate update : updates) {
      at(update.at()).ue(ue);
      if (!update.equals(updates.getFirst())) {
        at(update.at()).retransmissionOf(updates.getFirst().at().frame());
      }
    }
    for (At duplicate : registration.duplicates()) {
      at(duplicate).ue(ue);
      at(duplicate).retransmissionOf(updates.getFirst().at().frame());
    }
    for (Event.BindingAcknowledgement answer : answers) {
      FrameNote note = at(answer.at());
      note.ue(ue);
      Event.BindingUpdate asked = asked(updates, answer);
      if (asked != null) {
        note.responseTo(asked.at().frame(), answer.at().since(asked.at()));
        if (at(asked.at()).responseIn() == null) {
          at(asked.at()).responseIn(answer.at().frame());
        }
      }
    }
  }

  /** The last update before the answer with its sequence number, else the last one before it. */
  private static Event.@Nullable BindingUpdate asked(
      List<Event.BindingUpdate> updates, Event.BindingAcknowledgement answer) {
    Event.BindingUpdate before = null;
    Event.BindingUpdate sameNumber = null;
    for (Event.BindingUpdate update : updates) {
      if (answer.at().since(update.at()) >= 0) {
        before = update;
        sameNumber = update.sequence() == answer.sequence() ? update : sameNumber;
      }
    }
    return sameNumber == null ? before : sameNumber;
  }

  private void ikeSa(IkeSa sa, @Nullable String ue) {
    String spi = Hex.spi64(sa.initiatorSpi());
    for (IkeExchange exchange : sa.exchanges()) {
      IkeSa.Endpoints response = exchange.response();
      for (IkeSa.Endpoints request : exchange.requests()) {
        mark(request.at(), spi, ue);
        if (exchange.retransmissions() > 0 && !request.equals(exchange.first())) {
          at(request.at()).retransmissionOf(exchange.first().at().frame());
        }
        if (response != null && request.equals(asked(exchange, response))) {
          at(request.at()).responseIn(response.at().frame());
          at(response.at()).responseTo(request.at().frame(), response.at().since(request.at()));
        }
      }
      if (response != null) {
        mark(response.at(), spi, ue);
      }
    }
  }

  /** The last transmission before the response. */
  private static IkeSa.Endpoints asked(IkeExchange exchange, IkeSa.Endpoints response) {
    IkeSa.Endpoints last = exchange.first();
    for (IkeSa.Endpoints request : exchange.requests()) {
      if (response.at().since(request.at()) >= 0) {
        last = request;
      }
    }
    return last;
  }

  private void mark(At at, String spi, @Nullable String ue) {
    at(at).ikeSa(spi);
    if (ue != null) {
      at(at).ue(ue);
    }
  }
}
