package org.roamscope.decode.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.TestFrames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON, raw JSON and EK. */
class JsonOutputTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String HOSTILE = "a\u202eb\u001b\u007f\ud83d\ude00\"\\";

  @BeforeEach
  void catalogue() {}

  private static DecodedFrame frame() {
    Toy toy = Toy.named(HOSTILE);
    return new TestFrames(toy.slice().bytes()).elements(toy, toy).make();
  }

  @Test
  void repeatedNamesAreArrays() {
    String json = Outputs.whole(JsonOutput.tree(), frame(), frame());
    assertThat(json)
        .startsWith(
            """
            [
              {
                "_index": "packets-2026-01-01",
                "_type": "doc",
                "_score": null,
                "_source": {
                  "layers": {
                    "frame": {
                      "frame.encap_type": "7",
                      "frame.time": "Jan  1, 2026 00:00:00.000000000 UTC",
            """)
        .endsWith("}\n]\n");
    JsonNode layers = MAPPER.readTree(json).get(1).get("_source").get("layers");
    assertThat(layers.get("toy").size()).isEqualTo(2);
    JsonNode toy = layers.get("toy").get(0);
    assertThat(toy.get("toy.kind").asString()).isEqualTo("5");
    assertThat(toy.get("toy.reserved").asString()).isEqualTo("0x02");
    assertThat(toy.get("toy.addr").asString()).isEqualTo("192.0.2.1");
    assertThat(toy.get("toy.name").asString()).isEqualTo(HOSTILE);
    assertThat(toy.get("toy.part").get(1).get("toy.part.value").asString()).isEqualTo("0x0201");
  }

  @Test
  void nothingUnprintableStandsInIt() {
    String json = Outputs.whole(JsonOutput.tree(), frame());
    assertThat(json).contains("\"a\\u202eb\\u001B\\u007F\\ud83d\\ude00\\\"\\\\\"");
    assertThat(json.codePoints()).allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f);
  }

  @Test
  void noFrames() {
    assertThat(Outputs.whole(JsonOutput.tree())).isEqualTo("[]\n");
  }

  @Test
  void raw() {
    JsonNode toy =
        MAPPER
            .readTree(Outputs.whole(JsonOutput.raw(), frame()))
            .get(0)
            .get("_source")
            .get("layers")
            .get("toy")
            .get(0);
    assertThat(toy.get("toy.src_raw").toString()).isEqualTo("[\"c0000201\",2,4,0,32]");
    assertThat(toy.get("toy.a_flag_raw").toString()).isEqualTo("[\"1\",1,1,128,2]");
    assertThat(toy.get("toy.reserved_raw").toString()).isEqualTo("[\"2\",1,1,127,4]");
    assertThat(toy.get("toy.part").get(0).get("toy.part.value_raw").toString())
        .isEqualTo("[\"c000\",2,2,0,5]");
  }

  @Test
  void ek() {
    String[] lines = Outputs.whole(EkOutput.tree(), frame(), frame()).split("\n", -1);
    assertThat(lines).hasSize(5);
    assertThat(lines[2])
        .isEqualTo("{\"index\":{\"_index\":\"packets-2026-01-01\",\"_type\":\"doc\"}}");
    JsonNode document = MAPPER.readTree(lines[3]);
    assertThat(document.get("timestamp").asString()).isEqualTo("1767225600000");
    JsonNode layers = document.get("layers");
    assertThat(layers.get("frame").get("frame_frame_time").asString())
        .isEqualTo("2026-01-01T00:00:00.000000000Z");
    JsonNode toy = layers.get("toy").get(1);
    assertThat(toy.get("toy_toy_a_flag").toString()).isEqualTo("true");
    assertThat(toy.get("toy_toy_part").toString()).isEqualTo("[null,null]");
    assertThat(toy.get("toy_toy_part_value").toString()).isEqualTo("[\"0xc000\",\"0x0201\"]");
    assertThat(toy.get("toy_toy_name").asString()).isEqualTo(HOSTILE);
  }

  @Test
  void chosenFields() {
    List<String> names = List.of("frame.number", "esp.spi", "frame.len");
    assertThat(Outputs.whole(EkOutput.fields(names), frame()))
        .endsWith(
            "{\"timestamp\":\"1767225600000\",\"layers\":"
                + "{\"frame_number\":[\"1\"],\"frame_len\":[\"19\"]}}\n");
    assertThat(
            MAPPER
                .readTree(Outputs.whole(JsonOutput.fields(names), frame()))
                .get(0)
                .get("_source")
                .get("layers")
                .toString())
        .isEqualTo("{\"frame.number\":[\"1\"],\"frame.len\":[\"19\"]}");
  }
}
