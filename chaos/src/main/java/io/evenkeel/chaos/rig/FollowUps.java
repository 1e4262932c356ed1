package io.evenkeel.chaos.rig;

import io.evenkeel.sandbox.Extra;
import io.evenkeel.sandbox.client.Actions;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the bot says to a person after the acknowledgement, through the response_url that {@link
 * Client} gave it. Added to a simulated Slack, as the bot answers to no other host.
 */
public final class FollowUps implements Extra {
  private static final String PATH = "follow-ups/";

  private final Map<String, Queue<String>> said = new ConcurrentHashMap<>();

  @Override
  public void configure(JavalinConfig config, Workspace workspace, Actions actions) {
    config.routes.post(
        "/" + PATH + "{trigger}",
        ctx -> {
          String text = Json.parse(ctx.body()).path("text").asString("");
          said.computeIfAbsent(ctx.pathParam("trigger"), _ -> new ConcurrentLinkedQueue<>())
              .add(text);
          ctx.result("ok");
        });
  }

  /**
   * What {@link Client} takes.
   *
   * @param baseUrl the simulated Slack's, with a slash at the end
   */
  public static String at(String baseUrl) {
    return baseUrl + PATH;
  }

  /** What was said later to the command of this trigger, in order. */
  public List<String> of(String trigger) {
    return List.copyOf(said.getOrDefault(trigger, new ConcurrentLinkedQueue<>()));
  }
}
