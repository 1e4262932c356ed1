package io.evenkeel.sandbox.client;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person does in Slack. Users and channels go by name or id. Each call returns when the app
 * has answered, or after 3 s. What Slack's own client would not allow throws {@link Refused} with
 * words to show.
 */
public interface Actions {

  /**
   * Types a slash command in a channel's composer. The answer, if any, is shown as Slack shows it.
   *
   * @param command with the slash, such as {@code /incident}
   * @param text as typed: {@code @alice} and {@code #general} become references
   */
  Delivery command(String user, String channel, String command, String text);

  /**
   * Posts a message; mentions as typed.
   *
   * @param threadTs the parent, to reply in its thread
   */
  Message message(String user, String channel, String text, @Nullable String threadTs);

  /** Changes an own message. */
  Message edit(String user, String channel, String ts, String text);

  /** Deletes an own message. */
  void delete(String user, String channel, String ts);

  /** Adds or removes an emoji, named without colons. Doing it twice is no error. */
  void react(String user, String channel, String ts, String name, boolean remove);

  /**
   * Uses an element of a message, an ephemeral one included.
   *
   * @param value what was chosen: an option's value, a user, a date, typed text; for several an
   *     array. Null for a button (a given value must be the button's own and picks among buttons
   *     that share an action id)
   */
  Delivery click(String user, String channel, String ts, String actionId, @Nullable JsonNode value);

  /**
   * Uses an element of an open modal. Inputs that dispatch no action only keep the value (status
   * 200).
   */
  Delivery clickView(String user, String viewId, String actionId, @Nullable JsonNode value);

  /** Asks the app for the options of an external select, in a message or in a modal. */
  List<JsonNode> options(String user, String viewId, String actionId, String typed);

  /** Uses a global shortcut, or with channel and ts a message shortcut. */
  Delivery shortcut(String user, String callbackId, @Nullable String channel, @Nullable String ts);

  /**
   * Submits the modal on top.
   *
   * @param values action id → value, as {@link #click} takes it; inputs left out keep their initial
   *     value
   */
  Submission submit(String user, String viewId, Map<String, JsonNode> values);

  /** Closes the modal on top; the app hears of it if it asked for {@code notify_on_close}. */
  void close(String user, String viewId);

  /** Makes a channel with this person in it. */
  Channel createChannel(String user, String name, boolean isPrivate);

  /** Joins a public channel. */
  Channel join(String user, String channel);

  Channel leave(String user, String channel);

  /** Brings somebody into a channel. */
  Channel invite(String user, String channel, String invited);

  /** Removes somebody from a channel. */
  Channel kick(String user, String channel, String removed);

  /** Opens the direct conversation with somebody, the bot included. */
  Channel direct(String user, String other);

  Channel archive(String user, String channel);

  Channel unarchive(String user, String channel);

  Channel rename(String user, String channel, String name);

  Channel topic(String user, String channel, String topic);

  /** Pins a message, or takes the pin away. */
  void pin(String user, String channel, String ts, boolean remove);

  /** Dismisses an ephemeral message. */
  void dismiss(String user, String ts);

  /** Has read the channel up to here. */
  void markRead(String user, String channel, String ts);
}
