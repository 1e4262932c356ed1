package io.evenkeel.bot;

import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.http.Acknowledged;
import io.evenkeel.bot.slack.SlackGateway;
import io.evenkeel.bot.socket.BareApi;
import io.evenkeel.bot.socket.EnvelopeDoor;
import io.evenkeel.bot.socket.SocketMode;
import io.evenkeel.bot.socket.SocketPace;
import io.evenkeel.bot.socket.SocketState;
import io.evenkeel.bot.socket.Tickets;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Socket Mode, where {@code SLACK_APP_TOKEN} asks for it. */
final class Sockets {
  /** Asking for an address, and connecting to it, may take so long each. */
  private static final Duration CALL = Duration.ofSeconds(10);

  private final @Nullable SocketMode socket;

  private Sockets(@Nullable SocketMode socket) {
    this.socket = socket;
  }

  /** Not started; to be opened before what listens, so that it is closed after it. */
  static Sockets open(
      Settings.Slack slack,
      SlackGateway gateway,
      InstantSource clock,
      MeterRegistry metrics,
      Opened opened) {
    Secret token = slack.appToken();
    if (token == null) {
      return new Sockets(null).shown(metrics);
    }
    var tickets = new Tickets(new BareApi(slack.apiUrl(), CALL), token.value());
    var socket = new SocketMode(tickets, door(gateway, metrics), SocketPace.STANDARD, clock);
    return new Sockets(opened.keep(socket)).shown(metrics);
  }

  private Sockets shown(MeterRegistry metrics) {
    Gauge.builder("evenkeel.slack.socket.up", this::up)
        .description("Socket Mode: 1 while Slack reaches us; NaN without Socket Mode")
        .register(metrics);
    return this;
  }

  private double up() {
    return state().map(now -> now.trouble().isEmpty() ? 1.0 : 0.0).orElse(Double.NaN);
  }

  private static EnvelopeDoor door(SlackGateway gateway, MeterRegistry metrics) {
    Timer acknowledged = Acknowledged.in(metrics);
    return (body, headers) -> {
      long started = System.nanoTime();
      SlackGateway.Reply reply = gateway.connected(body, headers);
      acknowledged.record(Duration.ofNanos(System.nanoTime() - started));
      return new EnvelopeDoor.Reply(reply.status(), reply.contentType(), reply.body());
    };
  }

  /** Begins to connect. At a stop it takes nothing new before anything else is closed. */
  void start(Opened opened) {
    if (socket != null) {
      opened.keep(socket::leave);
      socket.start();
    }
  }

  /** Why Slack does not reach us, for people; empty while all is well and without Socket Mode. */
  Optional<String> trouble() {
    return state().map(SocketState::trouble).filter(words -> !words.isEmpty());
  }

  /** How the connection stands; empty without Socket Mode. */
  Optional<SocketState> state() {
    return Optional.ofNullable(socket).map(SocketMode::state);
  }
}
