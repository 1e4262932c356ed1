package io.evenkeel.bot.config;

import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import java.util.ArrayList;
import java.util.List;

/**
 * The part {@code severities:} of the file: the scale, the worst first, and which one is assumed.
 */
final class SeverityKeys {
  private SeverityKeys() {}

  static SeverityScale read(YamlKey key) {
    key.only("assumed", "levels");
    var levels = new ArrayList<SeverityScale.Level>();
    var names = new OwnNames();
    for (YamlKey item : key.at("levels").items()) {
      item.only("name", "word", "meaning", "aliases", "tell");
      String name = item.at("name").required("the severity's name, such as SEV-1");
      List<String> aliases = item.at("aliases").texts();
      names.of(item, name, aliases);
      levels.add(
          new SeverityScale.Level(
              new Severity(name),
              item.at("word").required("one word for it, such as critical"),
              item.at("meaning").required("what it means for users, such as complete outage"),
              aliases,
              item.at("tell").text().orElse("")));
    }
    if (levels.isEmpty() && key.present()) {
      key.at("levels").fault("holds no severity", "List each with name, word and meaning");
      return SeverityScale.STANDARD;
    }
    String assumed = key.at("assumed").required("the severity when nobody says one");
    if (levels.stream().noneMatch(level -> level.severity().name().equals(assumed))) {
      if (!assumed.isEmpty()) {
        key.at("assumed").fault("is none of the levels", "Write the name of one of them");
      }
      return SeverityScale.STANDARD;
    }
    return new SeverityScale(levels, new Severity(assumed));
  }
}
