package io.evenkeel.sandbox.outbound;

import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as it is sent: with the workspace, the app and an id of its own around it.
 *
 * @param type of the event inside
 */
record Envelope(String type, String body) {
  static Envelope of(ObjectNode event, Workspace workspace) {
    return new Envelope(event.path("type").asString(), Json.text(around(event, workspace)));
  }

  private static ObjectNode around(ObjectNode event, Workspace workspace) {
    ObjectNode json =
        Json.object()
            .put("token", Payloads.TOKEN)
            .put("team_id", Workspace.TEAM)
            .put("context_team_id", Workspace.TEAM)
            .putNull("context_enterprise_id")
            .put("api_app_id", workspace.bot().appId())
            .put("type", "event_callback")
            .put("event_id", workspace.newId("Ev0"))
            .put("event_time", workspace.now().getEpochSecond())
            .put("is_ext_shared_channel", false)
            .put("event_context", "4-" + workspace.newId(""));
    json.set("event", event);
    json.set(
        "authorizations",
        Json.array()
            .add(
                Json.object()
                    .putNull("enterprise_id")
                    .put("team_id", Workspace.TEAM)
                    .put("user_id", workspace.bot().id())
                    .put("is_bot", true)
                    .put("is_enterprise_install", false)));
    return json;
  }
}
