package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A storm of alerts, each told twice and in no order, while the bot is killed and comes back: as
 * many incidents as groups, each alert kept once, and few posts.
 */
final class AlertStormTest {
  private static final String TOKEN = "a-token-of-the-storm";
  private static final int GROUPS = 4;
  private static final int BATCH = 50;
  private static final int SENDERS = 8;

  private static final String ROUTES =
      BotSettings.TENTH
          + """
          schedule: {look_every: 500ms}
          rules: []
          reminders: {SEV-1: none, SEV-2: none, SEV-3: none, SEV-4: none}
          alerts:
            routes:
              - do: declare
                group_by: [cluster]
          """;

  @Test
  void aShortOne() throws Exception {
    storm(600, 1);
  }

  @Tag("long")
  @Test
  void fiveThousandAlerts() throws Exception {
    storm(5_000, 3);
  }

  private static void storm(int alerts, int kills) throws Exception {
    Instant began = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    List<List<String>> batches = batches(alerts, began);
    try (var slack =
            SlackSandbox.start(0, Settings.forTests(InstantSource.system()).withRateScale(10));
        var postgres = Postgres.migrated();
        var bot =
            Bot.start(
                    BotSettings.fast(postgres.url(), slack.apiUrl())
                        .withYaml(ROUTES)
                        .with("ALERTMANAGER_TOKEN", TOKEN))
                .ready()) {
      slack.pointAt(bot.address());
      long start = System.nanoTime();
      int again = send(bot, batches, kills);
      double told = (System.nanoTime() - start) / 1e9;
      Waiting.until(
          "all is acted on",
          () ->
              postgres.number(
                      "select count(*) from alert where taken is distinct from over"
                          + " and group_key is not null")
                  == 0);
      double acted = (System.nanoTime() - start) / 1e9;
      long backlog =
          postgres.number("select count(*) from effect where state in ('READY', 'SENDING')");
      Waiting.howLong(
          "Slack has it all",
          Duration.ofMinutes(2),
          () ->
              postgres.number(
                      "select count(*) from effect where state in ('READY', 'SENDING', 'UNKNOWN')")
                  == 0);
      double shown = (System.nanoTime() - start) / 1e9;
      long entries = postgres.number("select count(*) from timeline_entry where kind = 'alert'");
      long posts =
          slack.workspace().channels().all().stream()
              .mapToLong(channel -> slack.workspace().messages().in(channel.id()).size())
              .sum();
      System.out.printf(
          "alert storm: %d alerts told %d times in %d requests (%d sent again), kills %d;"
              + " told in %.1f s (%.0f/s), acted on after %.1f s, shown after %.1f s;"
              + " incidents %d, alert rows %d, told in timelines %d, posts %d, effects %d,"
              + " backlog at the end of acting %d%n",
          alerts,
          alerts * 2,
          batches.size(),
          again,
          kills,
          told,
          alerts * 2 / told,
          acted,
          shown,
          postgres.number("select count(*) from incident"),
          postgres.number("select count(*) from alert"),
          entries,
          posts,
          postgres.number("select count(*) from effect"),
          backlog);
      assertThat(postgres.number("select count(*) from incident")).isEqualTo(GROUPS);
      assertThat(postgres.number("select count(*) from alert")).isEqualTo(alerts);
      assertThat(postgres.number("select count(*) from alert where over")).isEqualTo(alerts / 5);
      assertThat(postgres.number("select count(distinct in_group) from alert")).isEqualTo(GROUPS);
      long minutes = (long) (shown / 60) + 2;
      assertThat(entries).isLessThanOrEqualTo(GROUPS * minutes * 11);
      assertThat(posts).isLessThanOrEqualTo(GROUPS * (10 + minutes * 11));
    }
  }

  /** Sends them all, each until it is taken; kills the bot in between. Returns the repeats. */
  private static int send(Bot bot, List<List<String>> batches, int kills) throws Exception {
    var again = new AtomicInteger();
    var sent = new AtomicInteger();
    var tasks = new ArrayList<Callable<Void>>();
    try (var client = HttpClient.newHttpClient();
        var senders = Executors.newFixedThreadPool(SENDERS + 1)) {
      for (int i = 0; i < batches.size(); i++) {
        String body = body(i, batches.get(i));
        tasks.add(() -> {
          while (!taken(client, bot, body)) {
            again.incrementAndGet();
            LockSupport.parkNanos(100_000_000);
          }
          sent.incrementAndGet();
          return null;
        });
      }
      tasks.addFirst(() -> {
        for (int kill = 1; kill <= kills; kill++) {
          int until = batches.size() * kill / (kills + 1);
          Waiting.until("some are sent", () -> sent.get() >= until);
          bot.kill();
          bot.startAgain();
          bot.ready();
        }
        return null;
      });
      for (var done : senders.invokeAll(tasks)) {
        done.get();
      }
    }
    return again.get();
  }

  private static boolean taken(HttpClient client, Bot bot, String body)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(bot.address().resolve("/hooks/alertmanager"))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
      assertThat(status).isIn(200, 503);
      return status == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Each of them twice; of a fifth the second word is that it is over. */
  private static List<List<String>> batches(int alerts, Instant began) {
    var all = new ArrayList<String>();
    for (int i = 0; i < alerts; i++) {
      all.add(alert(i, began, false));
      all.add(alert(i, began, i % 5 == 0));
    }
    Collections.shuffle(all, new Random(8));
    var batches = new ArrayList<List<String>>();
    for (int from = 0; from < all.size(); from += BATCH) {
      batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
    }
    return batches;
  }

  private static String alert(int number, Instant began, boolean over) {
    Instant starts = began.minusMillis(100_000L - number);
    return """
    {"status": "%s", "fingerprint": "f%d", "startsAt": "%s", "endsAt": "%s",
     "labels": {"alertname": "NodeDown", "severity": "critical", "cluster": "c%d",
       "instance": "node-%d"}, "annotations": {"summary": "A node of c%d is down"}}
    """
        .formatted(
            over ? "resolved" : "firing",
            number,
            starts,
            over ? starts.plusSeconds(60) : "0001-01-01T00:00:00Z",
            number % GROUPS,
            number,
            number % GROUPS);
  }

  private static String body(int batch, List<String> alerts) {
    return """
    {"version": "4", "groupKey": "{}:{batch=%d}", "status": "firing", "alerts": [%s]}
    """
        .formatted(batch, alerts.stream().collect(Collectors.joining(",")));
  }
}
