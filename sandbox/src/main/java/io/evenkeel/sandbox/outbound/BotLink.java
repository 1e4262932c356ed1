package io.evenkeel.sandbox.outbound;

import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends signed requests to the bot's {@code /slack/events}, as Slack would, and waits 3 s for the
 * answer; in Socket Mode envelopes instead.
 */
public final class BotLink implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Workspace workspace;
  private final Signer signer;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final SocketHub sockets;
  private volatile @Nullable URI target;

  /** A link that leads nowhere until {@link #pointAt}. */
  public BotLink(Workspace workspace, String signingSecret, SocketHub sockets) {
    this.workspace = workspace;
    this.sockets = sockets;
    this.signer = new Signer(signingSecret);
  }

  /** Where the bot is, such as {@code http://127.0.0.1:3000}. */
  public void pointAt(URI bot) {
    target = bot.resolve("/slack/events");
  }

  /** Whether an address is the bot's own one for signing in, as its app's settings would say. */
  public boolean signsIn(URI address) {
    URI bot = target;
    return bot != null && bot.resolve("/sign-in/back").equals(address);
  }

  boolean connected() {
    return target != null || sockets.enabled();
  }

  Reply form(Map<String, String> fields) {
    if (sockets.enabled()) {
      String payload = fields.get("payload");
      return payload == null
          ? sockets.deliver("slash_commands", Json.of(fields), true, 0)
          : sockets.deliver("interactive", Json.parse(payload), true, 0);
    }
    String body =
        fields.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return send("application/x-www-form-urlencoded", body, Map.of());
  }

  Reply json(String body, Map<String, String> headers) {
    if (sockets.enabled()) {
      int retry = Integer.parseInt(headers.getOrDefault("X-Slack-Retry-Num", "0"));
      return sockets.deliver("events_api", Json.parse(body), false, retry);
    }
    return send("application/json", body, headers);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Reply send(String contentType, String text, Map<String, String> headers) {
    URI to = target;
    if (to == null) {
      return new Reply(0, 0, "", "");
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String timestamp = Long.toString(workspace.now().getEpochSecond());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("Content-Type", contentType)
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signer.sign(timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    long started = System.nanoTime();
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Reply(response.statusCode(), ms(started), type, response.body());
    } catch (IOException e) {
      return new Reply(0, ms(started), "", "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply(0, ms(started), "", "");
    }
  }

  private static long ms(long startedNanos) {
    return Duration.ofNanos(System.nanoTime() - startedNanos).toMillis();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
