package io.evenkeel.chaos.check;

import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A slash command of alice's in #general, signed. */
record Slash(String trigger, String text) {

  Ledger.Sent send(int port, String slack) {
    Instant at = InstantSource.system().instant();
    long began = System.nanoTime();
    try (var client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(request(port, slack, at), HttpResponse.BodyHandlers.ofString());
      String said =
          answer.statusCode() == 200 ? Json.parse(answer.body()).path("text").asString("") : "";
      return new Ledger.Sent(
          trigger, "U0ALICE", "C0GENERAL", text, at, answer.statusCode(), said, since(began));
    } catch (IOException e) {
      return new Ledger.Sent(trigger, "U0ALICE", "C0GENERAL", text, at, 0, "", since(began));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private HttpRequest request(int port, String slack, Instant at) {
    String body =
        Map.of(
                "command",
                "/incident",
                "text",
                text,
                "team_id",
                Workspace.TEAM,
                "user_id",
                "U0ALICE",
                "user_name",
                "alice",
                "channel_id",
                "C0GENERAL",
                "trigger_id",
                trigger,
                "response_url",
                slack + "response/none")
            .entrySet()
            .stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String timestamp = Long.toString(at.getEpochSecond());
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/events"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Slack-Request-Timestamp", timestamp)
        .header("X-Slack-Signature", signature(timestamp, body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String signature(String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              Settings.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest =
          mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
