package io.evenkeel.bot.delivery;

import java.util.Map;
import java.util.Optional;

/**
 * What rings outside Slack, by its name in the settings.
 *
 * @param all each with a name of its own
 */
public record Outlets(Map<String, Outlet> all) {
  public static final Outlets NONE = new Outlets(Map.of());

  public Outlets {
    all = Map.copyOf(all);
  }

  Optional<Outlet> find(String name) {
    return Optional.ofNullable(all.get(name));
  }
}
