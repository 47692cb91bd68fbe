package org.roamscope.report;

import java.util.List;
import org.roamscope.bytes.Hex;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Ue;

/** Every IKE SA with the places at which the UE used it. */
final class TextIkeSas {
  private final ReportIndex index;
  private final Lines lines;

  TextIkeSas(ReportIndex index, Lines lines) {
    this.index = index;
    this.lines = lines;
  }

  void write() {
    List<IkeSa> sas = index.correlation().ikeSas();
    if (sas.isEmpty()) {
      return;
    }
    lines.section("IKE SAs");
    boolean narrow = lines.columns() < TextReport.NARROW;
    if (!narrow) {
      lines.add(
          2,
          Lines.glued(
              row("initiator SPI", "responder SPI", "", "state", "msgs", "rpt") + "  frames"));
    }
    for (IkeSa sa : sas) {
      String range = index.frames().number(sa.first()) + " - " + index.frames().number(sa.last());
      String version = "v" + sa.version();
      String spiI = Hex.spi64(sa.initiatorSpi());
      String spiR = Hex.spi64(sa.responderSpi());
      if (narrow) {
        lines.hang(
            "  ",
            spiI
                + " / "
                + spiR
                + " "
                + version
                + ", "
                + sa.state().json()
                + ", "
                + Frames.count(sa.messages(), "message", "messages")
                + ", "
                + Frames.count(sa.retransmissions(), "repeated", "repeated")
                + ", "
                + Lines.glued("frames " + range));
      } else {
        lines.add(
            2,
            Lines.glued(
                row(
                        spiI,
                        spiR,
                        version,
                        sa.state().json(),
                        Integer.toString(sa.messages()),
                        Integer.toString(sa.retransmissions()))
                    + "  "
                    + range));
      }
      lines.hang("      ", ends(sa));
    }
    if (sas.stream().anyMatch(sa -> sa.retransmissions() > 0)) {
      lines.add(2, "rpt: messages that repeat earlier bytes");
    }
  }

  private static String row(
      String spiI, String spiR, String version, String state, String messages, String repeated) {
    return Lines.left(spiI, 16)
        + " "
        + Lines.left(spiR, 16)
        + " "
        + Lines.left(version, 2)
        + " "
        + Lines.left(state, 11)
        + Lines.right(messages, 5)
        + Lines.right(repeated, 4);
  }

  private String ends(IkeSa sa) {
    boolean ueInitiated = index.correlation().ueInitiated(sa);
    Ue owner = index.correlation().owner(sa);
    StringBuilder text =
        new StringBuilder(
            owner == null ? "no UE known for it: " : "UE " + index.id(owner) + " at ");
    String last = "";
    int told = 0;
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      String now = Story.ueEnd(ends, ueInitiated);
      if (now.equals(last)) {
        continue;
      }
      if (told == 8) {
        text.append(" -> ...");
        break;
      }
      text.append(told == 0 ? "" : " -> ").append(now);
      told++;
      last = now;
    }
    IkeSa successor = sa.successor();
    if (successor != null) {
      text.append(", replaced by ").append(Hex.spi64(successor.initiatorSpi()));
    }
    return text.toString();
  }
}
