package io.evenkeel.bot.delivery;

import java.util.Map;
import java.util.Optional;

/**
 * What is told and rung outside Slack, by its name in the settings.
 *
 * @param installation tells this installation from others in the keys of what is sent
 * @param all what rings, each with a name of its own
 * @param hooks those among them that are also told of incidents
 */
public record Outlets(String installation, Map<String, Outlet> all, Map<String, Webhook> hooks) {
  public static final Outlets NONE = new Outlets("", Map.of(), Map.of());

  public Outlets {
    all = Map.copyOf(all);
    hooks = Map.copyOf(hooks);
  }

  Optional<Outlet> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  Optional<Webhook> hook(String name) {
    return Optional.ofNullable(hooks.get(name));
  }

  /** The settings have changed since it was decided. */
  static SlackFault gone(String name) {
    return new SlackFault(
        new Fault.Rejected(
            "Nothing is called "
                + name
                + " under paging: outlets: in the settings any more. Put it back, then try"
                + " again."));
  }
}
