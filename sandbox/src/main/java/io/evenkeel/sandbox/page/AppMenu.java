package io.evenkeel.sandbox.page;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the app adds to Slack's menus, as its manifest says.
 *
 * @param team the workspace's name, shown above the channels
 */
public record AppMenu(String team, List<Command> commands, List<Shortcut> shortcuts) {

  /**
   * A slash command.
   *
   * @param name with the slash
   */
  public record Command(String name, String about, String usage) {}

  /**
   * An entry of a shortcuts menu.
   *
   * @param onMessage in a message's menu; else in the workspace's
   */
  public record Shortcut(String name, String callbackId, boolean onMessage) {}

  public AppMenu {
    commands = List.copyOf(commands);
    shortcuts = List.copyOf(shortcuts);
  }

  /** Reads {@code features} of a Slack app manifest in JSON. */
  public static AppMenu of(String team, JsonNode manifest) {
    return new AppMenu(
        team,
        manifest
            .at("/features/slash_commands")
            .valueStream()
            .map(
                c -> new Command(text(c, "command"), text(c, "description"), text(c, "usage_hint")))
            .toList(),
        manifest
            .at("/features/shortcuts")
            .valueStream()
            .map(s -> new Shortcut(text(s, "name"), text(s, "callback_id"), isMessage(s)))
            .toList());
  }

  private static boolean isMessage(JsonNode shortcut) {
    return text(shortcut, "type").equals("message");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
