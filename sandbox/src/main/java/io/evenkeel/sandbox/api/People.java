package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** {@code auth.test}, {@code users.*} and {@code dnd.info}. */
final class People {

  private final Supplier<String> baseUrl;

  People(Supplier<String> baseUrl) {
    this.baseUrl = baseUrl;
  }

  List<Served> methods() {
    return List.of(
        Served.write("auth.test", 0, List.of(), this::authTest),
        Served.read("users.list", 20, List.of("users:read"), People::list),
        Served.read("users.info", 100, List.of("users:read"), People::info),
        Served.read("dnd.info", 50, List.of("dnd:read"), People::dnd));
  }

  private ObjectNode authTest(Call call) {
    return Json.object()
        .put("url", baseUrl.get())
        .put("team", "Sandbox")
        .put("user", call.caller().name())
        .put("team_id", Workspace.TEAM)
        .put("user_id", call.caller().id())
        .put("bot_id", call.caller().botId())
        .put("is_enterprise_install", false);
  }

  private static ObjectNode list(Call call) {
    ObjectNode json = Json.object().put("cache_ts", call.workspace().now().getEpochSecond());
    return Pages.cut(
        json,
        "members",
        call.workspace().people().all(),
        call.args().number("limit", 1000, 1, 1000),
        call.args(),
        Person::id,
        p -> PersonShape.of(p, call.workspace().now()));
  }

  private static ObjectNode info(Call call) {
    Person person = call.person(call.args().required("user"));
    return Json.object().set("user", PersonShape.of(person, call.workspace().now()));
  }

  private static ObjectNode dnd(Call call) {
    Person person = call.person(call.args().text("user", call.caller().id()));
    // Snoozing is told to the person alone; its time stands here as any other.
    return call.workspace()
        .people()
        .quiet(person.id())
        .map(quiet ->
            Json.object(
                Map.of(
                    "dnd_enabled",
                    true,
                    "next_dnd_start_ts",
                    quiet.from().getEpochSecond(),
                    "next_dnd_end_ts",
                    quiet.until().getEpochSecond())))
        .orElseGet(() ->
            Json.object(
                Map.of("dnd_enabled", false, "next_dnd_start_ts", 1, "next_dnd_end_ts", 1)));
  }
}
