package io.evenkeel.sandbox.web;

import io.evenkeel.sandbox.api.FileShape;
import io.evenkeel.sandbox.api.Shapes;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.FileShare;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.State;
import io.evenkeel.sandbox.workspace.View;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The workspace for {@code GET /_sandbox/state}. */
final class StateJson {

  private StateJson() {}

  static ObjectNode of(State state, List<View> homes, Person bot, Instant now, String baseUrl) {
    ObjectNode json = Json.object();
    json.set("users", list(state.people(), p -> person(p, now)));
    json.set("channels", list(state.channels(), c -> channel(c, state)));
    json.set("views", list(state.views(), v -> view(v, bot)));
    json.set("homes", list(homes, v -> view(v, bot)));
    json.set("files", list(state.files(), f -> file(f, baseUrl)));
    json.set("ephemerals", Json.of(state.ephemerals()));
    return json;
  }

  private static <T> JsonNode list(List<T> items, Function<T, ObjectNode> shape) {
    return Json.of(items.stream().map(shape).toList());
  }

  private static ObjectNode person(Person person, Instant now) {
    return ((ObjectNode) Json.of(person)).put("tz_offset", person.tzOffset(now));
  }

  private static ObjectNode channel(Channel channel, State state) {
    ObjectNode json =
        ((ObjectNode) Json.of(channel))
            .put("topic", channel.topic().value())
            .put("purpose", channel.purpose().value());
    return json.set("messages", list(state.messagesOf(channel.id()), StateJson::message));
  }

  private static ObjectNode message(Message message) {
    return (ObjectNode) Json.of(message);
  }

  private static ObjectNode view(View view, Person bot) {
    ObjectNode json = Shapes.view(view, bot).put("user", view.owner());
    return json.set("errors", Json.of(view.errors()));
  }

  private static ObjectNode file(FileShare file, String baseUrl) {
    return FileShape.of(file, baseUrl)
        .put("completed", file.completed())
        .put("content", new String(file.content(), StandardCharsets.UTF_8));
  }
}
