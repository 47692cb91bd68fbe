package org.roamscope.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.field.IpAddress;

/**
 * All keys that were read, in the order of the files, with what was wrong in them. Immutable, apart
 * from {@link #wipe()}.
 */
public final class KeyRing {
  /** No keys. */
  public static final KeyRing EMPTY =
      new KeyRing(List.of(), List.of(), List.of(), List.of(), List.of());

  private final List<IkeV2Keys> ikeV2;
  private final List<IkeV1Keys> ikeV1;
  private final List<IpsecKeys> esp;
  private final List<KeyProblem> problems;
  private final List<KeyWarning> warnings;
  private final Map<Long, List<IkeV2Keys>> bySpi = new TreeMap<>();
  private final Map<Long, List<IkeV1Keys>> byCookie = new TreeMap<>();
  private final Map<Long, List<Integer>> exact = new TreeMap<>();
  private final List<Integer> wild = new ArrayList<>();

  /** Takes copies of the lists. */
  public KeyRing(
      List<IkeV2Keys> ikeV2,
      List<IkeV1Keys> ikeV1,
      List<IpsecKeys> esp,
      List<KeyProblem> problems,
      List<KeyWarning> warnings) {
    this.ikeV2 = List.copyOf(ikeV2);
    this.ikeV1 = List.copyOf(ikeV1);
    this.esp = List.copyOf(esp);
    this.problems = List.copyOf(problems);
    this.warnings = List.copyOf(warnings);
    for (IkeV2Keys keys : this.ikeV2) {
      bySpi.computeIfAbsent(keys.spiI(), any -> new ArrayList<>()).add(keys);
    }
    for (IkeV1Keys keys : this.ikeV1) {
      byCookie.computeIfAbsent(keys.initiatorCookie(), any -> new ArrayList<>()).add(keys);
    }
    for (int i = 0; i < this.esp.size(); i++) {
      SpiPattern spi = this.esp.get(i).spi();
      if (spi.exact()) {
        exact.computeIfAbsent(spi.value(), any -> new ArrayList<>()).add(i);
      } else {
        wild.add(i);
      }
    }
  }

  /** Keys of IKEv2 SAs. */
  public List<IkeV2Keys> ikeV2() {
    return ikeV2;
  }

  /** Keys of IKEv1 SAs. */
  public List<IkeV1Keys> ikeV1() {
    return ikeV1;
  }

  /** Keys of ESP and AH SAs. */
  public List<IpsecKeys> esp() {
    return esp;
  }

  /** Lines that gave no keys. */
  public List<KeyProblem> problems() {
    return problems;
  }

  /** What else there is to know. */
  public List<KeyWarning> warnings() {
    return warnings;
  }

  /** True when there is no key. */
  public boolean isEmpty() {
    return ikeV2.isEmpty() && ikeV1.isEmpty() && esp.isEmpty();
  }

  /** Keys of the IKEv2 SA with these SPIs; several when files disagree. */
  public List<IkeV2Keys> ikeV2(long spiI, long spiR) {
    List<IkeV2Keys> found = bySpi.get(spiI);
    return found == null ? List.of() : found.stream().filter(keys -> keys.spiR() == spiR).toList();
  }

  /** Keys of the IKEv1 SAs with this initiator cookie. */
  public List<IkeV1Keys> ikeV1(long initiatorCookie) {
    return List.copyOf(byCookie.getOrDefault(initiatorCookie, List.of()));
  }

  /** SAs that a packet may belong to, in the order of the files: Wireshark takes the first. */
  public List<IpsecKeys> esp(IpAddress source, IpAddress destination, long spi) {
    return esp(spi).stream().filter(keys -> keys.matches(source, destination, spi)).toList();
  }

  /**
   * SAs with this SPI, whatever the addresses: a mobile node's SAs move, and most programs write
   * down where they began.
   */
  public List<IpsecKeys> esp(long spi) {
    List<Integer> found = new ArrayList<>(exact.getOrDefault(spi, List.of()));
    for (int i : wild) {
      if (esp.get(i).spi().matches(spi)) {
        found.add(i);
      }
    }
    return found.stream().sorted().map(esp::get).toList();
  }

  /** This ring and then the other one. */
  public KeyRing and(KeyRing other) {
    return new KeyRing(
        joined(ikeV2, other.ikeV2),
        joined(ikeV1, other.ikeV1),
        joined(esp, other.esp),
        joined(problems, other.problems),
        joined(warnings, other.warnings));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** Overwrites every key with zeros, here and in the rings that were joined from this one. */
  public void wipe() {
    ikeV2.forEach(IkeV2Keys::wipe);
    ikeV1.forEach(IkeV1Keys::wipe);
    esp.forEach(IpsecKeys::wipe);
  }

  static void wipe(@Nullable KeyMaterial secret) {
    if (secret != null) {
      secret.wipe();
    }
  }

  /** How much there is of each; no key. */
  @Override
  public String toString() {
    return "KeyRing[IKEv2 "
        + ikeV2.size()
        + ", IKEv1 "
        + ikeV1.size()
        + ", ESP "
        + esp.size()
        + ", problems "
        + problems.size()
        + ", warnings "
        + warnings.size()
        + "]";
  }
}
