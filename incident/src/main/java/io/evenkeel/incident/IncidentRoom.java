package io.evenkeel.incident;

import java.util.Locale;

/** The channel that an incident gets, or makes its own. */
final class IncidentRoom {
  private IncidentRoom() {}

  /** The incident's channel with its card, its declarer and its topic. */
  static void open(Change change, Command.Declare command, Person declarer) {
    String name = name(change, command);
    change.effect(new Effect.CreateChannel(name, command.visibility(), command.here()));
    change.effect(new Effect.PostCard());
    if (declarer.human()) {
      change.effect(new Effect.Invite(declarer.id()));
    }
    change.effect(new Effect.PinCard());
    change.effect(new Effect.SetTopic());
  }

  /** As Slack allows it for a channel; that of a drill says so. */
  static String name(Change change, Command.Declare command) {
    String title = command.title();
    boolean marked = title.toLowerCase(Locale.ROOT).startsWith("drill");
    return ChannelName.of(
        change.before.number(),
        command.mode() == Mode.DRILL && !marked ? "drill " + title : title,
        command.visibility());
  }
}
