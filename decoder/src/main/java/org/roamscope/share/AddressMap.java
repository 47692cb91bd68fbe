package org.roamscope.share;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.KeyedFunction;
import org.roamscope.field.IpAddress;

/**
 * Addresses in the place of others, so that two with a common prefix get two whose common prefix is
 * as long: each bit is turned or not by a keyed function of the bits before it (the construction of
 * Xu, Fan, Ammar and Moon, "Prefix-Preserving IP Address Anonymization", 2002).
 *
 * <p>Of an IPv6 address, the interface identifier is replaced by itself, so that one is the same
 * behind every prefix: whose IKE SA it is, is told by that.
 *
 * <p>What an address is must not change, so the bits of prefixes with a meaning are never turned,
 * nor are those that lead to one. So that this gives nothing away, the first octet of IPv4 and the
 * first 16 bits of global IPv6 addresses change places as a whole where no such prefix begins with
 * them; there a common prefix shorter than that is not kept. An IPv4 address inside an IPv6 one
 * becomes what it becomes by itself.
 */
final class AddressMap {
  /** Addresses with a meaning: only their prefix stays, or they do. */
  private static final class Special {
    final byte[] bits;
    final int length;
    final boolean whole;

    private Special(String prefix, int length, boolean whole) {
      this.bits = IpAddress.parse(prefix).bytes();
      this.length = length;
      this.whole = whole;
    }

    static Special kind(String prefix, int length) {
      return new Special(prefix, length, false);
    }

    static Special same(String prefix, int length) {
      return new Special(prefix, length, true);
    }

    /** True when the bit behind the first {@code count} of an address must stay. */
    boolean holds(byte[] address, int count) {
      return (whole || count < length) && agree(address, bits, Math.min(count, length));
    }
  }

  /** IANA IPv4 Special-Purpose Address Registry (RFC 6890), multicast (RFC 5771). */
  private static final List<Special> V4 =
      List.of(
          Special.same("0.0.0.0", 8),
          Special.kind("10.0.0.0", 8),
          Special.kind("100.64.0.0", 10),
          Special.same("127.0.0.0", 8),
          Special.kind("169.254.0.0", 16),
          Special.kind("172.16.0.0", 12),
          Special.same("192.88.99.0", 24),
          Special.kind("192.168.0.0", 16),
          Special.same("224.0.0.0", 24),
          Special.kind("224.0.0.0", 4),
          Special.kind("240.0.0.0", 4),
          Special.same("255.255.255.255", 32));

  /**
   * IANA IPv6 Special-Purpose Address Registry; multicast and IPv4 inside are told apart before.
   */
  private static final List<Special> V6 =
      List.of(
          Special.same("::", 128),
          Special.same("::1", 128),
          Special.kind("::", 96),
          Special.kind("64:ff9b:1::", 48),
          Special.kind("2001::", 32),
          Special.kind("2001:db8::", 32),
          Special.kind("2002::", 16),
          Special.kind("fc00::", 8),
          Special.kind("fd00::", 8),
          Special.kind("fe80::", 64),
          Special.kind("fec0::", 10));

  private static final IpAddress NAT64 = IpAddress.parse("64:ff9b::");
  private static final IpAddress SOLICITED = IpAddress.parse("ff02::1:ff00:0");
  private static final int MAPPED = 0xffff;
  private static final int SIX_TO_FOUR = 0x2002;
  private static final int FIRST_GLOBAL = 0x2000;
  private static final int GLOBALS = 0x2000;

  /** Groups below are assigned ones such as all nodes and all routers. */
  private static final int ASSIGNED_GROUPS = 0x2_0000;

  private final KeyedFunction function;
  private final Permutation solicited;
  private final int[] octets;
  private final int[] globals;

  AddressMap(KeyedFunction function) {
    this.function = function;
    solicited = new Permutation(function, "solicited-node", 24);
    octets = shuffled("first-octet", 0, 256, V4, 8);
    globals = shuffled("first-16-bits", FIRST_GLOBAL, GLOBALS, V6, 16);
  }

