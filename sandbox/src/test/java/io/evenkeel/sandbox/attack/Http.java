package io.evenkeel.sandbox.attack;

import io.evenkeel.sandbox.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests as an attacker sends them: by a client, or as bare characters. */
final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Site site;

  Http(Site site) {
    this.site = site;
  }

  /**
   * What came back.
   *
   * @param text headers and body
   */
  record Answer(int status, String body, String text) {}

  Answer get(String path, String... headers) {
    return send(headed(request(path), headers).build());
  }

  Answer post(String path, String body, String... headers) {
    return send(headed(request(path), headers).POST(BodyPublishers.ofString(body)).build());
  }

  Answer put(String path, String body, String... headers) {
    return send(headed(request(path), headers).PUT(BodyPublishers.ofString(body)).build());
  }

  /** As a token's holder. */
  Answer with(String token, String path) {
    return get(path, "Authorization", "Bearer " + token);
  }

  /** A command through the API. */
  Answer command(String token, String as, String text) {
    String body =
        "{\"as\":\"%s\",\"text\":\"%s\"}"
            .formatted(as, text.replace("\\", "\\\\").replace("\"", "\\\""));
    return post("/api/v1/commands", body, "Authorization", "Bearer " + token);
  }

  /** As charlie's browser. */
  Answer charlie(String path) {
    return get(path, "Cookie", "evenkeel-session=" + site.charlie, "Accept", "text/html");
  }

  /** A slash command of charlie's with its fields, signed at that time with that secret. */
  Answer slash(Map<String, String> more, Instant at, String secret) {
    String body = slashBody(more);
    return signed(body, String.valueOf(at.getEpochSecond()), signature(body, at, secret));
  }

  Answer slash(Map<String, String> more) {
    return slash(more, site.clock.instant(), Settings.SIGNING_SECRET);
  }

  Answer signed(String body, String timestamp, String signature) {
    return post(
        "/slack/events",
        body,
        "Content-Type",
        "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp",
        timestamp,
        "X-Slack-Signature",
        signature);
  }

  static String slashBody(Map<String, String> more) {
    var fields =
        new java.util.TreeMap<>(
            Map.of(
                "command",
                "/incident",
                "text",
                "list",
                "team_id",
                "T0SANDBOX",
                "user_id",
                "U0CHARLIE",
                "user_name",
                "charlie",
                "channel_id",
                "C0GENERAL",
                "channel_name",
                "general",
                "trigger_id",
                "1." + System.nanoTime()));
    fields.putAll(more);
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static String signature(String body, Instant at, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest =
          mac.doFinal(("v0:" + at.getEpochSecond() + ":" + body).getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** These characters, and what is answered until the server closes or 20 s are over. */
  Answer raw(String characters) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.port)) {
      socket.setSoTimeout(20_000);
      try {
        socket.getOutputStream().write(characters.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      } catch (IOException closed) {
        // It was refused before all was sent: the answer is read below.
      }
      return answer(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return new Answer(0, "", "closed without a word: " + e.getMessage());
    }
  }

  static Answer answer(String text) {
    int status = text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    return new Answer(status, text.replaceFirst("(?s)^.*?\r\n\r\n", ""), text);
  }

  /** On the port of metrics and health. */
  Answer management(String path) {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.management + path)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port + path))
        .timeout(Duration.ofSeconds(20));
  }

  private static HttpRequest.Builder headed(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private static Answer send(HttpRequest request) {
    try {
      var response = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.body(), response.headers().map() + response.body());
    } catch (IOException e) {
      return new Answer(0, "", "closed without a word: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
