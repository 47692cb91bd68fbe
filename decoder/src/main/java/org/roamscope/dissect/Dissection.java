package org.roamscope.dissect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Problem;
import org.roamscope.net.Reassembler.Fragment;

/**
 * What a frame holds. The operator's own IP headers around a GTP-U or GRE tunnel are elements, but
 * neither scopes nor the outermost packet: their addresses are nobody's who signals.
 *
 * @param elements headers and messages from the outside in
 * @param problems what is wrong, in the order in which it was met
 * @param scopes the IP headers from the outside in
 * @param network the outermost IP packet, or null when there is none
 * @param fragment set when the frame is a fragment, so that the forward pass can collect it
 * @param protectedByEsp true when the innermost message came out of ESP
 * @param behindAh true when an Authentication Header stands somewhere before it
 * @param quoted headers and messages of a packet that an ICMP error quotes: to be shown, and no
 *     signalling, for it is not on its way; what is wrong in it is no problem of this frame
 */
public record Dissection(
    List<Element> elements,
    List<Problem> problems,
    List<IpScope> scopes,
    @Nullable Slice network,
    @Nullable Fragment fragment,
    boolean protectedByEsp,
    boolean behindAh,
    List<Element> quoted) {
  /** Everything there is to show: the frame's own headers and messages, then quoted ones. */
  public List<Element> shown() {
    return quoted.isEmpty() ? elements : Stream.concat(elements.stream(), quoted.stream()).toList();
  }

  /** True when IPsec protects the innermost message, whatever its checksum says. */
  public boolean protectedByIpsec() {
    return protectedByEsp || behindAh;
  }

  /** The first element of a type. */
  public <E extends Element> Optional<E> first(Class<E> type) {
    for (Element element : elements) {
      if (type.isInstance(element)) {
        return Optional.of(type.cast(element));
      }
    }
    return Optional.empty();
  }

  /** The outermost IP header. */
  public Optional<IpScope> outer() {
    return scopes.isEmpty() ? Optional.empty() : Optional.of(scopes.getFirst());
  }

  /** The innermost IP header: the one whose payload the last element is. */
  public Optional<IpScope> inner() {
    return scopes.isEmpty() ? Optional.empty() : Optional.of(scopes.getLast());
  }
}
