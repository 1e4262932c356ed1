package io.evenkeel.sandbox;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a Slack app's manifest asks for: scopes, events and slash commands. */
public record Manifest(Set<String> scopes, Set<String> events, Set<String> commands) {

  public Manifest {
    scopes = Set.copyOf(scopes);
    events = Set.copyOf(events);
    commands = Set.copyOf(commands);
  }

  /** Reads a manifest in JSON. */
  public static Manifest of(JsonNode json) {
    return new Manifest(
        texts(json.at("/oauth_config/scopes/bot")),
        texts(json.at("/settings/event_subscriptions/bot_events")),
        json.at("/features/slash_commands")
            .valueStream()
            .map(c -> c.path("command").asString())
            .collect(Collectors.toSet()));
  }

  private static Set<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
  }
}
