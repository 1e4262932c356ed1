package io.evenkeel.bot.http;

import io.evenkeel.bot.hooks.AlertDoors;
import io.evenkeel.bot.hooks.Taking;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.read.Budgets;
import io.evenkeel.bot.read.CalendarKey;
import io.evenkeel.bot.read.Calendars;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.templates.Postmortems;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Everything the bot answers over HTTP. With a management port, health is answered on both and
 * metrics only there.
 */
public final class HttpServer implements AutoCloseable {
  /** Bytes. Slack's largest request is a modal of 250 KB, URL-encoded at most three times that. */
  public static final int LARGEST_BODY = 1 << 20;

  private final Listener main;
  private final @Nullable Listener management;

  private HttpServer(Listener main, @Nullable Listener management) {
    this.main = main;
    this.management = management;
  }

  /**
   * Where to listen.
   *
   * @param bind an IP address; {@code 0.0.0.0} for all interfaces
   * @param port 0 for any free one
   * @param managementPort null for none of its own
   */
  public record Ports(String bind, int port, @Nullable Integer managementPort) {}

  /**
   * What is behind the paths.
   *
   * @param slack null when Slack's requests come another way: {@code /slack/events} is then off
   * @param condition what {@code /readyz} and {@code /healthz} say
   * @param entrance who comes in, and by which address
   * @param postmortems writes them
   * @param wire takes commands that come over HTTP
   * @param blameless what the linter of postmortems tells
   * @param calendars schedules to subscribe to
   * @param calendarKey the secrets in their addresses; null when there is no API token
   * @param budgets how error budgets stand
   * @param alerts where alerts come in
   * @param clock when a command came in
   */
  public record Rooms(
      @Nullable SlackDoor slack,
      Condition condition,
      Entrance entrance,
      Drafts drafts,
      Postmortems postmortems,
      Wire wire,
      io.evenkeel.blameless.Settings blameless,
      Calendars calendars,
      @Nullable CalendarKey calendarKey,
      Budgets budgets,
      Alerts alerts,
      InstantSource clock,
      PrometheusMeterRegistry metrics) {}

  /** Where alerts come in, and who keeps them. */
  public record Alerts(AlertDoors doors, Taking taking) {}

  /**
   * Starts to listen.
   *
   * @throws CannotListen when a port is taken or may not be used; nothing is then left running
   */
  public static HttpServer start(Ports ports, Rooms rooms) {
    Integer own = ports.managementPort();
    var site = new Site(rooms);
    var meter = new RequestMeter(rooms.metrics());
    Listener main =
        Listener.start(
            new Listener.Place(ports.bind(), ports.port(), "PORT"),
            meter,
            rooms.entrance().https(),
            routes -> {
              site.health(routes);
              site.pages(routes);
              if (own == null) {
                site.metrics(routes);
              }
            });
    if (own == null) {
      return new HttpServer(main, null);
    }
    try {
      return new HttpServer(
          main,
          Listener.start(
              new Listener.Place(ports.bind(), own, "MANAGEMENT_PORT"),
              meter,
              false,
              routes -> {
                site.health(routes);
                site.metrics(routes);
              }));
    } catch (RuntimeException e) {
      main.close();
      throw e;
    }
  }

  /** The port it listens on, also when 0 was asked for. */
  public int port() {
    return main.port();
  }

  /** The management port, or the only one. */
  public int managementPort() {
    return management == null ? main.port() : management.port();
  }

  /** Takes no more requests and waits for those under way, up to 5 s. */
  @Override
  public void close() {
    main.close();
    if (management != null) {
      management.close();
    }
  }
}
