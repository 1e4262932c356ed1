package io.evenkeel.chaos;

import io.evenkeel.sandbox.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request that Slack has signed at any time it is told. */
record Signed(String type, String body, Instant at) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  static Signed form(String body, Instant at) {
    return new Signed("application/x-www-form-urlencoded", body, at);
  }

  static Signed event(String body, Instant at) {
    return new Signed("application/json", body, at);
  }

  /** What came back; status 0 when nothing did. */
  record Heard(int status, String body) {}

  /** To the bot on that port. */
  Heard send(int port) {
    String timestamp = Long.toString(at.getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/events"))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", type)
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature("v0:" + timestamp + ":" + body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Heard(response.statusCode(), response.body());
    } catch (IOException _) {
      return new Heard(0, "");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = Settings.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
