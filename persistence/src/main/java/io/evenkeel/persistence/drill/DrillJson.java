package io.evenkeel.persistence.drill;

import io.evenkeel.drill.Experiment;
import tools.jackson.databind.json.JsonMapper;

/** An experiment as it was when its run began. */
final class DrillJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DrillJson() {}

  static String write(Experiment experiment) {
    return JSON.writeValueAsString(experiment);
  }

  static Experiment read(String json) {
    return JSON.readValue(json, Experiment.class);
  }
}
