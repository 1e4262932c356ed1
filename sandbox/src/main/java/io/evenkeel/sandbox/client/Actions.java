package io.evenkeel.sandbox.client;

import io.evenkeel.sandbox.outbound.Deliveries;
import io.evenkeel.sandbox.outbound.EventFeed;
import io.evenkeel.sandbox.outbound.Payloads;
import io.evenkeel.sandbox.outbound.ResponseUrls;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person does in Slack. Users and channels go by name or id. Each call returns when the app
 * has answered, or after 3 s. What Slack's own client would not allow throws {@link Refused} with
 * words to show.
 */
public final class Actions {

  private final Workspace workspace;
  private final EventFeed events;
  private final Finder finder;
  private final Composer composer;
  private final Clicks clicks;
  private final Modals modals;
  private final Rooms rooms;

  /**
   * Actions in this workspace.
   *
   * @param commands the slash commands that are installed
   */
  public Actions(
      Workspace workspace,
      Payloads payloads,
      Deliveries deliveries,
      ResponseUrls responses,
      EventFeed events,
      Set<String> commands) {
    this.workspace = workspace;
    this.events = events;
    finder = new Finder(workspace);
    composer = new Composer(workspace, finder, payloads, deliveries, responses, commands);
    clicks = new Clicks(workspace, finder, payloads, deliveries);
    modals = new Modals(workspace, finder, payloads, deliveries, clicks);
    rooms = new Rooms(workspace, finder);
  }

  /**
   * Types a slash command in a channel's composer. The answer, if any, is shown as Slack shows it.
   *
   * @param command with the slash, such as {@code /incident}
   * @param text as typed: {@code @alice} and {@code #general} become references
   */
  public Delivery command(String user, String channel, String command, String text) {
    return composer.command(user, channel, command, text);
  }

  /**
   * Posts a message; mentions as typed.
   *
   * @param threadTs the parent, to reply in its thread
   */
  public Message message(String user, String channel, String text, @Nullable String threadTs) {
    return composer.say(user, channel, text, threadTs);
  }

  /** Changes an own message. */
  public Message edit(String user, String channel, String ts, String text) {
    return composer.edit(user, channel, ts, text);
  }

  /** Deletes an own message. */
  public void delete(String user, String channel, String ts) {
    composer.delete(user, channel, ts);
  }

  /** Adds or removes an emoji, named without colons. Doing it twice is no error. */
  public void react(String user, String channel, String ts, String name, boolean remove) {
    rooms.react(user, channel, ts, name, remove);
  }

  /**
   * Uses an element of a message, an ephemeral one included.
   *
   * @param value what was chosen: an option's value, a user, a date, typed text; for several an
   *     array. Null for a button (a given value must be the button's own and picks among buttons
   *     that share an action id)
   */
  public Delivery click(
      String user, String channel, String ts, String actionId, @Nullable JsonNode value) {
    return clicks.click(user, channel, ts, actionId, value);
  }

  /**
   * Uses an element of an open modal. Inputs that dispatch no action only keep the value (status
   * 200).
   */
  public Delivery clickView(String user, String viewId, String actionId, @Nullable JsonNode value) {
    return modals.click(user, viewId, actionId, value);
  }

  /** Types into the fields of a modal without sending it: a click in it tells the app of them. */
  public void fill(String user, String viewId, Map<String, JsonNode> given) {
    modals.fill(user, viewId, given);
  }

  /** Asks the app for the options of an external select, in a message or in a modal. */
  public List<JsonNode> options(String user, String viewId, String actionId, String typed) {
    return modals.options(user, viewId, actionId, typed);
  }

  /** Uses a global shortcut, or with channel and ts a message shortcut. */
  public Delivery shortcut(
      String user, String callbackId, @Nullable String channel, @Nullable String ts) {
    return clicks.shortcut(user, callbackId, channel, ts);
  }

  /**
   * Submits the modal on top.
   *
   * @param values action id → value, as {@link #click} takes it; inputs left out keep their initial
   *     value
   */
  public Submission submit(String user, String viewId, Map<String, JsonNode> values) {
    return modals.submit(user, viewId, values);
  }

  /** Closes the modal on top; the app hears of it if it asked for {@code notify_on_close}. */
  public void close(String user, String viewId) {
    modals.close(user, viewId);
  }

  /** Makes a channel with this person in it. */
  public Channel createChannel(String user, String name, boolean isPrivate) {
    return rooms.create(user, name, isPrivate);
  }

  /** Joins a public channel. */
  public Channel join(String user, String channel) {
    return rooms.join(user, channel);
  }

  public Channel leave(String user, String channel) {
    return rooms.leave(user, channel);
  }

  /** Brings somebody into a channel. */
  public Channel invite(String user, String channel, String invited) {
    return rooms.invite(user, channel, invited);
  }

  /** Removes somebody from a channel. */
  public Channel kick(String user, String channel, String removed) {
    return rooms.kick(user, channel, removed);
  }

  /** Opens the direct conversation with somebody, the bot included. */
  public Channel direct(String user, String other) {
    Person one = finder.person(user);
    Person two = finder.person(other);
    Channel direct = workspace.channels().direct(one.id(), two.id());
    if (two.equals(workspace.bot())) {
      events.homeOpened(direct, one.id(), "messages");
    }
    return direct;
  }

  /** Opens the app's Home tab; answers the conversation in which it stands. */
  public Channel home(String user) {
    Person one = finder.person(user);
    Channel direct = workspace.channels().direct(one.id(), workspace.bot().id());
    events.homeOpened(direct, one.id(), "home");
    return direct;
  }

  public Channel archive(String user, String channel) {
    return rooms.archive(user, channel, true);
  }

  public Channel unarchive(String user, String channel) {
    return rooms.archive(user, channel, false);
  }

  public Channel rename(String user, String channel, String name) {
    return rooms.rename(user, channel, name);
  }

  public Channel topic(String user, String channel, String topic) {
    return rooms.topic(user, channel, topic);
  }

  /** Pins a message, or takes the pin away. */
  public void pin(String user, String channel, String ts, boolean remove) {
    rooms.pin(user, channel, ts, remove);
  }

  /** Dismisses an ephemeral message. */
  public void dismiss(String user, String ts) {
    String owner = finder.person(user).id();
    workspace
        .ephemerals()
        .find(ts)
        .filter(e -> e.user().equals(owner))
        .ifPresent(e -> workspace.ephemerals().dismiss(e.ts()));
  }

  /** Has read the channel up to here. */
  public void markRead(String user, String channel, String ts) {
    Person person = finder.person(user);
    workspace.read().mark(person.id(), finder.seen(person, channel).id(), ts);
  }
}
