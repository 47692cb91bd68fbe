package org.roamscope.ike;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * An IKE message of either version.
 *
 * @param slice the message: the header and everything the datagram holds behind it
 * @param parts payloads in wire order; what is encrypted is one of them
 */
public record IkeMessage(Slice slice, List<IkePayload> parts) implements Element {
  /** IKEv2 exchange types the trackers ask for. */
  public static final int IKE_SA_INIT = 34;

  /** IKE_AUTH. */
  public static final int IKE_AUTH = 35;

  /** CREATE_CHILD_SA. */
  public static final int CREATE_CHILD_SA = 36;

  /** INFORMATIONAL. */
  public static final int INFORMATIONAL = 37;

  /** Main Mode, IKEv1. */
  public static final int MAIN_MODE = 2;

  /** Aggressive Mode, IKEv1. */
  public static final int AGGRESSIVE_MODE = 4;

  /** SPI of the original initiator; IKEv1: initiator cookie. */
  public long initiatorSpi() {
    return IkeHeader.INITIATOR_SPI.get(slice);
  }

  /** SPI of the original responder, 0 while unknown; IKEv1: responder cookie. */
  public long responderSpi() {
    return IkeHeader.RESPONDER_SPI.get(slice);
  }

  /** 1 or 2, or what else the sender wrote. */
  public int majorVersion() {
    return IkeHeader.MAJOR_VERSION.getInt(slice);
  }

  /** Exchange type; {@link IkeCodePoints#EXCHANGE_TYPES_V2} or {@code EXCHANGE_TYPES_V1}. */
  public int exchangeType() {
    return IkeHeader.EXCHANGE_TYPE.getInt(slice);
  }

  /** False for an IKEv2 response. Other versions have no such flag and are all requests here. */
  public boolean request() {
    return majorVersion() != 2 || !IkeHeader.RESPONSE.get(slice);
  }

  /**
   * IKEv2 I flag: sent by who initiated the IKE SA, whoever asks in this exchange. False in other
   * versions.
   */
  public boolean fromOriginalInitiator() {
    return majorVersion() == 2 && IkeHeader.INITIATOR.get(slice);
  }

  /** IKEv2: an SK or SKF payload is there. IKEv1: the E flag is set. */
  public boolean encrypted() {
    return majorVersion() == 1
        ? IkeHeader.ENCRYPTION.get(slice)
        : parts.stream().anyMatch(p -> p instanceof Encrypted || p instanceof EncryptedFragment);
  }

  /** Message ID, unsigned. */
  public long messageId() {
    return IkeHeader.MESSAGE_ID.get(slice);
  }

  /** Octets of the message as its header says. */
  public long claimedLength() {
    return IkeHeader.LENGTH.get(slice);
  }

  /** Type of the first payload. */
  public int firstPayload() {
    return IkeHeader.NEXT_PAYLOAD.getInt(slice);
  }

  /** Types of the notifications that can be read, in wire order. */
  public List<Integer> notifyTypes() {
    List<Integer> types = new ArrayList<>();
    for (IkePayload part : parts) {
      if (part instanceof Notify notify) {
        types.add(notify.messageType());
      }
    }
    return List.copyOf(types);
  }

  /** Which fragment this is, when the message is one. */
  public Optional<IkeFragment> fragment() {
    for (IkePayload part : parts) {
      if (part instanceof EncryptedFragment piece) {
        return Optional.of(new IkeFragment(0, piece.number(), piece.total()));
      }
      if (part instanceof MessageFragment piece) {
        int total = piece.last() ? piece.number() : 0;
        return Optional.of(new IkeFragment(piece.id(), piece.number(), total));
      }
    }
    return Optional.empty();
  }

  /**
   * One line, the message ID in decimal as tshark has it, for example {@code IKE_AUTH MID=01
   * Initiator Request (fragment 1/2)}.
   */
  public String info() {
    return switch (majorVersion()) {
      case 1 -> IkeCodePoints.EXCHANGE_TYPES_V1.name(exchangeType());
      case 2 -> {
        StringBuilder text = new StringBuilder();
        text.append(IkeCodePoints.EXCHANGE_TYPES_V2.name(exchangeType()))
            .append(String.format(Locale.ROOT, " MID=%02d ", messageId()))
            .append(fromOriginalInitiator() ? "Initiator " : "Responder ")
            .append(request() ? "Request" : "Response");
        fragment()
            .ifPresent(piece ->
                text.append(" (fragment ")
                    .append(piece.number())
                    .append('/')
                    .append(piece.total())
                    .append(')'));
        yield text.toString();
      }
      default -> "IKE version " + IkeHeader.VERSION.text(slice);
    };
  }

  @Override
  public Layout layout() {
    return IkeHeader.layout(majorVersion());
  }
}
