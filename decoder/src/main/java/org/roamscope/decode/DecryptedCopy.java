package org.roamscope.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.Frame;
import org.roamscope.decrypt.KeyUse;
import org.roamscope.dissect.Dissection;
import org.roamscope.field.Element;
import org.roamscope.ike.DecryptedFragment;
import org.roamscope.ike.DecryptedPayloads;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ipsec.DecryptedEsp;
import org.roamscope.ipsec.EspHeader;
import org.roamscope.ipsec.EspTrailer;
import org.roamscope.ipsec.UdpEncapsulatedEsp;
import org.roamscope.net.Ipv4Header;
import org.roamscope.net.Ipv6Header;
import org.roamscope.net.UdpHeader;

/**
 * A frame as it would have been sent without encryption. ESP is replaced by what it carries, in
 * transport mode a protocol and in tunnel mode a packet, so that the outer addresses stay; where
 * UDP encapsulated it, the UDP header goes too. The SK payload of an IKE message is replaced by the
 * payloads in it. Lengths and checksums of the headers around are corrected; checksums inside are
 * left as they were sent.
 */
public final class DecryptedCopy {
  /** An option that holds a hash of the octets, which would not fit any more. */
  private static final int HASH = 3;

  private DecryptedCopy() {}

  /** What came of a frame. */
  public sealed interface Result {
    /** The frame to write. */
    Frame frame();
  }

  /**
   * Something in it was opened.
   *
   * @param frame another frame, with a comment
   */
  public record Changed(Frame frame) implements Result {}

  /**
   * It stays as it is.
   *
   * @param frame the frame
   * @param reason why
   */
  public record Same(Frame frame, Reason reason) implements Result {}

  /** Why a frame stays as it is. */
  public enum Reason {
    /** Nothing in it was opened. */
    CLOSED("nothing in them opened"),
    /** It is a fragment of an IP datagram. */
    FRAGMENT("fragments of IP datagrams"),
    /** It is a fragment of an IKE message that another frame completes. */
    PART("fragments of IKE messages"),
    /** A header around it cannot be corrected, or the packet would be too long for one. */
    CARRIER("opened, but inside of what cannot be written anew");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** A few words for a sum. */
    public String words() {
      return words;
    }
  }

  /**
   * The frame without encryption.
   *
   * @param frame a frame
   * @param dissection the frame by itself, taken apart with keys
   * @param used the keys that opened something in it
   */
  public static Result of(Frame frame, Dissection dissection, List<KeyUse> used) {
    if (dissection.fragment() != null) {
      return new Same(frame, Reason.FRAGMENT);
    }
    List<Element> elements = dissection.elements();
    boolean opened =
        elements.stream()
            .anyMatch(one -> one instanceof DecryptedEsp || one instanceof DecryptedPayloads);
    if (!opened) {
      boolean part = elements.stream().anyMatch(DecryptedFragment.class::isInstance);
      return new Same(frame, part ? Reason.PART : Reason.CLOSED);
    }
    Optional<byte[]> octets = level(packet(frame.slice(), elements), elements);
    return octets.isEmpty()
        ? new Same(frame, Reason.CARRIER)
        : new Changed(changed(frame, octets.get(), used));
  }

  private static Frame changed(Frame frame, byte[] octets, List<KeyUse> used) {
    List<BlockOption> options = new ArrayList<>();
    frame.options().stream().filter(option -> option.code() != HASH).forEach(options::add);
    options.add(
        BlockOption.comment(
            "decrypted by Roamscope: "
                + used.stream().map(KeyUse::text).collect(Collectors.joining("; "))));
    Frame changed =
        new Frame(
            frame.number(),
            frame.timeNanos(),
            frame.linkType(),
            frame.interfaceId(),
            octets.length,
            octets,
            options);
    return frame.timed() ? changed : changed.withoutTime();
  }

