package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.Effect;
import io.evenkeel.response.Happening;
import io.evenkeel.response.Nature;
import io.evenkeel.response.Trigger;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a webhook is told, within a payload. */
final class HookJson {
  private HookJson() {}

  static void write(ObjectNode node, Effect.Hook hook) {
    Happening what = hook.happening();
    node.put("outlet", hook.outlet())
        .put("on", what.trigger().word())
        .put("severity", what.severity())
        .put("status", what.status())
        .put("nature", what.nature().word())
        .put("role", what.role())
        .put("at", hook.at().toString());
    var services = node.putArray("services");
    what.services().forEach(services::add);
  }

  static Effect.Hook read(JsonNode json) {
    JsonNode role = json.required("role");
    return new Effect.Hook(
        json.required("outlet").stringValue(),
        new Happening(
            Trigger.of(json.required("on").stringValue()).orElseThrow(),
            json.required("severity").stringValue(),
            json.required("status").stringValue(),
            json.required("services").valueStream().map(JsonNode::stringValue).toList(),
            Nature.of(json.required("nature").stringValue()).orElseThrow(),
            role.isNull() ? null : role.stringValue()),
        Instant.parse(json.required("at").stringValue()));
  }
}
