package io.evenkeel.bot.spec;

import io.evenkeel.slo.rules.Condition;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One panel of a board, in the JSON of Grafana 10 and later. */
final class Panel {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ObjectNode panel = JSON.createObjectNode();
  private final ArrayNode targets = JSON.createArrayNode();
  private final ObjectNode defaults = JSON.createObjectNode();

  private Panel() {}

  static Panel of(int id, String type, String title) {
    var made = new Panel();
    made.panel.put("id", id).put("type", type).put("title", title);
    source(made.panel);
    made.panel.putArray("targets");
    made.defaults.put("noValue", "not measured");
    return made;
  }

  Panel at(int x, int y, int width, int height) {
    panel.putObject("gridPos").put("x", x).put("y", y).put("w", width).put("h", height);
    return this;
  }

  Panel described(String words) {
    panel.put("description", words);
    return this;
  }

  Panel asks(String expression, String legend, String unit) {
    target(expression, legend).put("instant", legend.isEmpty());
    defaults.put("unit", unit);
    return this;
  }

  Panel table(String name, String expression) {
    target(expression, name).put("instant", true).put("format", "table").put("refId", name);
    return this;
  }

  private ObjectNode target(String expression, String legend) {
    ObjectNode target = targets.addObject();
    source(target);
    target.put("refId", String.valueOf((char) ('A' + targets.size() - 1)));
    target.put("expr", expression).put("legendFormat", legend);
    return target;
  }

  /** One colour up to a bound, and one from it on. */
  Panel steps(String below, BigDecimal bound, String from) {
    ArrayNode steps = thresholds();
    step(steps, below, null);
    step(steps, from, bound);
    return this;
  }

  /** The bands of a budget's policy. */
  Panel bands() {
    ArrayNode steps = thresholds();
    step(steps, "dark-red", null);
    step(steps, "red", BigDecimal.ZERO);
    step(steps, "orange", new BigDecimal("0.1"));
    step(steps, "yellow", new BigDecimal("0.25"));
    step(steps, "green", new BigDecimal("0.5"));
    defaults.put("max", 1);
    if (panel.get("type").asString().equals("gauge")) {
      defaults.put("min", 0);
    }
    return this;
  }

  /** The bounds of alerts as lines. */
  Panel lines(List<Condition> conditions) {
    ArrayNode steps = thresholds();
    step(steps, "transparent", null);
    conditions.reversed().stream()
        .sorted((one, other) -> one.rate().times().compareTo(other.rate().times()))
        .forEach(one ->
            step(
                steps,
                switch (one.alert().urgency()) {
                  case PAGE -> "red";
                  case TICKET -> "orange";
                },
                one.rate().times()));
    defaults.putObject("custom").putObject("thresholdsStyle").put("mode", "dashed");
    defaults.put("min", 0);
    return this;
  }

  private ArrayNode thresholds() {
    return defaults.putObject("thresholds").put("mode", "absolute").putArray("steps");
  }

  private static void step(ArrayNode steps, String colour, @Nullable BigDecimal from) {
    steps.addObject().put("color", colour).put("value", from);
  }

  ObjectNode json() {
    panel.set("targets", targets);
    ObjectNode fields = panel.putObject("fieldConfig");
    fields.set("defaults", defaults);
    fields.putArray("overrides");
    return panel;
  }

  /** A table with one line for each objective and these columns, in the order of its questions. */
  ObjectNode merged(String... columns) {
    ArrayNode steps = panel.putArray("transformations");
    steps.addObject().put("id", "merge").putObject("options");
    ObjectNode organize = steps.addObject().put("id", "organize").putObject("options");
    ObjectNode hidden = organize.putObject("excludeByName");
    hidden.put("Time", true).put("__name__", true);
    ObjectNode names = organize.putObject("renameByName");
    names.put("service", "Service").put("slo", "Objective");
    ObjectNode built = json();
    ArrayNode overrides = (ArrayNode) built.get("fieldConfig").get("overrides");
    for (int i = 0; i < columns.length; i++) {
      names.put("Value #" + targets.get(i).get("refId").asString(), columns[i]);
      ObjectNode override = overrides.addObject();
      override.putObject("matcher").put("id", "byName").put("options", columns[i]);
      override
          .putArray("properties")
          .addObject()
          .put("id", "unit")
          .put("value", columns[i].contains("times") ? "none" : "percentunit");
    }
    return built;
  }

  private static void source(ObjectNode of) {
    of.putObject("datasource").put("type", "prometheus").put("uid", "${datasource}");
  }
}
