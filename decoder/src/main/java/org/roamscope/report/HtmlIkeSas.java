package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Hex;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Ue;

/** The table of IKE SAs with the places at which the UE used them. */
final class HtmlIkeSas {
  static final int MAX_LISTED = 2_000;
  private static final int MAX_ENDS = 8;

  private final ReportIndex index;
  private final Html html;

  HtmlIkeSas(ReportIndex index, Html html) {
    this.index = index;
    this.html = html;
  }

  void add() {
    List<IkeSa> sas = index.correlation().ikeSas();
    if (sas.isEmpty()) {
      return;
    }
    html.open("section", "", "ike-sas").leaf("h2", "", "IKE SAs");
    html.table("SPIs", "state", "UE", "end of the UE", "messages", "repeated", "frames");
    sas.stream().limit(MAX_LISTED).forEach(this::row);
    html.tableEnd();
    if (sas.size() > MAX_LISTED) {
      html.leaf(
          "p",
          "soft",
          MAX_LISTED + " of " + sas.size() + " IKE SAs are listed. The JSON report has all.");
    }
    html.close();
  }

  private void row(IkeSa sa) {
    Ue owner = index.correlation().owner(sa);
    html.open("tr", "").open("td", "mono").text(Hex.spi64(sa.initiatorSpi()) + " ");
    html.text(Hex.spi64(sa.responderSpi())).close();
    html.open("td", "").text("IKEv" + sa.version() + " " + sa.state().json());
    html.leaf("span", "soft", sa.decrypted() ? "opened" : sa.encrypted() ? "closed" : "").close();
    html.leaf("td", "mono", owner == null ? "not known" : index.id(owner));
    html.leaf("td", "mono wide", ends(sa));
    html.leaf("td", "", Integer.toString(sa.messages()));
    html.leaf("td", "", Integer.toString(sa.retransmissions()));
    html.leaf(
        "td", "", index.frames().number(sa.first()) + " to " + index.frames().number(sa.last()));
    html.close();
  }

  private String ends(IkeSa sa) {
    boolean ueInitiated = index.correlation().ueInitiated(sa);
    List<String> told = new ArrayList<>();
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      String now = Lines.plain(Story.ueEnd(ends, ueInitiated));
      if (told.isEmpty() || !told.getLast().equals(now)) {
        told.add(now);
      }
    }
    int shown = Math.min(MAX_ENDS, told.size());
    IkeSa successor = sa.successor();
    return String.join(" \u2192 ", told.subList(0, shown))
        + (shown < told.size() ? " \u2192 " + (told.size() - shown) + " more" : "")
        + (successor == null ? "" : ", replaced by " + Hex.spi64(successor.initiatorSpi()));
  }
}
