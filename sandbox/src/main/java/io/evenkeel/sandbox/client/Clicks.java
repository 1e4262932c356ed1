package io.evenkeel.sandbox.client;

import io.evenkeel.sandbox.blockkit.Blocks;
import io.evenkeel.sandbox.blockkit.Choices;
import io.evenkeel.sandbox.outbound.Deliveries;
import io.evenkeel.sandbox.outbound.Payloads;
import io.evenkeel.sandbox.outbound.Reply;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Ephemeral;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Using the buttons and menus of messages, and shortcuts. */
final class Clicks {

  private final Workspace workspace;
  private final Finder finder;
  private final Payloads payloads;
  private final Deliveries deliveries;

  Clicks(Workspace workspace, Finder finder, Payloads payloads, Deliveries deliveries) {
    this.workspace = workspace;
    this.finder = finder;
    this.payloads = payloads;
    this.deliveries = deliveries;
  }

  Delivery click(
      String user, String channel, String ts, String actionId, @Nullable JsonNode value) {
    Person person = finder.person(user);
    Channel place = finder.seen(person, channel);
    Optional<Ephemeral> ephemeral =
        workspace.ephemerals().find(ts).filter(e -> e.user().equals(person.id()));
    if (ephemeral.isPresent()) {
      Blocks.Found found = element(ephemeral.get().blocks(), actionId, value);
      JsonNode held = held(found, value);
      return sent(payloads.ephemeralAction(person, place, ephemeral.get(), found, held));
    }
    Message message = finder.message(place, ts);
    Blocks.Found found = element(message.blocks(), actionId, value);
    return sent(payloads.messageAction(person, place, message, found, held(found, value)));
  }

  /** The element with this action id; a button's given value must be its own. */
  static Blocks.Found element(
      @Nullable JsonNode blocks, String actionId, @Nullable JsonNode value) {
    String wanted = value == null || !value.isString() ? null : value.asString();
    return Blocks.find(blocks, actionId, wanted)
        .orElseThrow(() ->
            new Refused(
                "There is nothing with the action_id \"%s\"%s here. There is: %s."
                    .formatted(
                        actionId,
                        wanted == null ? "" : " and the value \"" + wanted + "\"",
                        Blocks.elements(blocks).stream().map(Blocks.Found::actionId).toList())));
  }

  /** What the element holds after the choice: nothing for a button. */
  JsonNode held(Blocks.Found found, @Nullable JsonNode value) {
    if (found.type().equals("button")) {
      return Json.object();
    }
    if (value == null) {
      throw new Refused("Choose something: a " + found.type() + " needs a value.");
    }
    try {
      return Choices.chosen(found.element(), named(found.type(), value));
    } catch (Choices.NotAChoice e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }

  /** People and channels may be chosen by name. */
  private JsonNode named(String type, JsonNode value) {
    if (value.isArray()) {
      return Json.of(value.valueStream().map(v -> named(type, v)).toList());
    }
    if (type.contains("users_select") && value.isString()) {
      return Json.of(finder.person(value.asString()).id());
    }
    if ((type.contains("channels_select") || type.contains("conversations_select"))
        && value.isString()) {
      return Json.of(
          workspace
              .channels()
              .find(value.asString())
              .map(Channel::id)
              .orElseThrow(() -> new Refused("There is no channel " + value.asString() + ".")));
    }
    return value;
  }

  Delivery shortcut(String user, String callbackId, @Nullable String channel, @Nullable String ts) {
    Person person = finder.person(user);
    if (channel == null || ts == null) {
      return sent(payloads.shortcut(person, callbackId));
    }
    Channel place = finder.seen(person, channel);
    Message message = finder.message(place, ts);
    return sent(payloads.messageShortcut(person, callbackId, place, message));
  }

  private Delivery sent(JsonNode payload) {
    List<Reply> replies = deliveries.interaction(payload);
    return Delivery.of(replies);
  }
}
