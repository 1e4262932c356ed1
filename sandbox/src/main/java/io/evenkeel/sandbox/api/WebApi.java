package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Slack's Web API: a method's name and arguments in, an answer out. */
public final class WebApi {

  private final Workspace workspace;
  private static final String CONNECT = "apps.connections.open";

  private final String token;
  private final String appToken;
  private final Set<String> scopes;
  private final RateLimits limits;
  private final Map<String, Served> methods = new HashMap<>();

  /**
   * The methods over this workspace.
   *
   * @param token the only token that is good
   * @param appToken the one that opens connections, and does nothing else
   * @param socketUrl where an app connects to in Socket Mode; each works once
   * @param scopes what it may do
   * @param rateScale 1 for Slack's limits, 0 for none
   * @param baseUrl where this workspace is reached, ends in a slash
   */
  public WebApi(
      Workspace workspace,
      Triggers triggers,
      String token,
      String appToken,
      Supplier<String> socketUrl,
      Set<String> scopes,
      double rateScale,
      Supplier<String> baseUrl) {
    this.workspace = workspace;
    this.token = token;
    this.appToken = appToken;
    this.scopes = Set.copyOf(scopes);
    this.limits = new RateLimits(rateScale, System::nanoTime);
    MessageShape shape = new MessageShape(workspace, baseUrl);
    Stream.of(
            new People(baseUrl).methods(),
            new ChannelReads().methods(),
            new ChannelWrites().methods(),
            new Membership().methods(),
            new UserGroups().methods(),
            new History(shape).methods(),
            new Chat(shape, baseUrl).methods(),
            new Pins(shape).methods(),
            new Bookmarks().methods(),
            new Reactions(shape).methods(),
            new Views(triggers).methods(),
            new Uploads(baseUrl).methods(),
            List.of(
                Served.write(
                    CONNECT, 50, List.of(), call -> Json.object().put("url", socketUrl.get()))))
        .flatMap(List::stream)
        .forEach(m -> methods.put(m.name(), m));
  }

  /** Whether this method takes its arguments as a JSON body. */
  public boolean takesJson(String method) {
    Served served = methods.get(method);
    return served != null && served.json();
  }

  /** The names of all methods served here. */
  public Set<String> names() {
    return Set.copyOf(methods.keySet());
  }

  /** Carries out one call; refusals are answers, not exceptions. */
  public Answer call(String method, Args args, @Nullable String bearer, Duration historyLag) {
    Served served = methods.get(method);
    if (served == null) {
      return Answer.refused(new SlackError("unknown_method", Map.of("req_method", method)));
    }
    if (bearer == null || bearer.isEmpty()) {
      return Answer.error("not_authed");
    }
    boolean connects = method.equals(CONNECT);
    if (!connects && bearer.equals(appToken)) {
      return Answer.error("not_allowed_token_type");
    }
    if (!bearer.equals(connects ? appToken : token)) {
      return Answer.error("invalid_auth");
    }
    int wait = limits.take(served, args.text("channel", ""));
    return wait > 0 ? Answer.rateLimited(wait) : perform(served, args, historyLag);
  }

  private Answer perform(Served served, Args args, Duration historyLag) {
    Call call = new Call(workspace, args, workspace.bot(), scopes, historyLag);
    Map<String, String> headers = new HashMap<>();
    headers.put("X-OAuth-Scopes", String.join(",", scopes.stream().sorted().toList()));
    if (!served.scopes().isEmpty()) {
      headers.put("X-Accepted-OAuth-Scopes", String.join(",", served.scopes()));
    }
    try {
      ObjectNode result =
          workspace.locked(() -> {
            call.needsOneOf(served.scopes());
            return served.body().apply(call);
          });
      ObjectNode body = Json.object().put("ok", true);
      return new Answer(200, body.setAll(result), headers, true);
    } catch (SlackError refusal) {
      return new Answer(200, refusal.body(), headers, false);
    }
  }
}
