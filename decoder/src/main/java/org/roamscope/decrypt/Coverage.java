package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Hex;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;

/**
 * How many encrypted packets could be read, for each ESP SPI with its addresses and each IKE SA;
 * and how many packets of AH, which anyone can read, a key vouches for.
 */
public final class Coverage {
  /** Rows kept; packets of others are counted in the sum alone. */
  public static final int MOST_ROWS = 16_384;

  /** Places of keys kept for a row. */
  public static final int MOST_SOURCES = 16;

  /** Places of keys in one cell of the table. */
  private static final int MOST_SHOWN = 2;

  /** Heading of the places of keys. */
  private static final String KEY = "key";

  /** What a row is about. */
  public sealed interface Subject {
    /** Protocol, for example {@code ESP}. */
    String protocol();

    /** SPI or SPIs. */
    String spi();

    /** Addresses; empty for an IKE SA, whose ends move. */
    String addresses();
  }

  /**
   * Packets of one direction.
   *
   * @param number SPI, unsigned
   * @param source source on the wire
   * @param destination destination on the wire
   */
  public record Esp(long number, IpAddress source, IpAddress destination) implements Subject {
    @Override
    public String protocol() {
      return "ESP";
    }

    @Override
    public String spi() {
      return Hex.spi32(number);
    }

    @Override
    public String addresses() {
      return source + " > " + destination;
    }
  }

  /**
   * Authenticated packets of one direction.
   *
   * @param number SPI, unsigned
   * @param source source on the wire
   * @param destination destination on the wire
   */
  public record Ah(long number, IpAddress source, IpAddress destination) implements Subject {
    @Override
    public String protocol() {
      return "AH";
    }

    @Override
    public String spi() {
      return Hex.spi32(number);
    }

    @Override
    public String addresses() {
      return source + " > " + destination;
    }
  }

  /**
   * Encrypted messages of both directions.
   *
   * @param version 1 or 2
   * @param initiator SPI of the initiator
   * @param responder SPI of the responder
   */
  public record Ike(int version, long initiator, long responder) implements Subject {
    // By hand, because millions are compared: see IpAddress.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Ike that
          && version == that.version
          && initiator == that.initiator
          && responder == that.responder;
    }

    @Override
    public int hashCode() {
      return (Long.hashCode(initiator) * 31 + Long.hashCode(responder)) * 31 + version;
    }

    @Override
    public String protocol() {
      return "IKEv" + version;
    }

    @Override
    public String spi() {
      return new IkeSpis(initiator, responder).text();
    }

