package io.evenkeel.templates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PostmortemJsonTest {
  @Test
  void timesAreIsoLengthsAreSecondsAndWhatIsUnknownIsNull() {
    JsonNode json = read(PostmortemJson.of(Stories.neverMitigated()));

    assertThat(json.at("/incident/number").asString()).isEqualTo("INC-1");
    assertThat(json.at("/milestones/detected").asString()).isEqualTo("2026-11-21T09:58:00Z");
    assertThat(json.at("/milestones/mitigated").isNull()).isTrue();
    assertThat(json.at("/durations/2/name").asString()).isEqualTo("time_to_mitigate");
    assertThat(json.at("/durations/2/seconds").isNull()).isTrue();
    assertThat(json.at("/durations/2/unknown_because").asString())
        .isEqualTo("mitigated is unknown");
    assertThat(json.at("/durations/3/seconds").asInt()).isEqualTo(420);
    assertThat(json.at("/head/entries").asInt()).isEqualTo(json.get("timeline").size());
  }

  @Test
  void textsAreAsTheyWereTyped() {
    JsonNode json = read(PostmortemJson.of(Stories.hostileEverywhere()));

    assertThat(json.at("/incident/title").asString())
        .isEqualTo(Stories.hostileEverywhere().incident().title());
    assertThat(json.at("/checks/0/kind").asString()).isEqualTo("other_length");
  }

  @Test
  void stepsOfRunbooksAndMissingOnesAreThere() {
    JsonNode json = read(PostmortemJson.of(Stories.guided()));

    assertThat(json.at("/runbooks/steps").size()).isEqualTo(2);
    assertThat(json.at("/runbooks/steps/1/text").asString()).isEqualTo("*Roll back*");
    assertThat(json.at("/runbooks/steps/1/by").asString()).isEqualTo("bob");
    assertThat(json.at("/runbooks/missing_for/0").asString()).isEqualTo("cache");
  }

  private static JsonNode read(String json) {
    assertThat(json).endsWith("}\n").doesNotContain("\r");
    return JsonMapper.shared().readTree(json);
  }
}
