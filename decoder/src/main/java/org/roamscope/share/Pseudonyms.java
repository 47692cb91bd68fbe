package org.roamscope.share;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.crypto.KeyedFunction;
import org.roamscope.field.IpAddress;

/**
 * What stands in the place of what, by a key: the same key gives the same in every capture. Names
 * that were replaced are remembered, for the table that the user may ask for and for the search for
 * what was forgotten; no more than {@value #MAX_NAMES} of them.
 */
public final class Pseudonyms {
  static final int MAX_NAMES = 1_000_000;

  /** SPIs below are reserved, RFC 4303 section 2.1. */
  private static final long FIRST_SPI = 256;

  private static final int SPI = 4;
  private static final int IKE_SPI = 8;

  /** Shorter texts are looked for as a whole only: they stand in other words. */
  private static final int LEAST_WORD = 4;

  private static final long BROADCAST = 0xffff_ffff_ffffL;
  private static final long ALL_NODES = 0xff02_0000_0000_0000L;
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:0x[0-9a-f]{8}|[0-9a-f]{16}"
              + "|[0-9a-f]*:[0-9a-f:]*(?:::|:[0-9a-f]+)|[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+)"
              + "(?![0-9A-Za-z])");

  /** What a name is. */
  public enum Kind {
    /** IPv4 or IPv6 address. */
    ADDRESS,
    /** MAC address. */
    MAC,
    /** SPI of ESP or AH, and numbers that name a tunnel. */
    SPI,
    /** SPI of an IKE SA, or a cookie of IKEv1. */
    IKE_SPI,
    /** Identity, domain name or other text. */
    TEXT,
    /** Digits of a subscriber or of a device, in the octets of TBCD. */
    DIGITS;

    /** As it is written in a table. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A name that was replaced.
   *
   * @param kind what it is
   * @param original as it stood in the capture, for people
   * @param pseudonym what stands there now
   * @param octets the original as it stood in the capture
   */
  public record Name(Kind kind, String original, String pseudonym, Slice octets) {}

  private record Key(Kind kind, String original) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = kind.compareTo(other.kind);
      return order == 0 ? original.compareTo(other.original) : order;
    }
  }

  private final KeyedFunction function;
  private final AddressMap addresses;
  private final TextMap texts;
  private final Permutation macs;
  private final Permutation groups;
  private final Permutation spis;
  private final Permutation ikeSpis;
  private final BoundedMap<IpAddress, IpAddress> known = new BoundedMap<>(MAX_NAMES);
  private final BoundedMap<Long, Long> knownMacs = new BoundedMap<>(MAX_NAMES);
  private final BoundedMap<Long, Long> knownSpis = new BoundedMap<>(MAX_NAMES);
  private final BoundedMap<Long, Long> knownIkeSpis = new BoundedMap<>(MAX_NAMES);
  private final BoundedMap<Key, Name> names = new BoundedMap<>(MAX_NAMES);
  private final List<Name> replacedTexts = new ArrayList<>();

  /** Those of a key of {@link KeyedFunction#KEY_OCTETS} octets. */
  public Pseudonyms(KeyMaterial key) {
    function = new KeyedFunction(key);
    addresses = new AddressMap(function);
    texts = new TextMap(function);
    macs = new Permutation(function, "mac", 46);
    groups = new Permutation(function, "ipv4-group", 23);
    spis = new Permutation(function, "spi", 32);
    ikeSpis = new Permutation(function, "ike-spi", 64);
  }

  /** The address in the place of another, which has its kind and its prefixes. */
  public IpAddress address(IpAddress address) {
    return known.getOrAdd(
        address,
        () -> {
          IpAddress made = addresses.of(address);
          if (!AddressMap.wellKnown(address)) {
            remember(Kind.ADDRESS, address.toString(), made.toString(), address.bytes());
          }
          return made;
        });
  }

  /** The MAC address in the place of another; 48 bits. Group and local bits stay. */
  long mac(long mac) {
    if (mac == 0 || mac == BROADCAST || mac >>> 24 == 0x0180c2) {
      return mac;
    }
    if (mac >>> 32 == 0x3333) {
      // The last 32 bits of a group's address, RFC 2464 section 7.
      long group = mac & 0xffffffffL | (mac >>> 24 == 0x3333ff ? 1L << 32 : 0);
      return 0x3333L << 32
          | addresses.of(new IpAddress(ALL_NODES, group, false)).low() & 0xffffffffL;
    }
    if (mac >>> 24 == 0x01005e && (mac & 0x800000) == 0) {
      // The last 23 bits of a group's address, RFC 1112 section 6.4.
      long group = mac & 0x7fffff;
      return mac & ~0x7fffffL | (group < 256 ? group : groups.of(group));
    }
    return knownMacs.getOrAdd(mac, () -> newMac(mac));
  }

  private long newMac(long mac) {
    long kept = mac >>> 40 & 3;
    long turned = macs.of(mac >>> 42 << 40 | mac & 0xff_ffff_ffffL);
    long made = turned >>> 40 << 42 | kept << 40 | turned & 0xff_ffff_ffffL;
    remember(Kind.MAC, macText(mac), macText(made), octets(mac, 6));
    return made;
  }

  private static String macText(long mac) {
    return Hex.colons(octets(mac, 6));
  }

  private static byte[] octets(long value, int count) {
    return Arrays.copyOfRange(
        ByteBuffer.allocate(Long.BYTES).putLong(value).array(), Long.BYTES - count, Long.BYTES);
  }

  /** The SPI in the place of another; 32 bits. Reserved ones stay. */
  long spi(long spi) {
    if (spi < FIRST_SPI) {
      return spi;
    }
    return knownSpis.getOrAdd(spi, () -> newSpi(spi));
  }

  private long newSpi(long spi) {
    long made = spis.of(spi);
    while (made < FIRST_SPI) {
      made = spis.of(made);
    }
    remember(Kind.SPI, Hex.spi32(spi), Hex.spi32(made), octets(spi, SPI));
    return made;
  }

  /** The IKE SPI or cookie in the place of another; 0 stays. */
  public long ikeSpi(long spi) {
    return spi == 0 ? 0 : knownIkeSpis.getOrAdd(spi, () -> newIkeSpi(spi));
  }

  private long newIkeSpi(long spi) {
    long made = ikeSpis.of(spi);
    if (made == 0) {
      made = ikeSpis.of(0);
    }
    remember(Kind.IKE_SPI, Hex.spi64(spi), Hex.spi64(made), octets(spi, IKE_SPI));
    return made;
  }

  /** A number that is a name of a few bits, such as a flow label; 0 stays. */
  long number(long number, int bits) {
    if (number == 0) {
      return 0;
    }
    Permutation permutation = new Permutation(function, "number", bits);
    long made = permutation.of(number);
    return made == 0 ? permutation.of(0) : made;
  }

  /** Octets of an SPI of any protocol: 4 or 8 of them or two of 8, others become any octets. */
  byte[] spi(byte[] spi) {
    ByteBuffer in = ByteBuffer.wrap(spi);
    ByteBuffer out = ByteBuffer.allocate(spi.length);
    if (spi.length == SPI) {
      return out.putInt((int) spi(in.getInt() & 0xffffffffL)).array();
    }
    if (spi.length > 0 && spi.length % IKE_SPI == 0) {
      while (in.hasRemaining()) {
        out.putLong(ikeSpi(in.getLong()));
      }
      return out.array();
    }
    return opaque(spi);
  }

  /** Printable ASCII in the place of other, of the same shape. */
  byte[] text(byte[] text) {
    String original = new String(text, StandardCharsets.US_ASCII);
    String made = texts.of(original);
    if (!TextMap.common(original)) {
      remember(Kind.TEXT, original, made, text);
    }
    return made.getBytes(StandardCharsets.US_ASCII);
  }

  /** Digits in half octets, the lower half first; halves above 9 stay. */
  byte[] digits(byte[] digits) {
    StringBuilder original = new StringBuilder();
    for (int half = 0; half < digits.length * 2; half++) {
      int value = half(digits, half);
      if (value <= 9) {
        original.append(value);
      }
    }
    String made = texts.of(original.toString());
    byte[] out = digits.clone();
    int at = 0;
    for (int half = 0; half < digits.length * 2; half++) {
      if (half(digits, half) <= 9) {
        int shift = half % 2 * 4;
        int value = made.charAt(at++) - '0';
        out[half / 2] = (byte) (out[half / 2] & ~(15 << shift) | value << shift);
      }
    }
    remember(Kind.DIGITS, original.toString(), made, digits);
    return out;
  }

  private static int half(byte[] octets, int half) {
    return octets[half / 2] >>> half % 2 * 4 & 15;
  }

  /** Octets that say nothing any more: the same for the same ones; zeros stay zeros. */
  byte[] opaque(byte[] octets) {
    for (byte octet : octets) {
      if (octet != 0) {
        byte[] made = function.octets("opaque", octets, octets.length);
        if (octets.length == 1 && made[0] == 0) {
          made[0] = 1;
        }
        return made;
      }
    }
    return octets.clone();
  }

  private void remember(Kind kind, String original, String made, byte[] octets) {
    Key key = new Key(kind, original);
    if (names.get(key) == null) {
      Name name = new Name(kind, original, made, Slice.of(octets.clone()));
      names.put(key, name);
      if (kind == Kind.TEXT && original.length() >= LEAST_WORD) {
        replacedTexts.add(name);
      }
    }
  }

  /** What was replaced so far, in the order in which it was met. */
  public Collection<Name> names() {
    return Collections.unmodifiableCollection(names.unconfirmedValues());
  }

  /** True when there were more names than are remembered. */
  public boolean incomplete() {
    return names.evictions() > 0;
  }

  /**
   * A text for people, such as a line of a report, with every name in it replaced: what a report on
   * the copy must say where the report on the original says {@code text}.
   */
  public String renamed(String text) {
    Name whole = names.get(new Key(Kind.TEXT, text));
    if (whole != null) {
      return whole.pseudonym();
    }
    List<Name> said =
        replacedTexts.stream()
            .filter(name -> text.contains(name.original()))
            .sorted(Comparator.comparingInt((Name name) -> -name.original().length()))
            .toList();
    StringBuilder made = new StringBuilder();
    Matcher tokens = TOKEN.matcher(text);
    int at = 0;
    while (tokens.find()) {
      made.append(renamed(text.substring(at, tokens.start()), said));
      made.append(renamedToken(tokens.group()));
      at = tokens.end();
    }
    return made.append(renamed(text.substring(at), said)).toString();
  }

  private static String renamed(String text, List<Name> said) {
    if (said.isEmpty()) {
      return text;
    }
    Name name = said.getFirst();
    List<String> around = new ArrayList<>();
    for (String part : text.split(Pattern.quote(name.original()), -1)) {
      around.add(renamed(part, said.subList(1, said.size())));
    }
    return String.join(name.pseudonym(), around);
  }

  /** A token that is no name of the capture, such as the number of a clause, stays. */
  private String renamedToken(String token) {
    for (Kind kind : List.of(Kind.ADDRESS, Kind.SPI, Kind.IKE_SPI)) {
      Name name = names.get(new Key(kind, token));
      if (name != null) {
        return name.pseudonym();
      }
    }
    return token;
  }
}
