package org.roamscope.decode.output;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.dissect.IpScope;
import org.roamscope.field.Element;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;
import org.roamscope.field.IpAddress;

/**
 * Counts instead of packets ({@code -z}): protocol hierarchy, conversations, endpoints. Written
 * after the last frame, most octets first. Every IP header counts for its own addresses, whatever
 * comes after it. A million conversations at most; the program says when there were more.
 */
public final class StatisticsOutput implements FrameOutput {
  /** What is counted. */
  public enum Kind {
    /** Frames and octets of each protocol, by what they are in. */
    PROTOCOLS("io,phs"),
    /** Frames and octets between two IPv6 addresses. */
    IPV6_CONVERSATIONS("conv,ipv6"),
    /** Frames and octets between two IPv4 addresses. */
    IPV4_CONVERSATIONS("conv,ip"),
    /** Frames and octets of an IPv6 address. */
    IPV6_ENDPOINTS("endpoints,ipv6"),
    /** Frames and octets of an IPv4 address. */
    IPV4_ENDPOINTS("endpoints,ip");

    private final String option;

    Kind(String option) {
      this.option = option;
    }

    /** As tshark spells it. */
    public String option() {
      return option;
    }
  }

  private static final int MOST = 1_000_000;

  /** Two addresses; both are the same for an endpoint. */
  private record Pair(IpAddress a, IpAddress b) implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER =
        Comparator.comparing(Pair::a).thenComparing(Pair::b);

    @Override
    public int compareTo(Pair other) {
      return ORDER.compare(this, other);
    }
  }

  /** Frames and octets from the first address, and to it. */
  private static final class Row {
    final Pair of;
    long framesOut;
    long octetsOut;
    long framesIn;
    long octetsIn;

    Row(Pair of) {
      this.of = of;
    }

    long octets() {
      return octetsOut + octetsIn;
    }
  }

  private static final class Node {
    final Map<String, Node> inside = new LinkedHashMap<>();
    long frames;
    long octets;
  }

  private final Kind kind;
  private final Node protocols = new Node();
  private final BoundedMap<Pair, Row> rows = new BoundedMap<>(MOST);

  /** Counts of one kind. */
  public StatisticsOutput(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void begin(Appendable out) {}

  @Override
  public void frame(DecodedFrame frame, Appendable out) {
    long octets = frame.frame().originalLength();
    switch (kind) {
      case PROTOCOLS -> hierarchy(frame, octets);
      case IPV6_CONVERSATIONS, IPV4_CONVERSATIONS -> conversations(frame, octets);
      case IPV6_ENDPOINTS, IPV4_ENDPOINTS -> endpoints(frame, octets);
    }
  }

  private void hierarchy(DecodedFrame frame, long octets) {
    Node at = protocols;
    for (Element element : frame.dissection().shown()) {
      FieldInfo self = element.layout().self();
      if (self != null && self.type() == FieldType.PROTOCOL) {
        at = at.inside.computeIfAbsent(self.name(), name -> new Node());
        at.frames++;
        at.octets += octets;
      }
    }
  }

  private boolean counts(IpScope scope) {
    boolean v4 = kind == Kind.IPV4_CONVERSATIONS || kind == Kind.IPV4_ENDPOINTS;
    return scope.source().v4() == v4;
  }

  private void conversations(DecodedFrame frame, long octets) {
    for (IpScope scope : frame.dissection().scopes()) {
      if (counts(scope)) {
        if (scope.source().compareTo(scope.destination()) <= 0) {
          sent(new Pair(scope.source(), scope.destination()), octets);
        } else {
          received(new Pair(scope.destination(), scope.source()), octets);
        }
      }
    }
  }

  private void endpoints(DecodedFrame frame, long octets) {
    Set<IpAddress> seen = new HashSet<>();
    for (IpScope scope : frame.dissection().scopes()) {
      if (counts(scope)) {
        if (seen.add(scope.source())) {
          sent(new Pair(scope.source(), scope.source()), octets);
        }
        if (seen.add(scope.destination())) {
          received(new Pair(scope.destination(), scope.destination()), octets);
        }
      }
    }
  }

  private Row row(Pair pair) {
    return rows.getOrAdd(pair, () -> new Row(pair));
  }

  private void sent(Pair pair, long octets) {
    Row row = row(pair);
    row.framesOut++;
    row.octetsOut += octets;
  }

  private void received(Pair pair, long octets) {
    Row row = row(pair);
    row.framesIn++;
    row.octetsIn += octets;
  }

  @Override
  public void end(Appendable out) throws IOException {
    switch (kind) {
      case PROTOCOLS -> {
        out.append("Protocol hierarchy: frames, bytes\n");
        write(protocols, 0, out);
      }
      case IPV6_CONVERSATIONS, IPV4_CONVERSATIONS -> {
        out.append("A\tB\tframes A to B\tbytes\tframes B to A\tbytes\n");
        for (Row row : largestFirst()) {
          out.append(row.of.a() + "\t" + row.of.b() + "\t" + counts(row) + "\n");
        }
      }
      case IPV6_ENDPOINTS, IPV4_ENDPOINTS -> {
        out.append("Address\tframes sent\tbytes\tframes received\tbytes\n");
        for (Row row : largestFirst()) {
          out.append(row.of.a() + "\t" + counts(row) + "\n");
        }
      }
    }
    if (rows.evictions() > 0) {
      out.append(rows.evictions() + " more were left out\n");
    }
  }

  private static String counts(Row row) {
    return row.framesOut + "\t" + row.octetsOut + "\t" + row.framesIn + "\t" + row.octetsIn;
  }

  private List<Row> largestFirst() {
    return rows.unconfirmedValues().stream()
        .sorted(Comparator.comparingLong(Row::octets).reversed().thenComparing(row -> row.of))
        .toList();
  }

  private static void write(Node node, int depth, Appendable out) throws IOException {
    for (Map.Entry<String, Node> inside : node.inside.entrySet()) {
      Node counted = inside.getValue();
      out.append("  ".repeat(depth) + inside.getKey())
          .append(" frames:" + counted.frames + " bytes:" + counted.octets + "\n");
      write(counted, depth + 1, out);
    }
  }
}
