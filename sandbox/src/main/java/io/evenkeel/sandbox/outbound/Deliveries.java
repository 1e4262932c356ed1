package io.evenkeel.sandbox.outbound;

import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Faults;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Sends commands and interactions; a {@code duplicate_delivery} fault makes that several times. */
public final class Deliveries {

  private static final Set<Fault.Kind> DUPLICATE = Set.of(Fault.Kind.DUPLICATE_DELIVERY);

  private final BotLink link;
  private final Faults faults;
  private final ResponseUrls responses;

  /** Deliveries over this link. */
  public Deliveries(BotLink link, Faults faults, ResponseUrls responses) {
    this.link = link;
    this.faults = faults;
    this.responses = responses;
  }

  /** The answers to a slash command, one for each time it was sent. */
  public List<Reply> command(Map<String, String> form) {
    return send("command", () -> link.form(form));
  }

  /** The answers to an interaction. */
  public List<Reply> interaction(JsonNode payload) {
    Map<String, String> form = Map.of("payload", Json.text(payload));
    return send(payload.path("type").asString(), () -> link.form(form));
  }

  private List<Reply> send(String type, Supplier<Reply> once) {
    Optional<Fault> fault = faults.take(type, DUPLICATE);
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < fault.map(Fault::copies).orElse(1); i++) {
      replies.add(once.get());
    }
    return replies;
  }

  /**
   * Shows what a command's acknowledgement says.
   *
   * @return Slack's error, or empty
   */
  public String show(Reply reply, ResponseUrl slot) {
    JsonNode ack = ack(reply);
    if (ack.isString() && ack.asString().isBlank()) {
      return "";
    }
    JsonNode payload = ack.isObject() ? ack : Json.object().put("text", ack.asString());
    if (payload.isEmpty()) {
      return "";
    }
    ResponseUrls.Outcome outcome = responses.respond(slot, payload);
    return outcome.status() == 200 ? "" : outcome.body();
  }

  /** The body: an object if it is JSON, else its text. */
  public static JsonNode ack(Reply reply) {
    if (reply.contentType().contains("json")) {
      try {
        return Json.parse(reply.body());
      } catch (JacksonException e) {
        return Json.of(reply.body());
      }
    }
    return Json.of(reply.body());
  }

  /** A line from Slackbot that only this person sees. */
  public static void slackbot(Workspace workspace, String channel, String user, String text) {
    workspace.ephemerals().show(channel, user, "USLACKBOT", null, text, null);
  }
}
