package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import java.io.IOException;
import java.net.ConnectException;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Those who type {@code /incident} in #general, to any of the replicas in turn. */
final class People {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<Replica> replicas;
  private final SlackSandbox slack;
  private final Ledger ledger;
  private final AtomicInteger turn = new AtomicInteger();

  People(List<Replica> replicas, SlackSandbox slack, Ledger ledger) {
    this.replicas = replicas;
    this.slack = slack;
    this.ledger = ledger;
  }

  /** What came back; the status is 0 when nothing did. */
  private record Heard(int status, String said) {}

  /** A replica that takes no connection got nothing: another one is asked, as a balancer would. */
  Ledger.Sent send(String trigger, String user, String text) {
    Instant at = InstantSource.system().instant();
    long began = System.nanoTime();
    String id = "U0" + user.toUpperCase(Locale.ROOT);
    Optional<Heard> heard = Optional.empty();
    for (int i = 0; i < replicas.size() && heard.isEmpty(); i++) {
      Replica replica = replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
      heard = ask(request(replica, trigger, id, user, text, at));
    }
    var sent =
        new Ledger.Sent(
            trigger,
            id,
            "C0GENERAL",
            text,
            at,
            heard.map(Heard::status).orElse(0),
            heard.map(Heard::said).orElse(""),
            Duration.ofNanos(System.nanoTime() - began));
    ledger.add(sent);
    return sent;
  }

  /** Empty when it surely was not sent. */
  private static Optional<Heard> ask(HttpRequest request) {
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      int status = answer.statusCode();
      return Optional.of(
          new Heard(
              status, status == 200 ? Json.parse(answer.body()).path("text").asString("") : ""));
    } catch (ConnectException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(new Heard(0, ""));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest request(
      Replica replica, String trigger, String id, String user, String text, Instant at) {
    String body =
        Map.of(
                "command",
                "/incident",
                "text",
                text,
                "team_id",
                Workspace.TEAM,
                "user_id",
                id,
                "user_name",
                user,
                "channel_id",
                "C0GENERAL",
                "trigger_id",
                trigger,
                "response_url",
                slack.baseUrl() + "response/none")
            .entrySet()
            .stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String timestamp = Long.toString(at.getEpochSecond());
    return HttpRequest.newBuilder(replica.address().resolve("/slack/events"))
        .timeout(Duration.ofSeconds(10))
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
