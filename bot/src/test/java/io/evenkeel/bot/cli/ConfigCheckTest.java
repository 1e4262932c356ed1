package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.doctor.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCheckTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aFileWithoutFaultsIsClean() throws IOException {
    assertThat(
            check(
                """
                oncall:
                  payments:
                    zone: Europe/Berlin
                    layers:
                      - {people: [alice, bob], starts: 2026-01-05}
                rules: []
                """))
        .isZero();

    assertThat(text(out)).isEmpty();
    assertThat(text(err))
        .isEqualTo(
            "The bot would start with it. Schedules: 1. Findings: 0. Whether Slack knows these"
                + " people was not looked up: that needs DATABASE_* of a bot that has run.\n");
  }

  @Test
  void findingsAreListedAndTheBotWouldStart() throws IOException {
    assertThat(
            check(
                """
                oncall:
                  sre:
                    zone: Europe/Berlin
                    starts: 2026-01-05
                    weeks:
                      - {week: 1, primary: alice}
                      - {week: 3, primary: bob}
                rules: []
                """))
        .isEqualTo(1);

    assertThat(text(out))
        .isEqualTo(
            "sre, primary, Mon 2026-11-23 09:00 to Mon 2026-11-30 09:00 (Europe/Berlin): nobody is"
                + " on call (nobody planned), and 17 times more until Mon 2027-11-22 13:00."
                + " Write somebody's name there, or add an override.\n");
    assertThat(text(err)).startsWith("The bot would start with it. Schedules: 1. Findings: 1.");
  }

  @Test
  void whereAlertsComeInIsSaidAndWhichDoorIsClosed() throws IOException {
    String file =
        """
        alerts: {sources: {uptime: {name: /check, status: /state, resolved: up}}}
        rules: []
        """;

    assertThat(check(file)).isZero();
    assertThat(text(out))
        .isEqualTo("/hooks/generic/uptime is closed: set ALERTS_TOKEN to open it.\n");
    out.reset();
    assertThat(
            check(
                file,
                Map.of(
                    "ALERTS_TOKEN", "0123456789abcdef", "EVENTS_ROUTING_KEY", "0123456789abcdef")))
        .isZero();
    assertThat(text(out))
        .isEqualTo(
            """
            Alerts come in at /v2/enqueue, /hooks/generic/uptime.
            No route is for any alert: all are proposed, a card in #incidents asks what they are.
            """);
  }

  @Test
  void whatComesOfRoutesAndExperimentsIsSaidAndIsNoFinding() throws IOException {
    Files.createDirectory(directory.resolve("drills"));
    Files.writeString(
        directory.resolve("drills/kill.yaml"),
        """
        name: kill
        title: The cache dies
        service: cache
        hypothesis: Nobody sees it.
        steady_state: [{name: up, promql: up, at_least: 1}]
        perturbation: [Kill it]
        rollback: []
        """);

    assertThat(
            check(
                """
                rules: []
                services: {api: {}}
                alerts:
                  routes:
                    - {name: api, do: declare, service: api, source: events}
                    - {name: rest, do: ignore, source: events}
                    - {name: never, do: propose, source: events, match: {team: web}}
                experiments: drills
                """,
                Map.of(
                    "GRAFANA_TOKEN", "0123456789abcdef", "EVENTS_ROUTING_KEY", "0123456789abcdef")))
        .isZero();
    assertThat(text(out))
        .isEqualTo(
            """
            Alerts come in at /hooks/grafana, /v2/enqueue.
            Routes: 1 declares, 1 proposes, 1 ignores. What none takes is proposed: a card in \
            #incidents asks what they are.
            No route is for alerts of grafana: all of them are proposed.
            Route api pages nobody: api has no policy. Write policy: for the route or for the \
            service.
            Route rest takes nothing: api, before it, takes all that it would. Write it before api.
            Route never takes nothing: api, before it, takes all that it would. Write it before \
            api.
            Route api says no severity: the label severity counts where it is one of the scale, \
            such as SEV-1, and anything else is SEV-2. So critical is SEV-2. Write severity: \
            {label: severity, critical: SEV-1}, if that is meant.
            Service api: nobody owns it, nobody is called for it, no runbook
            Experiment kill (cache): 4 steps; nothing stands under abort_if, so only a person ends \
            it early; has no rollback, so people take it back without being told how
            Nothing of these experiments is measured, as no Prometheus is named: their reports say \
            “not measured”. Write prometheus: {url: …}.
            Experiment kill is on the service cache, which is not under services:, so nobody owns \
            it. Add it there.
            """);
    assertThat(text(err)).startsWith("The bot would start with it. Schedules: 0. Findings: 0.");
  }

  @Test
  void whatResultsIsPrintedWithItsTimes() throws IOException {
    assertThat(
            check(
                """
                oncall:
                  sre: {zone: UTC, starts: 2026-01-05, layers: [{people: [alice]}]}
                paging:
                  outlets:
                    phone: {kind: webhook, url: "https://ops.example.org/x", secret: OPS_SECRET}
                  policies:
                    payments:
                      severities: [SEV-1]
                      repeat: 1
                      steps:
                        - {oncall: sre, ring: phone, wait: 5m}
                        - {user: dana, wait: 30s}
                        - {channel: true}
                rules:
                  - name: money
                    on: [severity, declared]
                    when: {severity: SEV-1, service: payments}
                    do:
                      - page: payments
                      - invite: ["@dana", sre]
                      - announce: status
                      - checklist: [Tell support]
                      - webhook: phone
                """))
        .isZero();

    assertThat(text(out))
        .isEqualTo(
            """
            Policy payments, for SEV-1:
              at once: on call for sre (now alice), phone rings
              after 2 min 30 s: they are mentioned in the incident's channel
              after 5 min: @dana
              after 5 min 15 s: they are mentioned in the incident's channel
              after 5 min 30 s: everybody in the channel
              then all of it again, once
              after 21 min: nobody has answered, and the commander is told
            Rule money, on declared or severity, for SEV-1, service payments, real or private:
              pages by policy payments
              brings in @dana
              brings in on call for sre (now alice)
              says so in #status
              gives the commander 1 to do: Tell support
              tells phone
            """);
  }

  @Test
  void thatTheStandardRulesPageNobodyIsSaidPlainly() throws IOException {
    assertThat(check("call_url: https://meet.example.org/x")).isZero();
    assertThat(text(out))
        .contains(
            "Rule SEV-1, on declared or severity, for SEV-1, real or private:",
            "  pages nobody: no policy and no schedule is called commander")
        .endsWith(
            "Declaring a SEV-1 or SEV-2 pages nobody, as there is no policy for it. Write one under"
                + " paging: policies:, or rules: [] where nobody is to be paged.\n");

    out.reset();
    check("paging: {policies: {on-duty: {severities: [SEV-1], steps: [{user: dana}]}}}");
    assertThat(text(out))
        .contains("  pages by policy on-duty\n", "Declaring a SEV-2 pages nobody")
        .doesNotContain("SEV-1 or SEV-2 pages nobody");
  }

  @Test
  void whatWouldStopTheStartIsAnError() throws IOException {
    assertThat(check("oncall:\n  sre: {zone: Europe/Berlim, weeks: [{week: 1, primary: a}]}\n"))
        .isEqualTo(2);

    assertThat(text(out)).isEmpty();
    assertThat(text(err)).contains("(oncall → sre → zone) there is no zone \"Europe/Berlim\"");
  }

  @Test
  void theConfigAloneSaysWhatThereIs() {
    assertThat(new Cli(Map.of(), new NothingWorks(), out, err).run("config")).isEqualTo(2);

    assertThat(text(err)).contains("evenkeel config check");
  }

  private int check(String yaml) throws IOException {
    return check(yaml, Map.of());
  }

  private int check(String yaml, Map<String, String> more) throws IOException {
    Path path = directory.resolve("evenkeel.yaml");
    Files.writeString(path, yaml);
    var environment = new HashMap<>(more);
    environment.put("EVENKEEL_CONFIG", path.toString());
    environment.put("OPS_SECRET", "a-secret-of-some-length");
    return new Cli(environment, new NothingWorks(), out, err).run("config", "check");
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  /** A check opens nothing. */
  private static final class NothingWorks implements Works {
    @Override
    public Instant now() {
      return Instant.parse("2026-11-21T12:00:00Z");
    }

    @Override
    public int serve(Settings settings) {
      throw new AssertionError("nothing is served");
    }

    @Override
    public List<Finding> examine(Map<String, String> environment) {
      throw new AssertionError("nothing is examined");
    }

    @Override
    public int migrate(Settings.Database database) {
      throw new AssertionError("nothing is migrated");
    }

    @Override
    public Records open(Settings.Reading settings) {
      throw new AssertionError("nothing is opened");
    }
  }
}
