package org.roamscope.gui.view;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.field.IpAddress;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.gui.viewmodel.HostNames;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.gui.viewmodel.ReportTexts.End;
import org.roamscope.gui.viewmodel.SortedRows;
import org.roamscope.report.Report;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Ue;

/** Every IKE SA: whose it is, how it stands, and from where both ends used it. */
final class IkeSaPage implements ReportView {
  private final ReportTable<IkeSa> table = new ReportTable<>("ike-sas", "No IKE SA seen");
  private final SortedRows<IkeSa> sorted;
  private ReportTexts texts = ReportTexts.NONE;
  private FrameSelector selector = _ -> {};
  private volatile @Nullable Correlation correlation; // sorting asks on another thread

  IkeSaPage(HostNames names, SortedRows<IkeSa> sorted, FilterActions actions) {
    this.sorted = sorted;
    table.rows(sorted);
    table.setAccessibleText("IKE SAs");
    table.go(sa -> selector.select(sa.first()));
    table.menu((sa, event) -> {
      String spi = Hex.spi64(sa.initiatorSpi());
      actions.offer(
          table,
          event,
          new FilterActions.Target(
              "roam.ike_sa == \"" + spi + "\"",
              spi,
              actions.row(sa.first()),
              () -> actions.copies().ticket(sa.first())),
          FilterActions.item("go-to-packet", "_Go to packet", () -> selector.select(sa.first())));
    });
    table
        .named(names)
        .column(
            "Initiator SPI",
            168,
            sa -> Hex.spi64(sa.initiatorSpi()),
            (one, other) -> Long.compareUnsigned(one.initiatorSpi(), other.initiatorSpi()))
        .column(
            "Responder SPI",
            168,
            sa -> Hex.spi64(sa.responderSpi()),
            (one, other) -> Long.compareUnsigned(one.responderSpi(), other.responderSpi()))
        .column("IKE", 56, sa -> "v" + sa.version(), Comparator.comparingInt(IkeSa::version))
        .column("State", 120, sa -> sa.state().json(), Comparator.comparing(IkeSa::state))
        .column(
            "UE",
            150,
            this::owner,
            Comparator.comparing(
                this::address, Comparator.nullsLast(Comparator.<IpAddress>naturalOrder())))
        .column(
            "Begins",
            80,
            sa -> texts.number(sa.first()),
            Comparator.comparing(IkeSa::first, ReportTexts.BY_NUMBER))
        .column(
            "Ends",
            70,
            sa -> texts.number(sa.last()),
            Comparator.comparing(IkeSa::last, ReportTexts.BY_NUMBER))
        .column(
            "Messages",
            108,
            sa -> Integer.toString(sa.messages()),
            Comparator.comparingInt(IkeSa::messages))
        .column(
            "Repeated",
            108,
            sa -> Integer.toString(sa.retransmissions()),
            Comparator.comparingInt(IkeSa::retransmissions))
        .column(
            "Initiator at",
            180,
            sa -> texts.places(sa, End.INITIATOR),
            byPlace(IkeSa.Endpoints::initiator))
        .column(
            "Responder at",
            180,
            sa -> texts.places(sa, End.RESPONDER),
            byPlace(IkeSa.Endpoints::responder))
        .fitted(2);
  }

  @Override
  public Node node() {
    return table;
  }

  @Override
  public void show(Report report, FrameSelector leads) {
    selector = leads;
    texts = ReportTexts.of(report);
    correlation = report.audit().correlation();
    List<IkeSa> sas = correlation.ikeSas();
    IkeSa before = table.getSelectionModel().getSelectedItem();
    int same = -1;
    for (int i = 0; before != null && same < 0 && i < sas.size(); i++) {
      same = sas.get(i).first().equals(before.first()) ? i : -1;
    }
    sorted.set(sas, same);
  }

  /** By the place where an end was seen first. */
  private static Comparator<IkeSa> byPlace(Function<IkeSa.Endpoints, IpAddress> end) {
    return Comparator.comparing(
        sa -> sa.endpoints().isEmpty() ? null : end.apply(sa.endpoints().getFirst()),
        Comparator.nullsLast(Comparator.<IpAddress>naturalOrder()));
  }

  private @Nullable IpAddress address(IkeSa sa) {
    Correlation known = correlation;
    Ue owner = known == null ? null : known.owner(sa);
    return owner == null ? null : owner.homeAddress();
  }

  private String owner(IkeSa sa) {
    IpAddress owner = address(sa);
    return owner == null ? "unknown" : owner.toString();
  }
}
