package io.evenkeel.sandbox;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.util.http.SlackHttpClient;
import io.evenkeel.sandbox.workspace.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A fresh workspace for each test, Slack's own client against it, and an app that only listens. */
abstract class SandboxTest {

  final Ticking clock = new Ticking();
  final StandInBot bot = new StandInBot();
  final HttpClient http = HttpClient.newHttpClient();
  SlackSandbox sandbox = SlackSandbox.start(0, settings());
  MethodsClient slack = client(sandbox);

  Settings settings() {
    return Settings.forTests(clock);
  }

  static MethodsClient client(SlackSandbox sandbox) {
    return client(sandbox, Settings.BOT_TOKEN);
  }

  static MethodsClient client(SlackSandbox sandbox, String token) {
    SlackConfig config = new SlackConfig();
    config.getSCIM2Config().setStatsEnabled(false);
    config.setStatsEnabled(false);
    config.setMethodsEndpointUrlPrefix(sandbox.apiUrl());
    OkHttpClient okHttp = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    return Slack.getInstance(config, new SlackHttpClient(okHttp)).methods(token);
  }

  @BeforeEach
  void connect() {
    sandbox.pointAt(bot.address());
  }

  @AfterEach
  void stop() {
    sandbox.close();
    bot.close();
    http.close();
  }

  String post(String channel, String text) throws IOException, SlackApiException {
    return slack.chatPostMessage(r -> r.channel(channel).text(text)).getTs();
  }

  /** Calls the control API; the answer has its status under {@code _status}. */
  JsonNode control(String path, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "_sandbox/" + path));
    request =
        body.isEmpty() ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    JsonNode json = Json.parse(response.body());
    return json.isObject()
        ? ((tools.jackson.databind.node.ObjectNode) json).put("_status", response.statusCode())
        : json;
  }
}