  /** First bits in another order; those where a prefix with a meaning begins stay. */
  private int[] shuffled(String purpose, int first, int count, List<Special> specials, int width) {
    int[] ordinary =
        IntStream.range(first, first + count)
            .filter(value -> {
              byte[] bits = ByteBuffer.allocate(16).putInt(value << 32 - width).array();
              return specials.stream()
                  .noneMatch(one -> agree(bits, one.bits, Math.min(width, one.length)));
            })
            .toArray();
    int[] order =
        Arrays.stream(ordinary)
            .boxed()
            .sorted(
                Comparator.comparingLong(value ->
                    function.number(purpose, ByteBuffer.allocate(4).putInt(value).array())))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] out = IntStream.range(0, first + count).toArray();
    for (int i = 0; i < ordinary.length; i++) {
      out[ordinary[i]] = order[i];
    }
    return out;
  }

  private static boolean agree(byte[] one, byte[] other, int bits) {
    int octets = bits / 8;
    int rest = 0xff00 >>> bits % 8 & 0xff;
    return Arrays.equals(one, 0, octets, other, 0, octets)
        && (rest == 0 || ((one[octets] ^ other[octets]) & rest) == 0);
  }

  /** True when the address stays, because it is nobody's: loopback, all nodes, unspecified. */
  static boolean wellKnown(IpAddress address) {
    if (!address.v4() && holdsV4(address)) {
      return wellKnown(new IpAddress(0, address.low() & 0xffffffffL, true));
    }
    List<Special> specials = address.v4() ? V4 : V6;
    return assigned(address)
        || specials.stream()
            .anyMatch(one -> one.whole && agree(address.bytes(), one.bits, one.length));
  }

  private static boolean assigned(IpAddress address) {
    return !address.v4()
        && address.multicast()
        && (address.high() & 0xffffffffffffL) == 0
        && address.low() >= 0
        && address.low() < ASSIGNED_GROUPS;
  }

  /** The address in the place of another. */
  IpAddress of(IpAddress address) {
    if (address.v4()) {
      return new IpAddress(0, v4((int) address.low()) & 0xffffffffL, true);
    }
    long high = address.high();
    long low = address.low();
    if (address.multicast()) {
      return multicast(address);
    }
    if (holdsV4(address)) {
      return new IpAddress(high, low & ~0xffffffffL | v4((int) low) & 0xffffffffL, false);
    }
    if (high >>> 48 == SIX_TO_FOUR) {
      long inside = v4((int) (high >>> 16)) & 0xffffffffL;
      IpAddress rest = tree(address, 48);
      return new IpAddress(
          (long) SIX_TO_FOUR << 48 | inside << 16 | rest.high() & 0xffff, rest.low(), false);
    }
    IpAddress turned = tree(address, 0);
    int first = (int) (high >>> 48);
    if (first < FIRST_GLOBAL || first >= FIRST_GLOBAL + GLOBALS || globals[first] == first) {
      return turned;
    }
    return new IpAddress(
        (long) globals[first] << 48 | turned.high() & 0xffffffffffffL, turned.low(), false);
  }

  /** IPv4-mapped, IPv4-compatible, and translated with the well-known prefix of RFC 6052. */
  private static boolean holdsV4(IpAddress address) {
    long before = address.low() >>> 32;
    boolean mapped = address.high() == 0 && before == MAPPED;
    boolean compatible = address.high() == 0 && before == 0 && address.low() > 1;
    boolean translated = address.high() == NAT64.high() && before == 0;
    return mapped || compatible || translated;
  }

  private int v4(int address) {
    byte[] bits = ByteBuffer.allocate(4).putInt(address).array();
    int turned = ByteBuffer.wrap(turn("ipv4", bits, 0, Integer.SIZE, V4)).getInt();
    int first = address >>> 24;
    return octets[first] == first ? turned : octets[first] << 24 | turned & 0xffffff;
  }

  /** Flags and scope stay; so do groups that everybody knows. */
  private IpAddress multicast(IpAddress address) {
    if (assigned(address)) {
      return address;
    }
    if (address.high() == SOLICITED.high() && (address.low() ^ SOLICITED.low()) >>> 24 == 0) {
      long node = solicited.of(address.low() & 0xffffff);
      return new IpAddress(address.high(), SOLICITED.low() | node, false);
    }
    return tree(address, 16);
  }

  /** Prefix and interface identifier by themselves: a phone keeps its identifier as it moves. */
  private IpAddress tree(IpAddress address, int from) {
    byte[] octets = address.bytes();
    if (address.high() == 0 || address.multicast()) {
      return IpAddress.v6(Slice.of(turn("ipv6", octets, from, octets.length * 8, V6)), 0);
    }
    byte[] prefix = turn("ipv6", octets, from, Long.SIZE, V6);
    byte[] identifier = Arrays.copyOfRange(octets, Long.BYTES, octets.length);
    byte[] turned = turn("interface-identifier", identifier, 0, Long.SIZE, List.of());
    return new IpAddress(Slice.of(prefix).u64(0), Slice.of(turned).u64(0), false);
  }

  /** Turns bits of an address, those {@code from} a place {@code until} another. */
  private byte[] turn(String purpose, byte[] address, int from, int until, List<Special> specials) {
    byte[] out = address.clone();
    byte[] before = new byte[address.length + 1];
    for (int bit = 0; bit < until; bit++) {
      int mask = 0x80 >>> bit % 8;
      int count = bit;
      if (bit >= from && specials.stream().noneMatch(one -> one.holds(address, count))) {
        before[address.length] = (byte) bit;
        if ((function.number(purpose, before) & 1) != 0) {
          out[bit / 8] ^= (byte) mask;
        }
      }
      before[bit / 8] |= (byte) (address[bit / 8] & mask);
    }
    return out;
  }
}
