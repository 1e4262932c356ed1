package io.evenkeel.bot.spec;

import io.evenkeel.slo.Figures;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Objectives;
import io.evenkeel.slo.rules.Condition;
import io.evenkeel.slo.rules.Ranges;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A board for Grafana: all objectives in one table, and for each a row with what was good over its
 * window, what is left of its budget, how fast that burns against the bounds of its alerts, and how
 * it went down. It shows what the rules of {@link io.evenkeel.slo.rules.PrometheusRules} record.
 */
public final class Board {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** So many rows are open at first; more would ask for everything at once. */
  private static final int OPEN_ROWS = 4;

  private final ArrayNode panels = JSON.createArrayNode();
  private int y;
  private int id;

  private Board() {}

  /** The board as JSON; the same for the same objectives. */
  public static String of(Objectives objectives) {
    var board = new Board();
    board.overview();
    List<Objective> all = objectives.all();
    for (int i = 0; i < all.size(); i++) {
      board.row(all.get(i), i < OPEN_ROWS);
    }
    ObjectNode root = JSON.createObjectNode();
    root.put("uid", "evenkeel-slos").put("title", "Objectives and error budgets");
    root.put(
        "description", "Written by evenkeel slo dashboard, for the rules of evenkeel slo rules.");
    root.putArray("tags").add("evenkeel").add("slo");
    root.put("schemaVersion", 39).put("version", 1).put("editable", true).put("graphTooltip", 1);
    root.putObject("time").put("from", "now-30d").put("to", "now");
    root.put("refresh", "5m").put("timezone", "browser");
    root.putObject("annotations").putArray("list");
    root.putArray("links");
    ObjectNode source = root.putObject("templating").putArray("list").addObject();
    source.put("name", "datasource").put("label", "Data source").put("type", "datasource");
    source.put("query", "prometheus").put("refresh", 1).putObject("current");
    root.set("panels", board.panels);
    return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
  }

  private void overview() {
    Panel table =
        Panel.of(++id, "table", "All objectives")
            .at(0, y, 24, 8)
            .described("What was good over each window, and what is left of its budget");
    table.table("good", "1 - slo:bad:ratio_window");
    table.table("left", "slo:budget_left:ratio");
    table.table("burning", "slo:bad:ratio_rate1h / on (service, slo) slo:allowed:ratio");
    panels.add(table.merged("Good", "Budget left", "Burns, times"));
    y += 8;
  }

  private void row(Objective objective, boolean open) {
    ObjectNode row = JSON.createObjectNode();
    row.put("id", ++id).put("type", "row").put("title", title(objective)).put("collapsed", !open);
    row.putObject("gridPos").put("x", 0).put("y", y++).put("w", 24).put("h", 1);
    ArrayNode inside = row.putArray("panels");
    panels.add(row);
    ArrayNode into = open ? panels : inside;
    String of = "{service=\"%s\", slo=\"%s\"}".formatted(objective.service(), objective.name());
    String window = Ranges.words(objective.window());
    into.add(
        Panel.of(++id, "stat", "Good over " + window)
            .at(0, y, 6, 4)
            .described(calendar(objective) + "Promised: " + objective.target())
            .asks("1 - slo:bad:ratio_window" + of, "", "percentunit")
            .steps("red", share(objective.target().percent()), "green")
            .json());
    into.add(
        Panel.of(++id, "gauge", "Budget left")
            .at(0, y + 4, 6, 5)
            .described("Over half: as ever. To a quarter: slow down. To a tenth: features wait.")
            .asks("slo:budget_left:ratio" + of, "", "percentunit")
            .bands()
            .json());
    Panel rates =
        Panel.of(++id, "timeseries", "How fast it burns")
            .at(6, y, 9, 9)
            .described("1 spends the budget in just its window. " + bounds(objective));
    var ranges =
        new TreeSet<>(List.of(java.time.Duration.ofMinutes(5), java.time.Duration.ofHours(1)));
    Condition.of(objective).forEach(one -> ranges.add(one.alert().longTime()));
    ranges.forEach(range ->
        rates.asks(
            "slo:bad:ratio_rate%s%s / slo:allowed:ratio%s".formatted(Ranges.promql(range), of, of),
            "over " + Ranges.promql(range),
            "none"));
    into.add(rates.lines(Condition.of(objective)).json());
    into.add(
        Panel.of(++id, "timeseries", "How the budget went")
            .at(15, y, 9, 9)
            .described("Under nothing: more was bad than is allowed")
            .asks("slo:budget_left:ratio" + of, "left", "percentunit")
            .bands()
            .json());
    y += open ? 9 : 0;
  }

  private static String title(Objective objective) {
    return objective.key()
        + ": "
        + objective.target()
        + " over "
        + Ranges.words(objective.window());
  }

  private static String calendar(Objective objective) {
    return objective.window() instanceof io.evenkeel.slo.Window.Calendar
        ? "Of the last "
            + Ranges.promql(Ranges.length(objective.window()))
            + "; since the window began: /incident slo. "
        : "";
  }

  private static String bounds(Objective objective) {
    return "Alerts: "
        + String.join(
            ", ",
            Condition.of(objective).stream()
                .map(one ->
                    "%s over %s and %s (%s)"
                        .formatted(
                            Figures.times(one.rate()),
                            Ranges.promql(one.alert().longTime()),
                            Ranges.promql(one.alert().shortTime()),
                            one.alert().urgency().name().toLowerCase(java.util.Locale.ROOT)))
                .toList());
  }

  private static BigDecimal share(BigDecimal percent) {
    return percent.scaleByPowerOfTen(-2);
  }
}
