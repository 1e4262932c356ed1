package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One call that passed authentication.
 *
 * @param caller the bot whose token it is
 * @param scopes what the token may do
 * @param historyLag how far behind history and replies are
 */
record Call(
    Workspace workspace, Args args, Person caller, Set<String> scopes, Duration historyLag) {

  /** The token must have one of these. */
  void needsOneOf(List<String> any) {
    if (!any.isEmpty() && any.stream().noneMatch(scopes::contains)) {
      throw new SlackError(
          "missing_scope",
          Map.of(
              "needed", String.join(",", any),
              "provided", String.join(",", scopes.stream().sorted().toList())));
    }
  }

  /** The scope for this kind of conversation, such as {@code groups:history} for a private one. */
  void needsFor(Channel channel, String what) {
    needsOneOf(List.of(family(channel) + ":" + what));
  }

  private static String family(Channel channel) {
    if (channel.isIm()) {
      return "im";
    }
    return channel.isPrivate() ? "groups" : "channels";
  }

  /** The conversation in {@code channel}, by id only, if the bot may see it. */
  Channel channel() {
    return channel("channel");
  }

  Channel channel(String argument) {
    return workspace
        .channels()
        .byId(args.required(argument))
        .filter(c -> c.visibleTo(caller.id()))
        .orElseThrow(() -> new SlackError("channel_not_found"));
  }

  /** As {@link #channel()}, and the bot is in it. */
  Channel ownChannel(String argument) {
    Channel channel = channel(argument);
    if (!channel.has(caller.id())) {
      throw new SlackError("not_in_channel");
    }
    return channel;
  }

  /** Refuses with this error if it is archived. */
  static Channel active(Channel channel, String error) {
    if (channel.isArchived()) {
      throw new SlackError(error);
    }
    return channel;
  }

  Message message(Channel channel, String ts) {
    return workspace
        .messages()
        .find(channel.id(), ts)
        .orElseThrow(() -> new SlackError("message_not_found"));
  }

  Person person(String id) {
    return workspace.people().byId(id).orElseThrow(() -> new SlackError("user_not_found"));
  }
}
