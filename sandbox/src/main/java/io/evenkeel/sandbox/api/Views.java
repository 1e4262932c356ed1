package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.View;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code views.open}, {@code views.push}, {@code views.update} and {@code views.publish}. */
final class Views {

  private static final int STACK = 3;

  private final Triggers triggers;

  Views(Triggers triggers) {
    this.triggers = triggers;
  }

  List<Served> methods() {
    return List.of(
        Served.write("views.open", 100, List.of(), this::open),
        Served.write("views.push", 100, List.of(), this::push),
        Served.write("views.update", 100, List.of(), Views::update),
        Served.write("views.publish", 100, List.of(), Views::publish));
  }

  private ObjectNode open(Call call) {
    String trigger = call.args().required("trigger_id");
    JsonNode content = content(call);
    String owner = triggers.exchange(trigger);
    return shown(call, ViewContent.open(call.workspace(), owner, content));
  }

  private ObjectNode push(Call call) {
    String trigger = call.args().required("trigger_id");
    JsonNode content = content(call);
    String owner = triggers.exchange(trigger);
    if (call.workspace().views().stack(owner).size() >= STACK) {
      throw new SlackError("push_limit_reached");
    }
    return shown(call, ViewContent.push(call.workspace(), owner, content));
  }

  private static ObjectNode update(Call call) {
    JsonNode raw = raw(call);
    View view = find(call).orElseThrow(() -> new SlackError("not_found"));
    String hash = call.args().text("hash", "");
    if (!hash.isEmpty() && !hash.equals(view.hash())) {
      throw new SlackError("hash_conflict");
    }
    boolean sameName = raw.path("external_id").asString("").equals(view.externalId());
    if (sameName) {
      ((ObjectNode) raw).remove("external_id");
    }
    ObjectNode content = (ObjectNode) ViewContent.checked(call.workspace(), raw);
    if (sameName && !view.externalId().isEmpty()) {
      content.put("external_id", view.externalId());
    }
    return shown(call, ViewContent.update(call.workspace(), view, content));
  }

  private static ObjectNode publish(Call call) {
    String owner = call.args().required("user_id");
    JsonNode view = raw(call);
    if (call.workspace().people().byId(owner).filter(person -> !person.isBot()).isEmpty()) {
      throw new SlackError("invalid_arguments");
    }
    String hash = call.args().text("hash", "");
    Optional<View> before = call.workspace().homes().of(owner);
    if (!hash.isEmpty() && before.filter(home -> !home.hash().equals(hash)).isPresent()) {
      throw new SlackError("hash_conflict");
    }
    return shown(call, ViewContent.publish(call.workspace(), owner, view));
  }

  private static Optional<View> find(Call call) {
    String id = call.args().text("view_id", "");
    String external = call.args().text("external_id", "");
    if (id.isEmpty() && external.isEmpty()) {
      throw SlackError.missingArgument("view_id");
    }
    return call.workspace().views().all().stream()
        .filter(v -> id.isEmpty() ? v.externalId().equals(external) : v.id().equals(id))
        .findFirst();
  }

  private static JsonNode raw(Call call) {
    return call.args()
        .json("view", "invalid_arguments")
        .filter(JsonNode::isObject)
        .orElseThrow(() -> SlackError.missingArgument("view"));
  }

  private static JsonNode content(Call call) {
    return ViewContent.checked(call.workspace(), raw(call));
  }

  private static ObjectNode shown(Call call, View view) {
    return Json.object().set("view", Shapes.view(view, call.caller()));
  }
}
