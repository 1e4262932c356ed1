package io.evenkeel.sandbox.client;

import io.evenkeel.sandbox.api.ViewContent;
import io.evenkeel.sandbox.blockkit.Blocks;
import io.evenkeel.sandbox.blockkit.Choices;
import io.evenkeel.sandbox.blockkit.Values;
import io.evenkeel.sandbox.outbound.Deliveries;
import io.evenkeel.sandbox.outbound.Payloads;
import io.evenkeel.sandbox.outbound.Reply;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.View;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Filling, submitting and closing modals. */
final class Modals {

  private static final int STACK = 3;

  private final Workspace workspace;
  private final Finder finder;
  private final Payloads payloads;
  private final Deliveries deliveries;
  private final Clicks clicks;

  Modals(
      Workspace workspace, Finder finder, Payloads payloads, Deliveries deliveries, Clicks clicks) {
    this.workspace = workspace;
    this.finder = finder;
    this.payloads = payloads;
    this.deliveries = deliveries;
    this.clicks = clicks;
  }

  Delivery click(String user, String viewId, String actionId, @Nullable JsonNode value) {
    Person person = finder.person(user);
    View view = finder.usable(person, viewId);
    Blocks.Found found = Clicks.element(view.content().path("blocks"), actionId, value);
    JsonNode held = clicks.held(found, value);
    if (!held.isEmpty()) {
      ObjectNode values = (ObjectNode) view.values().deepCopy();
      Values.put(values, found, held);
      view = workspace.views().fill(view, values);
    }
    if (!found.dispatches()) {
      return new Delivery(200, 0, Json.of(""), List.of());
    }
    return Delivery.of(deliveries.interaction(payloads.viewAction(person, view, found, held)));
  }

  List<JsonNode> options(String user, String viewId, String actionId, String typed) {
    Person person = finder.person(user);
    View view = finder.top(person, viewId);
    Blocks.Found found = Clicks.element(view.content().path("blocks"), actionId, null);
    JsonNode payload = payloads.suggestion(person, view, found, typed);
    return Choices.options(Deliveries.ack(deliveries.interaction(payload).getFirst()));
  }

  Submission submit(String user, String viewId, Map<String, JsonNode> given) {
    Person person = finder.person(user);
    View view = fill(finder.top(person, viewId), given);
    Map<String, String> missing = FieldRules.problems(view);
    if (!missing.isEmpty()) {
      workspace.views().errors(view, missing);
      return new Submission(new Delivery(200, 0, Json.of(""), List.of()), missing);
    }
    List<Reply> replies = deliveries.interaction(payloads.view("view_submission", person, view));
    Delivery delivery = Delivery.of(replies);
    if (!delivery.acknowledged()) {
      return new Submission(delivery, Map.of());
    }
    return new Submission(delivery, follow(view, delivery.ack()));
  }

  void fill(String user, String viewId, Map<String, JsonNode> given) {
    fill(finder.usable(finder.person(user), viewId), given);
  }

  private View fill(View view, Map<String, JsonNode> given) {
    ObjectNode values = (ObjectNode) view.values().deepCopy();
    given.forEach((actionId, value) -> {
      Blocks.Found found = Clicks.element(view.content().path("blocks"), actionId, null);
      Values.put(values, found, clicks.held(found, value));
    });
    return workspace.views().fill(view, values);
  }

  /** Does what the acknowledgement says; answers the errors to show. */
  private Map<String, String> follow(View view, JsonNode ack) {
    String owner = view.owner();
    switch (ack.path("response_action").asString("")) {
      case "" -> workspace.views().pop(owner);
      case "clear" -> workspace.views().clear(owner);
      case "errors" -> {
        return errors(view, ack.path("errors"));
      }
      case "update" -> {
        return checked(
            ack.path("view"), () -> ViewContent.update(workspace, view, ack.path("view")));
      }
      case "push" -> {
        if (workspace.views().stack(owner).size() >= STACK) {
          return Map.of("view", "A fourth modal cannot be pushed.");
        }
        return checked(
            ack.path("view"), () -> ViewContent.push(workspace, owner, ack.path("view")));
      }
      default -> {
        return Map.of("view", "unknown response_action " + ack.path("response_action"));
      }
    }
    return Map.of();
  }

  private Map<String, String> errors(View view, JsonNode said) {
    Map<String, String> errors = new LinkedHashMap<>();
    said.properties().forEach(e -> errors.put(e.getKey(), e.getValue().asString("")));
    List<String> inputs =
        Blocks.elements(view.content().path("blocks")).stream().map(Blocks.Found::blockId).toList();
    if (errors.isEmpty() || !inputs.containsAll(errors.keySet())) {
      return Map.of("view", "The app named errors for blocks that are not there: " + errors);
    }
    workspace.views().errors(view, errors);
    return errors;
  }

  private static Map<String, String> checked(JsonNode content, Runnable show) {
    List<String> problems = ViewContent.problems(content);
    if (problems.isEmpty()) {
      show.run();
      return Map.of();
    }
    return Map.of("view", "The app's next view is not valid: " + String.join("; ", problems));
  }

  void close(String user, String viewId) {
    Person person = finder.person(user);
    View view = finder.top(person, viewId);
    workspace.views().pop(person.id());
    if (view.content().path("notify_on_close").asBoolean(false)) {
      deliveries.interaction(payloads.view("view_closed", person, view));
    }
  }
}
