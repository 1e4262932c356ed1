package io.evenkeel.sandbox.story;

import io.evenkeel.sandbox.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A slash command as it comes over the wire, so that it can come twice, late, or wrongly signed.
 */
record SignedRequest(String body, String timestamp, String signature) {

  /** {@code /incident text} from alice in #general. */
  static SignedRequest slash(Stage stage, String trigger, String text) {
    var snapshot = stage.slack.workspace().snapshot();
    String alice =
        snapshot.people().stream()
            .filter(p -> p.name().equals("alice"))
            .findFirst()
            .orElseThrow()
            .id();
    var fields =
        Map.of(
            "command",
            "/incident",
            "text",
            text,
            "team_id",
            "T0SANDBOX",
            "user_id",
            alice,
            "user_name",
            "alice",
            "channel_id",
            stage.channel("general").id(),
            "channel_name",
            "general",
            "trigger_id",
            trigger,
            "response_url",
            stage.slack.baseUrl() + "response/none");
    String body =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return signed(body, stage.clock.instant(), Settings.SIGNING_SECRET);
  }

  static SignedRequest signed(String body, Instant at, String secret) {
    String timestamp = String.valueOf(at.getEpochSecond());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest =
          mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
      return new SignedRequest(body, timestamp, "v0=" + HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> send(int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/events"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("X-Slack-Request-Timestamp", timestamp)
              .header("X-Slack-Signature", signature)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