    @Override
    public String addresses() {
      return "";
    }
  }

  /**
   * One SPI with its addresses, or one IKE SA.
   *
   * @param subject which
   * @param packets how many came to what; what did not happen is left out
   * @param parent the IKE SA that an SPI of AH or ESP was negotiated in, or null when no exchange
   *     that was opened shows it
   * @param seen when its packets were captured
   */
  public record Row(
      Subject subject, Map<Outcome, Long> packets, @Nullable IkeSpis parent, Seen seen) {
    /** All packets, whatever they came to. */
    public long all() {
      return packets.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Packets that came to this. */
    public long packets(Outcome outcome) {
      return packets.getOrDefault(outcome, 0L);
    }

    /** Packets that stayed closed. */
    public long closed() {
      return packets.entrySet().stream()
          .filter(entry -> !entry.getKey().readable())
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /**
   * When packets were captured. With several captures these may be read one after the other, so
   * that earlier packets come later.
   *
   * @param capture the capture with the first of them, from 0
   * @param frame number of the first
   * @param firstNanos time of the first
   * @param lastNanos time of the last
   */
  public record Seen(int capture, int frame, long firstNanos, long lastNanos) {
    private Seen and(Seen other) {
      Seen first = other.firstNanos < firstNanos ? other : this;
      return new Seen(
          first.capture, first.frame, first.firstNanos, Math.max(lastNanos, other.lastNanos));
    }
  }

  private record Key(Subject subject) implements Comparable<Key> {
    private static final Comparator<Subject> ORDER =
        Comparator.comparing(Subject::protocol)
            .thenComparing(Subject::spi)
            .thenComparing(Subject::addresses);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(subject, other.subject);
    }
  }

  private static final class Count {
    private final Subject subject;
    private final Map<Outcome, Long> packets = new EnumMap<>(Outcome.class);
    private final Set<KeySource> sources = new LinkedHashSet<>();
    private Seen seen;

    Count(Subject subject, Seen first) {
      this.subject = subject;
      seen = first;
    }
  }

  private final BoundedMap<Key, Count> counts = new BoundedMap<>(MOST_ROWS);
  private final Map<Outcome, Long> sum = new EnumMap<>(Outcome.class);

  private final ChildSpis spis;

  Coverage(ChildSpis spis) {
    this.spis = spis;
  }

  void count(Subject subject, Outcome outcome, Optional<KeySource> source, Seen seen) {
    sum.merge(outcome, 1L, Long::sum);
    Count count = counts.getOrAdd(new Key(subject), () -> new Count(subject, seen));
    count.seen = count.seen.and(seen);
    count.packets.merge(outcome, 1L, Long::sum);
    if (count.sources.size() < MOST_SOURCES) {
      source.ifPresent(count.sources::add);
    }
  }

  /**
   * Where the keys stand that opened or verified packets of a row, in the order of their use; the
   * first {@value #MOST_SOURCES}.
   */
  public List<KeySource> sources(Subject subject) {
    @Nullable Count count = counts.get(new Key(subject));
    return count == null ? List.of() : List.copyOf(count.sources);
  }

  /** Rows in the order of protocol, SPI and addresses. */
  public List<Row> rows() {
    List<Count> all = new ArrayList<>(counts.unconfirmedValues());
    return all.stream()
        .map(count ->
            new Row(count.subject, new TreeMap<>(count.packets), parent(count.subject), count.seen))
        .sorted(Comparator.comparing(Row::subject, Key.ORDER))
        .toList();
  }

  private @Nullable IkeSpis parent(Subject subject) {
    return switch (subject) {
      case Esp esp -> spis.parent(esp.number()).orElse(null);
      case Ah ah -> spis.parent(ah.number()).orElse(null);
      case Ike ike -> null;
    };
  }

  /** Packets that came to this, also of rows that are not kept. */
  public long packets(Outcome outcome) {
    return sum.getOrDefault(outcome, 0L);
  }

  /** True when no encrypted packet stayed closed. */
  public boolean complete() {
    return sum.keySet().stream().allMatch(Outcome::readable);
  }

  /** Rows that had to go because there were too many. */
  public long evictions() {
    return counts.evictions();
  }

  /** A table for people: one line a row, LF, columns that are all empty left out. */
  public String table() {
    List<Outcome> shown = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      if (outcome == Outcome.OPENED || packets(outcome) > 0) {
        shown.add(outcome);
      }
    }
    List<Row> rows = rows();
    boolean children = rows.stream().anyMatch(row -> row.parent() != null);
    List<String> names = new ArrayList<>(List.of("protocol", "SPI", "addresses"));
    if (children) {
      names.add("child of IKE SA");
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(line(names, shown.stream().map(Outcome::words).toList()));
    for (Row row : rows) {
      Subject subject = row.subject();
      List<String> about =
          new ArrayList<>(List.of(subject.protocol(), subject.spi(), subject.addresses()));
      if (children) {
        about.add(row.parent() == null ? "" : row.parent().text());
      }
      lines.add(line(about, numbers(shown, row.packets())));
    }
    List<String> all = new ArrayList<>(List.of("all"));
    while (all.size() < names.size()) {
      all.add("");
    }
    lines.add(line(all, numbers(shown, sum)));
    return aligned(withKeys(lines, rows), names.size());
  }

  /** One more column where a key of a file was of use: where the key stands. */
  private List<List<String>> withKeys(List<List<String>> lines, List<Row> rows) {
    List<String> places = rows.stream().map(row -> places(sources(row.subject()))).toList();
    if (places.stream().allMatch(String::isEmpty)) {
      return lines;
    }
    List<List<String>> wider = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      // The heading before the rows, the sum behind them.
      String last = i == 0 ? KEY : i <= places.size() ? places.get(i - 1) : "";
      wider.add(line(lines.get(i), List.of(last)));
    }
    return wider;
  }

  /** Places in one cell; file names may hold anything. */
  private static String places(List<KeySource> sources) {
    String some =
        sources.stream()
            .limit(MOST_SHOWN)
            .map(source -> PlainText.of(source.text()))
            .collect(Collectors.joining(", "));
    return sources.size() > MOST_SHOWN ? some + ", and others" : some;
  }

  private static List<String> line(List<String> about, List<String> numbers) {
    List<String> line = new ArrayList<>(about);
    line.addAll(numbers);
    return line;
  }

  private static List<String> numbers(List<Outcome> shown, Map<Outcome, Long> packets) {
    List<String> numbers = new ArrayList<>();
    for (Outcome outcome : shown) {
      @Nullable Long count = packets.get(outcome);
      numbers.add(count == null ? "-" : count.toString());
    }
    return numbers;
  }

  /** The first columns to the left, numbers to the right. */
  private static String aligned(List<List<String>> lines, int left) {
    int[] widths = new int[lines.getFirst().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        boolean words = i < left || lines.getFirst().get(i).equals(KEY);
        String format = "%" + (words ? "-" : "") + Math.max(1, widths[i]) + "s";
        row.append(i == 0 ? "" : "  ").append(String.format(Locale.ROOT, format, line.get(i)));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
