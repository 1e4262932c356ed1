package io.evenkeel.chaos.rig;

import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import java.io.IOException;
import java.net.ConnectException;
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
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * People who type slash commands: sends them as Slack does, signed, to one bot or to several in
 * turn, and records what the people saw. Safe for any number of threads.
 */
public final class Client {
  /** Longer than Slack's 3 s, so that it is seen how late an answer is. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final AtomicLong turn = new AtomicLong();
  private final InstantSource clock = InstantSource.system();
  private final long run = clock.millis();
  private final Ledger ledger;
  private final String responses;
  private final List<URI> bots;

  /**
   * @param responses what the bot says later goes to this address with the trigger behind it; ends
   *     in a slash
   * @param bots where they listen
   */
  public Client(Ledger ledger, String responses, List<URI> bots) {
    this.ledger = ledger;
    this.responses = responses;
    this.bots = List.copyOf(bots);
  }

  /**
   * Types {@code /incident text} and waits for what comes back.
   *
   * @param user a person's id
   * @param channel a channel's id
   */
  public Ledger.Sent say(String user, String channel, String text) {
    long number = turn.getAndIncrement();
    return send("%d.%d.chaos".formatted(run, number), user, channel, text, number);
  }

  /** The same without waiting. */
  public CompletableFuture<Ledger.Sent> saying(String user, String channel, String text) {
    var result = new CompletableFuture<Ledger.Sent>();
    Thread.ofVirtual()
        .name("client")
        .start(() -> {
          try {
            result.complete(say(user, channel, text));
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  /** The same command once more, as a transport that heard no answer sends it: same trigger. */
  public Ledger.Sent again(Ledger.Sent sent) {
    return send(sent.trigger(), sent.user(), sent.channel(), sent.text(), turn.getAndIncrement());
  }

  private Ledger.Sent send(String trigger, String user, String channel, String text, long number) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String body = form(trigger, user, channel, text);
    long started = System.nanoTime();
    int status = 0;
    String said = "";
    try {
      var response = ask(body, at, number, bots.size() - 1);
      status = response.statusCode();
      said = text(response);
    } catch (IOException _) {
      // No answer: that is what the ledger says then.
      status = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var took = Duration.ofNanos(System.nanoTime() - started);
    var sent = new Ledger.Sent(trigger, user, channel, text, at, status, said, took);
    ledger.add(sent);
    return sent;
  }

  /** A bot that takes no connection was told nothing: the next one is asked, as a balancer does. */
  private HttpResponse<String> ask(String body, Instant at, long number, int others)
      throws IOException, InterruptedException {
    try {
      return http.send(
          request(body, at, bots.get((int) (number % bots.size()))),
          HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      if (others == 0) {
        throw e;
      }
      return ask(body, at, number + 1, others - 1);
    }
  }

  private static HttpRequest request(String body, Instant at, URI bot) {
    String timestamp = Long.toString(at.getEpochSecond());
    return HttpRequest.newBuilder(bot.resolve("/slack/events"))
        .timeout(PATIENCE)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Slack-Request-Timestamp", timestamp)
        .header("X-Slack-Signature", signature("v0:" + timestamp + ":" + body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private String form(String trigger, String user, String channel, String text) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("command", "/incident");
    fields.put("text", text);
    fields.put("team_id", Workspace.TEAM);
    fields.put("user_id", user);
    fields.put("user_name", user.toLowerCase(Locale.ROOT));
    fields.put("channel_id", channel);
    fields.put("channel_name", "somewhere");
    fields.put("trigger_id", trigger);
    fields.put("response_url", responses + trigger);
    return fields.entrySet().stream().map(Client::encoded).collect(Collectors.joining("&"));
  }

  private static String encoded(Map.Entry<String, String> field) {
    return field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8);
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

  /** The words of an acknowledgement; of anything else, all of it. */
  private static String text(HttpResponse<String> response) {
    String body = response.body();
    boolean json =
        response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
    return json && !body.isBlank() ? Json.parse(body).path("text").asString("") : body;
  }
}
