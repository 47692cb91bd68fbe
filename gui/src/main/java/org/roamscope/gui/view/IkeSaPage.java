package org.roamscope.gui.view;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.gui.viewmodel.HostNames;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.gui.viewmodel.ReportTexts.End;
import org.roamscope.report.Report;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Ue;

/** Every IKE SA: whose it is, how it stands, and from where both ends used it. */
final class IkeSaPage implements ReportView {
  private final ReportTable<IkeSa> table = new ReportTable<>("ike-sas", "No IKE SA seen");
  private ReportTexts texts = ReportTexts.NONE;
  private FrameSelector selector = _ -> {};
  private @Nullable Correlation correlation;

  IkeSaPage(HostNames names) {
    table.setAccessibleText("IKE SAs");
    table.go(sa -> selector.select(sa.first()));
    table
        .named(names)
        .column("Initiator SPI", 168, sa -> Hex.spi64(sa.initiatorSpi()))
        .column("Responder SPI", 168, sa -> Hex.spi64(sa.responderSpi()))
        .column("IKE", 56, sa -> "v" + sa.version())
        .column("State", 120, sa -> sa.state().json())
        .column("UE", 150, this::owner)
        .column("Begins", 80, sa -> texts.number(sa.first()))
        .column("Ends", 70, sa -> texts.number(sa.last()))
        .column("Messages", 108, sa -> Integer.toString(sa.messages()))
        .column("Repeated", 108, sa -> Integer.toString(sa.retransmissions()))
        .column("Initiator at", 180, sa -> texts.places(sa, End.INITIATOR))
        .column("Responder at", 180, sa -> texts.places(sa, End.RESPONDER))
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
    int selected = table.getSelectionModel().getSelectedIndex();
    table.getItems().setAll(correlation.ikeSas());
    table.getSelectionModel().select(selected);
  }

  private String owner(IkeSa sa) {
    Ue owner = correlation == null ? null : correlation.owner(sa);
    return owner == null ? "unknown" : owner.homeAddress().toString();
  }
}
