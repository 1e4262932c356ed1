package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.AlertSecrets;
import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code alert test}: an alert through a door that is open, as a sender would send it. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description =
        "Sends an alert to a bot that runs, by BASE_URL, as Alertmanager would (ALERTMANAGER_TOKEN)"
            + " or as an event (EVENTS_ROUTING_KEY), and prints what is answered. What your routes"
            + " make of it is done: people may be asked or paged.",
    footer = "%nExit code: 0 it was taken, 1 it was refused, 2 it could not be sent.")
final class AlertTry implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Cli cli;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "EvenkeelTest",
      description = "What the alert is called. Default: ${DEFAULT-VALUE}")
  private String name = "";

  @Option(
      names = "--severity",
      paramLabel = "WORD",
      defaultValue = "warning",
      description = "critical, error, warning or info. Default: ${DEFAULT-VALUE}")
  private String severity = "";

  @Option(
      names = "--label",
      paramLabel = "LABEL=VALUE",
      description =
          "A label, such as service=api. May be given often; an event has none but these:"
              + " component, group, class.")
  private Map<String, String> labels = new TreeMap<>();

  @Option(names = "--resolved", description = "Says that the alert is over.")
  private boolean resolved;

  AlertTry(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(
        Settings.Web.parse(cli.environment),
        web -> cli.with(AlertSecrets.parse(cli.environment), keys -> send(web.baseUrl(), keys)));
  }

  private int send(URI base, AlertSecrets secrets) {
    Secret token = secrets.alertmanager();
    Secret key = secrets.routingKey();
    Instant now = cli.works.now().truncatedTo(ChronoUnit.SECONDS);
    if (token != null) {
      return post(URI.create(base + "/hooks/alertmanager"), token, group(now));
    }
    return key != null
        ? post(URI.create(base + "/v2/enqueue"), null, event(key.value(), now))
        : cli.error(
            "No door is open that this could go through. Set ALERTMANAGER_TOKEN or"
                + " EVENTS_ROUTING_KEY as the bot has it.");
  }

  private int post(URI to, @Nullable Secret token, ObjectNode body) {
    var request =
        HttpRequest.newBuilder(to)
            .timeout(LIMIT)
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token.value());
    }
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      cli.out.println(answer.body().strip());
      cli.err.println(to + " answered " + answer.statusCode() + ".");
      return answer.statusCode() / 100 == 2 ? Cli.CLEAN : Cli.FINDINGS;
    } catch (IOException e) {
      return cli.error(
          to + " is not reached: " + e.getClass().getSimpleName() + ". Is the bot running there?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return cli.error("Stopped before it was answered.");
    }
  }

  private ObjectNode group(Instant now) {
    ObjectNode group = JSON.createObjectNode();
    String status = resolved ? "resolved" : "firing";
    group.put("version", "4").put("status", status).put("groupKey", "evenkeel alert test: " + name);
    ObjectNode alert = group.putArray("alerts").addObject();
    alert.put("status", status);
    alert.put("startsAt", (resolved ? now.minusSeconds(1) : now).toString());
    alert.put("endsAt", resolved ? now.toString() : "0001-01-01T00:00:00Z");
    ObjectNode own = alert.putObject("labels");
    own.put("alertname", name).put("severity", severity);
    labels.forEach(own::put);
    alert.putObject("annotations").put("summary", "A test by evenkeel alert test");
    return group;
  }

  private ObjectNode event(String key, Instant now) {
    ObjectNode event = JSON.createObjectNode();
    event.put("routing_key", key).put("event_action", resolved ? "resolve" : "trigger");
    event.put("dedup_key", "evenkeel alert test: " + name);
    ObjectNode payload = event.putObject("payload");
    payload.put("summary", name).put("source", "evenkeel alert test");
    payload.put("severity", severity).put("timestamp", now.toString());
    labels.forEach(payload::put);
    return event;
  }
}
