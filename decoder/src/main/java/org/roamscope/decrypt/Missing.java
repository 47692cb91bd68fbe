package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.decrypt.Coverage.Ah;
import org.roamscope.decrypt.Coverage.Esp;
import org.roamscope.decrypt.Coverage.Ike;
import org.roamscope.decrypt.Coverage.Subject;

/** What to fetch so that packets that stayed closed can be read: one sentence, without a key. */
public final class Missing {
  private static final String IKEV2_KEYS =
      "its SK keys (a row of ikev2_decryption_table, or charon's log at level 4)";
  private static final String IKEV1_KEYS =
      "its encryption key (a row of ikev1_decryption_table, or charon's log at level 4)";

  private Missing() {}

  /**
   * What to fetch for the packets of a row, one sentence for each way in which some stayed closed,
   * in the order of {@link Outcome}.
   */
  public static List<String> of(Coverage.Row row) {
    List<String> all = new ArrayList<>();
    for (Map.Entry<Outcome, Long> entry : row.packets().entrySet()) {
      if (entry.getValue() > 0) {
        of(row.subject(), entry.getKey(), row.parent()).ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }

  /**
   * What to fetch for packets that came to this: {@code ESP SPI 0x...: its row of esp_sa, ...}.
   *
   * @param subject what they belong to
   * @param outcome what became of them
   * @param parent the IKE SA in which the SPI was negotiated, or null when that is not known
   * @return one line without a full stop; empty when they can be read
   */
  public static Optional<String> of(Subject subject, Outcome outcome, @Nullable IkeSpis parent) {
    return what(subject, outcome, parent).map(text -> name(subject) + ": " + text);
  }

  /** The same without the name of the subject. */
  public static Optional<String> what(Subject subject, Outcome outcome, @Nullable IkeSpis parent) {
    String what =
        switch (outcome) {
          case OPENED, VERIFIED, CLEAR -> null;
          case NO_KEY -> keys(subject, parent);
          case WRONG_KEY -> "other keys, for none that is known fits: " + keys(subject, parent);
          case UNSUPPORTED ->
              "nothing, for its algorithm is not supported; look whether the keys name the right"
                  + " one";
          case MALFORMED ->
              "nothing, for its algorithm cannot have made these packets; look whether the keys"
                  + " name the right one";
          case CUT -> "a capture with whole packets, for this one holds only their beginning";
        };
    return Optional.ofNullable(what);
  }

  /** {@code ESP SPI 0x00001001 (2001:db8::1 > 2001:db8::2)}, {@code IKEv2 SA 01.. 02..}. */
  private static String name(Subject subject) {
    return switch (subject) {
      case Ike ike -> ike.protocol() + " SA " + ike.spi();
      case Esp esp -> "ESP SPI " + esp.spi() + " (" + esp.addresses() + ")";
      case Ah ah -> "AH SPI " + ah.spi() + " (" + ah.addresses() + ")";
    };
  }

  private static String keys(Subject subject, @Nullable IkeSpis parent) {
    return switch (subject) {
      case Ike ike -> ike.version() == 1 ? IKEV1_KEYS : IKEV2_KEYS;
      case Esp esp -> ipsec("its row of esp_sa or the output of ip xfrm state", parent);
      // Wireshark has no table for AH.
      case Ah ah -> ipsec("its state in the output of ip xfrm state", parent);
    };
  }

  private static String ipsec(String row, @Nullable IkeSpis parent) {
    // SK_d is enough where the exchange brought no secret of its own, RFC 7296 section 2.17.
    return parent == null
        ? row + ", or the keys of the IKE SA that negotiated it"
        : row + ", or SK_d of IKE SA " + parent.text();
  }
}
