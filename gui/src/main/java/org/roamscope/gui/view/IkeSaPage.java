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
  private final ReportTable<Line> table = new ReportTable<>("ike-sas", "No IKE SA seen");
  private ReportTexts texts = ReportTexts.NONE;
  private FrameSelector selector = _ -> {};

  private record Line(IkeSa sa, String ue) {}

  IkeSaPage(HostNames names) {
    table.setAccessibleText("IKE SAs");
    table.go(line -> selector.select(line.sa().first()));
    table
        .named(names)
        .column("Initiator SPI", 150, line -> Hex.spi64(line.sa().initiatorSpi()))
        .column("Responder SPI", 150, line -> Hex.spi64(line.sa().responderSpi()))
        .column("IKE", 44, line -> "v" + line.sa().version())
        .column("State", 96, line -> line.sa().state().json())
        .column("UE", 150, Line::ue)
        .column("Begins", 72, line -> texts.number(line.sa().first()))
        .column("Ends", 60, line -> texts.number(line.sa().last()))
        .column("Messages", 90, line -> Integer.toString(line.sa().messages()))
        .column("Repeated", 90, line -> Integer.toString(line.sa().retransmissions()))
        .column("Initiator at", 270, line -> texts.places(line.sa(), End.INITIATOR))
        .column("Responder at", 200, line -> texts.places(line.sa(), End.RESPONDER));
  }

  @Override
  public Node node() {
    return table;
  }

  @Override
  public void show(Report report, FrameSelector leads) {
    selector = leads;
    texts = ReportTexts.of(report);
    Correlation correlation = report.audit().correlation();
    table
        .getItems()
        .setAll(
            correlation.ikeSas().stream()
                .map(sa -> new Line(sa, name(correlation.owner(sa))))
                .toList());
  }

  private static String name(@Nullable Ue owner) {
    return owner == null ? "unknown" : owner.homeAddress().toString();
  }
}
