package io.evenkeel.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.hooks.Mapping;
import io.evenkeel.bot.hooks.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code alerts: sources:}, and the secrets that open the doors. */
final class AlertKeysTest {
  private static final String LONG = "0123456789abcdef";

  @TempDir Path directory;

  @Test
  void aSourceIsReadWholly() throws IOException {
    var sources =
        new Written(directory, Map.of())
            .ready(
                """
                alerts:
                  sources:
                    uptime:
                      list: /checks
                      name: /check/name
                      fingerprint: /check/id
                      status: /state
                      resolved: [UP, ok]
                      acknowledged: seen
                      tags: /tags
                      labels: {service: /check/service, team: web}
                      summary: /said
                      starts: /since
                      ends: /until
                      link: /page
                      group: /check/group
                """)
            .signals()
            .sources();

    assertThat(sources)
        .containsExactly(
            new Mapping(
                "uptime",
                Place.of("/checks").pointer(),
                Place.of("/check/name"),
                Place.of("/check/id"),
                Place.of("/state"),
                Set.of("up", "ok"),
                Set.of("seen"),
                Place.of("/tags").pointer(),
                Map.of("service", Place.of("/check/service"), "team", Place.of("web")),
                Place.of("/said"),
                Place.of("/since"),
                Place.of("/until"),
                Place.of("/page"),
                Place.of("/check/group")));
  }

  @Test
  void faultsOfASourceAreToldWithTheirPlace() throws IOException {
    assertThat(
            new Written(directory, Map.of())
                .faults(
                    """
                    alerts:
                      sources:
                        grafana: {name: /title}
                        uptime: {status: /state, list: checks, labls: {a: /b}}
                        other: {name: x, resolved: [up]}
                    """))
        .containsExactly(
            "EVENKEEL_CONFIG (alerts → sources → grafana) is no name for a source. Write"
                + " lower-case letters, digits, - and _, and none of alertmanager, events,"
                + " grafana, pagerduty.",
            "EVENKEEL_CONFIG (alerts → sources → uptime → labls) is unknown. Known here: list,"
                + " name, fingerprint, status, resolved, acknowledged, tags, labels, summary,"
                + " starts, ends, link, group.",
            "EVENKEEL_CONFIG (alerts → sources → uptime → name) is missing. Write where an alert's"
                + " name is, such as /check/name.",
            "EVENKEEL_CONFIG (alerts → sources → uptime) has one of status and resolved. Write"
                + " both, such as status: /state and resolved: [up]; or neither, and each alert"
                + " fires.",
            "EVENKEEL_CONFIG (alerts → sources → uptime → list) is no JSON pointer. Write one such"
                + " as /alerts, beginning with /.",
            "EVENKEEL_CONFIG (alerts → sources → other) has one of status and resolved. Write"
                + " both, such as status: /state and resolved: [up]; or neither, and each alert"
                + " fires.");
  }

  @Test
  void noDoorIsOpenUnlessItsSecretIsSet() {
    assertThat(read(Map.of()).lines(List.of())).isEmpty();
    assertThat(
            read(Map.of(
                    "ALERTMANAGER_BASIC",
                    "am:" + LONG,
                    "PAGERDUTY_WEBHOOK_SECRET",
                    LONG,
                    "PAGERDUTY_WEBHOOK_SECRET_PREVIOUS",
                    LONG + "0",
                    "GRAFANA_TOKEN",
                    LONG))
                .lines(List.of("uptime")))
        .containsExactly(
            "Alerts come in at /hooks/alertmanager, /hooks/grafana, /hooks/pagerduty.",
            "/hooks/generic/uptime is closed: set ALERTS_TOKEN to open it.");
  }

  @Test
  void aWeakSecretStopsTheStartAndIsNotRepeated() {
    assertThat(
            faults(
                Map.of(
                    "ALERTMANAGER_TOKEN", "hunter2",
                    "ALERTMANAGER_BASIC", "hunter2",
                    "PAGERDUTY_WEBHOOK_SECRET_PREVIOUS", LONG,
                    "EVENTS_ROUTING_KEY", "hunter2 and more of it")))
        .containsExactly(
            "PAGERDUTY_WEBHOOK_SECRET_PREVIOUS is set, but PAGERDUTY_WEBHOOK_SECRET is not. Set"
                + " the new secret as PAGERDUTY_WEBHOOK_SECRET.",
            "ALERTMANAGER_TOKEN is shorter than 16 characters and could be guessed. Make one with:"
                + " openssl rand -hex 24.",
            "ALERTMANAGER_BASIC has no name and password with a colon between. Write"
                + " name:password, and make the password with: openssl rand -hex 24.",
            "EVENTS_ROUTING_KEY holds a blank, a line end or a character outside ASCII. Copy it"
                + " again, without quotes and as one line.")
        .noneMatch(fault -> fault.contains("hunter2"));
    assertThat(faults(Map.of("ALERTMANAGER_BASIC", "am:short")))
        .containsExactly(
            "ALERTMANAGER_BASIC has a password shorter than 16 characters. Write name:password,"
                + " and make the password with: openssl rand -hex 24.");
  }

  @Test
  void printedTheSecretsShowNothing() {
    assertThat(read(Map.of("ALERTS_TOKEN", LONG)).toString()).doesNotContain(LONG);
  }

  private static AlertSecrets read(Map<String, String> environment) {
    return switch (AlertSecrets.parse(environment)) {
      case Parsed.Ready<AlertSecrets>(AlertSecrets secrets) -> secrets;
      case Parsed.Faulty<AlertSecrets>(List<Fault> faults) ->
          throw new AssertionError(faults.toString());
    };
  }

  private static List<String> faults(Map<String, String> environment) {
    return switch (AlertSecrets.parse(environment)) {
      case Parsed.Ready<AlertSecrets> ready -> throw new AssertionError(ready.toString());
      case Parsed.Faulty<AlertSecrets>(List<Fault> faults) ->
          faults.stream().map(Fault::toString).toList();
    };
  }
}
