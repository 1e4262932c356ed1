package io.evenkeel.bot.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alert.Arrival;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What senders send, in the shapes that their documentation shows, and doors that they know. */
public final class Sent {
  public static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  public static final String TOKEN = "token-of-the-sender";
  public static final String BASIC = "am:pass word:with-colon";
  public static final String SECRET = "secret-of-the-subscription";
  public static final String FORMER = "former-secret-of-it-all";
  public static final String ROUTING_KEY = "00112233445566778899aabbccddeeff";

  /** As it is written in docs/signals.md. */
  public static final Mapping UPTIME =
      new Mapping(
          "uptime",
          Place.of("/checks").pointer(),
          Place.of("/check/name"),
          Place.of("/check/id"),
          Place.of("/state"),
          Set.of("up"),
          Set.of("maintained"),
          Place.of("/tags").pointer(),
          Map.of("service", Place.of("/check/service"), "team", Place.of("web")),
          Place.of("/said"),
          Place.of("/since"),
          Place.of("/until"),
          Place.of("/page"),
          null);

  private Sent() {}

  /** All open. */
  public static AlertDoors doors() {
    return new AlertDoors(
        new AlertDoors.Keys(
            new Pass(TOKEN::equals, BASIC::equals),
            List.of(SECRET, FORMER),
            ROUTING_KEY::equals,
            new Pass(TOKEN::equals, null),
            new Pass(TOKEN::equals, null)),
        List.of(UPTIME));
  }

  /** The generic one. */
  static Door uptime(AlertDoors doors) {
    return Objects.requireNonNull(doors.generic().get("uptime"));
  }

  /** The file {@code hooks/NAME.json}. */
  public static String text(String name) {
    try (InputStream file = Sent.class.getResourceAsStream("/hooks/" + name + ".json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Brought read(Door door, String body) {
    return door.read(body.getBytes(StandardCharsets.UTF_8), null, NOW);
  }

  static Arrival arrival(Brought brought) {
    assertThat(brought).isInstanceOf(Brought.Alerts.class);
    return ((Brought.Alerts) brought).arrival();
  }

  static List<String> faults(Brought brought) {
    assertThat(brought).isInstanceOf(Brought.Faulty.class);
    return ((Brought.Faulty) brought).faults();
  }

  /** As people would compare it: one line for each thing. */
  static String shown(Arrival arrival) {
    var text = new StringBuilder(arrival.source() + " " + arrival.group() + "\n");
    arrival
        .signals()
        .forEach(one ->
            text.append(
                "%s %s: %s\n  summary %s\n  labels %s\n  annotations %s\n  %s to %s\n  link %s\n"
                    .formatted(
                        one.fingerprint(),
                        one.state().word(),
                        one.name(),
                        one.summary(),
                        new TreeMap<>(one.labels()),
                        written(one.annotations()),
                        one.startsAt(),
                        one.endsAt(),
                        one.link())));
    return text.toString();
  }

  private static String written(@Nullable Object annotations) {
    return String.valueOf(annotations).replace("\n", "\\n");
  }
}
