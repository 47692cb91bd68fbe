package org.roamscope.compare;

import java.util.Locale;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Event;

/**
 * What of a message no NAT rewrites, so that it is told at both points. Retransmissions without any
 * difference have the same key.
 */
sealed interface MessageKey {
  /** Whose message it is, the same for all messages of a UE's binding, IKE SA or SA of ESP. */
  Object subject();

  /** For people: type and numbers. */
  String name();

  /** A Binding Update. */
  record Update(IpAddress homeAddress, int sequence, int lifetimeSeconds, long likeness)
      implements MessageKey {
    @Override
    public Object subject() {
      return homeAddress;
    }

    @Override
    public String name() {
      return "BU of " + homeAddress + ", sequence " + sequence;
    }
  }

  /** A Binding Acknowledgement. */
  record Acknowledgement(
      IpAddress homeAddress, int sequence, int status, int lifetimeSeconds, boolean keyManagement)
      implements MessageKey {
    @Override
    public Object subject() {
      return homeAddress;
    }

    @Override
    public String name() {
      return "BA for " + homeAddress + ", sequence " + sequence + ", status " + status;
    }
  }

  /** A Binding Error. */
  record Failure(IpAddress homeAddress, int status) implements MessageKey {
    @Override
    public Object subject() {
      return homeAddress;
    }

    @Override
    public String name() {
      return "BE for " + homeAddress + ", status " + status;
    }
  }

  /** Another mobility message, or one that is malformed; {@code what} is its type or the fault. */
  record Other(String what, IpAddress source, IpAddress destination) implements MessageKey {
    @Override
    public Object subject() {
      return source;
    }

    @Override
    public String name() {
      return what + " from " + source;
    }
  }

  /** ESP that cannot be read. */
  record Esp(long spi, long sequence) implements MessageKey {
    @Override
    public Object subject() {
      return spi;
    }

    @Override
    public String name() {
      return String.format(Locale.ROOT, "ESP 0x%08x, sequence %d", spi, sequence);
    }
  }

  /** An IKE message. */
  record Ike(
      long initiatorSpi,
      long responderSpi,
      int exchange,
      long messageId,
      boolean response,
      long digest)
      implements MessageKey {
    @Override
    public Object subject() {
      return initiatorSpi;
    }

    @Override
    public String name() {
      return String.format(
          Locale.ROOT,
          "IKE %016x, exchange %d, message id %d%s",
          initiatorSpi,
          exchange,
          messageId,
          response ? ", response" : "");
    }
  }

  /** The key of an event. */
  static MessageKey of(Event event) {
    return switch (event) {
      case Event.BindingUpdate update ->
          new Update(
              update.homeAddress(), update.sequence(), update.lifetimeSeconds(), update.likeness());
      case Event.BindingAcknowledgement answer ->
          new Acknowledgement(
              answer.homeAddress(),
              answer.sequence(),
              answer.status(),
              answer.lifetimeSeconds(),
              answer.keyManagement());
      case Event.BindingError error -> new Failure(error.homeAddress(), error.status());
      case Event.OtherMobility other ->
          new Other("MH type " + other.type(), other.source(), other.destination());
      case Event.MalformedMobility bad ->
          new Other("malformed message", bad.homeAddress(), bad.homeAddress());
      case Event.OpaqueMobility esp -> new Esp(esp.spi(), esp.sequence());
      case Event.Ike ike ->
          new Ike(
              ike.initiatorSpi(),
              ike.responderSpi(),
              ike.exchange(),
              ike.messageId(),
              ike.responseFlag(),
              ike.digest());
    };
  }
}
