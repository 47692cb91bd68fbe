package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stays closed, whose it is, who waits for it. */
class KeyCoverageTest {
  private static final String UE = "2001:db8:100::a1";

  private static JsonNode json(Report report) {
    return JsonMapper.builder().build().readTree(JsonReport.text(report));
  }

  private static List<JsonNode> rows(JsonNode report) {
    return List.copyOf(report.get("coverage").get("rows").values());
  }

  @Test
  void signallingInsideEspWaitsForTheKeysOfItsSpis() {
    JsonNode report = json(Goldens.sample("recorded/protected-signalling.pcap"));
    assertThat(report.get("coverage").get("complete").asBoolean()).isFalse();
    assertThat(report.get("coverage").get("packets").get("no_key").asInt()).isEqualTo(8);
    List<JsonNode> rows = rows(report);
    List<String> protocols = new ArrayList<>();
    for (JsonNode row : rows) {
      protocols.add(row.get("protocol").asString());
      assertThat(row.get("ue").asString()).isEqualTo(UE);
      assertThat(row.get("fetch").values()).isNotEmpty();
      boolean esp = row.get("protocol").asString().equals("ESP");
      assertThat(row.get("waiting_handovers").values()).hasSize(esp ? 1 : 0);
    }
    assertThat(protocols).containsExactly("ESP", "ESP", "ESP", "ESP", "IKEv2");
    JsonNode handover = report.get("ues").get(0).get("handovers").get(0);
    List<String> missing = new ArrayList<>();
    handover.get("missing").values().forEach(gap -> missing.add(gap.get("spi").asString()));
    assertThat(missing).containsExactly("0xc3b14232", "0xce7fc870");
  }

  /** A verdict that waits for IKE keys names the SA whose last message may be its DELETE. */
  @Test
  void aDeletionThatMayBeOneWaitsForTheKeysOfItsIkeSa() {
    JsonNode report = json(Goldens.sample("captures/encrypted-delete.pcapng"));
    JsonNode handover = report.get("ues").get(0).get("handovers").get(0);
    JsonNode gap = handover.get("missing").get(0);
    assertThat(gap.get("kind").asString()).isEqualTo("ike_keys");
    JsonNode first = rows(report).getFirst();
    assertThat(first.get("spi_i")).isEqualTo(gap.get("spi_i"));
    assertThat(first.get("waiting_handovers").values()).hasSize(1);
    assertThat(rows(report).getLast().get("waiting_handovers").values()).isEmpty();
  }

  @Test
  void nothingEncryptedMakesNoSection() {
    Report report =
        new Trace()
            .update(UE, "2001:db8:a::a1", 1, 150, true)
            .answer(UE, "2001:db8:a::a1", 1, 0, 150, true)
            .report();
    assertThat(json(report).get("coverage").get("complete").asBoolean()).isTrue();
    assertThat(rows(json(report))).isEmpty();
    assertThat(TextReport.text(report, new TextReport.Terminal(80, false)))
        .doesNotContain("ENCRYPTED");
  }

  @Test
  void theTextNamesAnSaOnceWithAllItsAddresses() {
    String text =
        TextReport.text(
            Goldens.sample("recorded/protected-signalling.pcap"),
            new TextReport.Terminal(100, false));
    assertThat(text).contains("8 packets of 3 SAs: no key 8.\n");
    assertThat(text.split("ESP 0xc3b14232  no key 2", -1)).hasSize(2);
    assertThat(text).contains("To settle it: the keys of ESP SPIs 0xc3b14232, 0xce7fc870.");
  }
}
