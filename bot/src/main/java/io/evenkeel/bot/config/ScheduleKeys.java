package io.evenkeel.bot.config;

import io.evenkeel.oncall.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One schedule under {@code oncall:}, as it is written: what it comes to is not decided here. */
final class ScheduleKeys {
  private ScheduleKeys() {}

  static Written written(YamlKey key) {
    if (key.isList()) {
      var rota = new Written.Rota(null, null, null, weeks(key));
      return new Written(key.name(), null, List.of(), rota, List.of());
    }
    key.only(
        "zone",
        "starts",
        "handoff",
        "week_begins",
        "layers",
        "weeks",
        "rotation",
        "overrides",
        "feed",
        "channel");
    YamlKey weeks = key.at("weeks").present() ? key.at("weeks") : key.at("rotation");
    Written.@Nullable Rota rota =
        weeks.present()
            ? new Written.Rota(
                text(key, "starts"), text(key, "handoff"), text(key, "week_begins"), weeks(weeks))
            : null;
    return new Written(
        key.name(),
        text(key, "zone"),
        lines(key),
        rota,
        key.at("overrides").items().stream().map(ScheduleKeys::cover).toList());
  }

  /** A feed behind the schedule itself is its only layer. */
  private static List<Written.Line> lines(YamlKey schedule) {
    String feed = text(schedule, "feed");
    return feed == null
        ? schedule.at("layers").items().stream().map(layer -> line(schedule, layer)).toList()
        : List.of(new Written.Line(null, null, null, null, List.of(), List.of(), null, feed));
  }

  private static Written.Line line(YamlKey schedule, YamlKey layer) {
    layer.only("name", "every", "handoff", "starts", "people", "hours", "gaps", "feed");
    String handoff = text(layer, "handoff");
    String starts = text(layer, "starts");
    return new Written.Line(
        text(layer, "name"),
        text(layer, "every"),
        handoff == null ? text(schedule, "handoff") : handoff,
        starts == null ? text(schedule, "starts") : starts,
        layer.at("people").texts(),
        layer.at("hours").items().stream().map(ScheduleKeys::open).toList(),
        text(layer, "gaps"),
        text(layer, "feed"));
  }

  private static Written.Open open(YamlKey hours) {
    hours.only("days", "from", "to");
    return new Written.Open(text(hours, "days"), text(hours, "from"), text(hours, "to"));
  }

  private static Written.Cover cover(YamlKey override) {
    override.only("layer", "who", "from", "to");
    return new Written.Cover(
        text(override, "layer"),
        text(override, "who"),
        text(override, "from"),
        text(override, "to"));
  }

  private static List<Map<String, String>> weeks(YamlKey list) {
    var weeks = new ArrayList<Map<String, String>>();
    for (YamlKey item : list.items()) {
      var week = new LinkedHashMap<String, String>();
      item.entries().forEach(cell -> week.put(cell.name(), cell.text().orElse("")));
      weeks.add(week);
    }
    return weeks;
  }

  private static @Nullable String text(YamlKey key, String name) {
    return key.at(name).text().orElse(null);
  }
}