  /** Without what follows the outermost packet: padding, or a check of other octets. */
  private static Slice packet(Slice frame, List<Element> elements) {
    for (Element element : elements) {
      long octets =
          switch (element) {
            case Ipv4Header ip -> ip.totalLength();
            case Ipv6Header ip ->
                ip.payloadLength() == 0 ? 0 : Ipv6Header.OCTETS + ip.payloadLength();
            default -> -1;
          };
      if (octets >= 0) {
        long end = element.slice().offset() - frame.offset() + octets;
        return octets == 0 || end > frame.length() ? frame : frame.part(0, end);
      }
    }
    return frame;
  }

  /**
   * What stands in one byte source, rewritten.
   *
   * @param base all of it
   * @param elements from the first in it, with those that were decrypted
   * @return empty when nothing in it was opened, or cannot be written
   */
  private static Optional<byte[]> level(Slice base, List<Element> elements) {
    List<Element> around = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      List<Element> rest = elements.subList(i + 1, elements.size());
      switch (elements.get(i)) {
        case EspHeader esp
            when rest.size() > 1
                && rest.get(0) instanceof DecryptedEsp inside
                && rest.get(1) instanceof EspTrailer trailer -> {
          return esp(base, around, esp, trailer, inside, rest.subList(2, rest.size()));
        }
        case IkeMessage message -> {
          Optional<byte[]> opened = opened(message, rest);
          if (opened.isPresent()) {
            return message(base, around, message, opened.get());
          }
          around.add(message);
        }
        case Element header -> around.add(header);
      }
    }
    return Optional.empty();
  }

  /** The message opened, or the one that it completes as a fragment. */
  private static Optional<byte[]> opened(IkeMessage message, List<Element> rest) {
    DecryptedPayloads inside = payloads(rest);
    if (inside != null) {
      return OpenedMessage.of(message, inside);
    }
    if (rest.isEmpty() || !(rest.getFirst() instanceof IkeMessage whole)) {
      return Optional.empty();
    }
    DecryptedPayloads joined = payloads(rest.subList(1, rest.size()));
    return joined == null ? Optional.empty() : OpenedMessage.of(whole, joined);
  }

  /** What was decrypted of the message before, perhaps with the last of its fragments between. */
  private static @Nullable DecryptedPayloads payloads(List<Element> rest) {
    for (Element element : rest) {
      if (element instanceof DecryptedPayloads payloads) {
        return payloads;
      }
      if (!(element instanceof DecryptedFragment)) {
        return null;
      }
    }
    return null;
  }

  private static Optional<byte[]> esp(
      Slice base,
      List<Element> headers,
      EspHeader esp,
      EspTrailer trailer,
      DecryptedEsp opened,
      List<Element> inside) {
    List<Element> around = new ArrayList<>(headers);
    int from = esp.slice().offset() - base.offset();
    if (!around.isEmpty() && around.getLast() instanceof UdpEncapsulatedEsp) {
      around.removeLast();
      if (!around.isEmpty() && around.getLast() instanceof UdpHeader udp) {
        from = udp.slice().offset() - base.offset();
        around.removeLast();
      }
    }
    int to = esp.slice().offset() - base.offset() + esp.slice().length();
    if (!esp.slice().sameSource(base) || to > base.length()) {
      return Optional.empty();
    }
    Slice payload = opened.payload();
    byte[] with = level(payload, inside).orElseGet(payload::bytes);
    return Splice.replace(base, around, from, to, with, OptionalInt.of(trailer.nextHeader()));
  }

  private static Optional<byte[]> message(
      Slice base, List<Element> around, IkeMessage message, byte[] with) {
    Slice slice = message.slice();
    int from = slice.offset() - base.offset();
    int to = from + (int) Math.min(slice.length(), message.claimedLength());
    if (!slice.sameSource(base) || to > base.length()) {
      return Optional.empty();
    }
    return Splice.replace(base, around, from, to, with, OptionalInt.empty());
  }
}
