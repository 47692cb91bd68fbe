package org.roamscope.track;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A child SA, both directions of it, as the exchanges of its IKE SA tell that could be read: RFC
 * 7296 section 1.3, in IKEv1 Quick Mode.
 *
 * @param ikeSa in which it was made; when that is rekeyed, the new one inherits it
 * @param protocol 2 AH, 3 ESP
 * @param toUe SPI of packets to the mobile node, null when the message with it was not read
 * @param toHomeAgent SPI of packets to the home agent, null likewise
 * @param begun the message that completes it, or the first that names it
 * @param ended the message that ends it, null when none was read
 * @param end how it ended
 */
public record ChildSa(
    IkeSa ikeSa,
    int protocol,
    @Nullable Long toUe,
    @Nullable Long toHomeAgent,
    At begun,
    @Nullable At ended,
    End end) {
  /** How a child SA ended. */
  public enum End {
    /** Nothing shows that it did. */
    OPEN("not seen to end"),
    /** A Delete names one of its SPIs. */
    DELETED("deleted"),
    /** REKEY_SA names it, and no Delete was read after that. */
    REKEYED("rekeyed"),
    /** Its IKE SA was deleted, RFC 7296 section 1.4.1. */
    WITH_IKE_SA("ended with its IKE SA");

    private final String words;

    End(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  /** Child SAs kept of one mobile node; later ones are left out. */
  private static final int MOST = 4096;

  private ChildSa ended(At at, End how) {
    return new ChildSa(ikeSa, protocol, toUe, toHomeAgent, begun, at, how);
  }

  private boolean is(IkeContent.ChildSpi named, boolean byUe) {
    Long mine = byUe ? toUe : toHomeAgent;
    return protocol == named.protocol() && mine != null && mine == named.spi();
  }

  /**
   * All child SAs that the exchanges of some IKE SAs tell of, in the order of their begin.
   *
   * @param ikeSas of one mobile node, in the order of their first message
   * @param ueInitiated true for those that its side initiated
   */
  public static List<ChildSa> of(List<IkeSa> ikeSas, Predicate<IkeSa> ueInitiated) {
    var all = new Reading(ueInitiated);
    ikeSas.forEach(all::read);
    return List.copyOf(all.found);
  }

  /** Goes through exchanges in the order of their requests. */
  private static final class Reading {
    private final Predicate<IkeSa> ueInitiated;
    private final List<ChildSa> found = new ArrayList<>();

    Reading(Predicate<IkeSa> ueInitiated) {
      this.ueInitiated = ueInitiated;
    }

    void read(IkeSa sa) {
      Asked authenticating = null;
      for (IkeExchange exchange : sa.exchanges()) {
        boolean byUe = exchange.byInitiator() == ueInitiated.test(sa);
        boolean authenticates = exchange.type() == IkeTracker.IKE_AUTH;
        IkeContent said = exchange.asked();
        Asked asked = said == null ? null : new Asked(said.children(), byUe, exchange.first().at());
        if (asked != null) {
          end(sa, asked.said().deleted(), byUe, asked.at(), End.DELETED);
          // With EAP the answer to its proposals comes some exchanges later.
          authenticating = authenticates && asked.proposes() ? asked : authenticating;
        }
        IkeContent given = exchange.given();
        IkeSa.Endpoints response = exchange.response();
        if (given != null && response != null) {
          end(sa, given.children().deleted(), !byUe, response.at(), End.DELETED);
          made(sa, authenticates ? authenticating : asked, given, byUe, response.at());
        } else if (sa.version() == 1 && asked != null && asked.proposes()) {
          // Of a Quick Mode only what its first message says is kept.
          add(sa, asked.said().proposed().getFirst(), asked.byUe(), null, asked.at());
        }
        if (exchange.deletesIkeSa() && sa.successor() == null) {
          endAll(sa, exchange.first().at());
        }
      }
    }

    private void made(IkeSa sa, @Nullable Asked asked, IkeContent given, boolean byUe, At at) {
      if (given.children().proposed().isEmpty()) {
        return;
      }
      IkeContent.ChildSpi chosen = given.children().proposed().getFirst();
      if (asked != null && asked.said().rekeyed() != null) {
        end(sa, List.of(asked.said().rekeyed()), byUe, at, End.REKEYED);
      }
      add(sa, chosen, !byUe, asked == null ? null : asked.spi(chosen.protocol()), at);
    }

    private void add(IkeSa sa, IkeContent.ChildSpi one, boolean toUe, @Nullable Long other, At at) {
      if (found.size() < MOST) {
        Long spi = one.spi();
        found.add(
            new ChildSa(
                sa, one.protocol(), toUe ? spi : other, toUe ? other : spi, at, null, End.OPEN));
      }
    }

    private void end(IkeSa sa, List<IkeContent.ChildSpi> named, boolean byUe, At at, End how) {
      for (IkeContent.ChildSpi spi : named) {
        found.replaceAll(
            child -> stands(child, sa) && child.is(spi, byUe) ? child.ended(at, how) : child);
      }
    }

    private void endAll(IkeSa sa, At at) {
      found.replaceAll(child ->
          child.end() == End.OPEN && stands(child, sa) ? child.ended(at, End.WITH_IKE_SA) : child);
    }

    /** A Delete follows the rekeying; until then both are used. */
    private static boolean stands(ChildSa child, IkeSa now) {
      return (child.end() == End.OPEN || child.end() == End.REKEYED)
          && inherits(now, child.ikeSa());
    }

    /** True for the SA itself and for one that rekeying has put in its place. */
    private static boolean inherits(IkeSa now, IkeSa from) {
      IkeSa next = from;
      for (int i = 0; i < MOST && next != null; i++) {
        if (next.equals(now)) {
          return true;
        }
        next = next.successor();
      }
      return false;
    }
  }

  private record Asked(IkeContent.Children said, boolean byUe, At at) {
    boolean proposes() {
      return !said.proposed().isEmpty();
    }

    @Nullable Long spi(int protocol) {
      for (IkeContent.ChildSpi one : said.proposed()) {
        if (one.protocol() == protocol) {
          return one.spi();
        }
      }
      return null;
    }
  }
}
