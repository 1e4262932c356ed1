package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.config.Sender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RouteConsequencesTest {
  private static final String SERVICES =
      """
      paging: {policies: {sre: {steps: [{user: dana}]}}}
      services:
        api: {policy: sre}
        db: {}
      """;

  @TempDir Path folder;

  @Test
  void whatIsDoneIsCounted() throws IOException {
    assertThat(
            of(
                """
                paging: {policies: {sre: {steps: [{user: dana}]}}}
                alerts:
                  routes:
                    - {do: declare, match: {team: a}, severity: SEV-1, policy: sre}
                    - {do: declare, match: {team: b}, severity: SEV-1, policy: sre}
                    - {do: attach, match: {team: c}, severity: SEV-1}
                    - {do: ignore, match: {team: d}}
                """))
        .containsExactly(
            "Routes: 2 declare, 1 attaches, 1 ignores. What none takes is proposed: a card in"
                + " #incidents asks what they are.");
    assertThat(of("alerts: {routes: [{do: propose, severity: SEV-2}]}"))
        .containsExactly("Routes: 1 proposes.");
  }

  @Test
  void whoHasNoRouteIsNamed() throws IOException {
    assertThat(of("")).isEmpty();
    assertThat(of("channels: {announcement: alarms}\n", "grafana"))
        .containsExactly(
            "No route is for any alert: all are proposed, a card in #alarms asks what they are.");
    assertThat(
            of(
                "alerts: {routes: [{source: events, do: ignore}]}",
                "events",
                "grafana",
                "pagerduty"))
        .contains("No route is for alerts of grafana or pagerduty: all of them are proposed.");
  }

  @Test
  void aRouteThatTakesNothingIsNamedWithWhy() throws IOException {
    String routes =
        """
        alerts:
          routes:
            - {name: all of web, do: ignore, match: {team: web}}
            - {name: late, do: declare, match: {team: web, env: live}}
            - {name: typo, do: declare, source: grafanna}
            - {name: other, do: declare, source: uptime-robots}
            - {name: closed, do: ignore, source: pagerduty}
        """;

    assertThat(of(routes, "grafana"))
        .contains(
            "Route late takes nothing: all of web, before it, takes all that it would. Write it"
                + " before all of web.",
            "Route typo takes nothing: nobody who sends alerts is called grafanna. Write grafana,"
                + " if that is meant.",
            "Route other takes nothing: nobody who sends alerts is called uptime-robots. Write"
                + " alertmanager or grafana or pagerduty or events, or add it under alerts:"
                + " sources:.",
            "Route closed takes nothing as yet: the secret of pagerduty is not set.")
        .as("nothing more follows from them")
        .noneMatch(line -> line.contains("pages nobody") || line.contains("no severity"));
    assertThat(of(routes)).as("without any secret").noneMatch(line -> line.contains("as yet"));
  }

  @Test
  void aServiceThatIsNotInTheCatalogueIsNamedWithTheNearest() throws IOException {
    String routes =
        """
        alerts:
          routes:
            - {name: typed, do: attach, service: apu, match: {team: a}, severity: SEV-1}
            - {name: matched, do: propose, match: {job: billing}, service: "{job}", severity: SEV-1}
            - {name: right, do: attach, service: API, match: {team: b}, severity: SEV-1}
        """;

    assertThat(of(SERVICES + routes).stream().skip(1))
        .containsExactly(
            "Route typed is for the service apu, which is not under services:, so nobody owns it."
                + " Write api, if that is meant.",
            "Route matched is for the service billing, which is not under services:, so nobody owns"
                + " it. Add it there.");
    assertThat(of(routes)).as("where there is no catalogue").hasSize(1);
  }

  @Test
  void whoeverWouldDeclareAndPageNobodyIsTold() throws IOException {
    assertThat(
            pages(
                SERVICES
                    + """
                    rules: []
                    alerts:
                      routes:
                        - {name: a, do: declare, service: db, match: {team: a}, severity: SEV-1}
                        - {name: b, do: declare, service: api, match: {team: b}, severity: SEV-1}
                        - {name: c, do: declare, match: {service: db, x: y}, severity: SEV-1, policy: sre}
                        - {name: d, do: declare, match: {service: db}, severity: SEV-1}
                        - {name: e, do: declare, severity: SEV-1}
                    """))
        .containsExactly(
            "Route a pages nobody: db has no policy. Write policy: for the route or for the"
                + " service.",
            "Route d pages nobody: db has no policy. Write policy: for the route or for the"
                + " service.",
            "Route e pages nobody where the label service names nothing under services:, or one"
                + " without a policy: db.");
    assertThat(pages("alerts: {routes: [{name: f, do: declare, severity: SEV-1}]}"))
        .containsExactly(
            "Route f pages nobody: no service has a policy. Write policy: for the route.");
  }

  @Test
  void whomARulePagesIsNotForgotten() throws IOException {
    String routes =
        """
        alerts:
          routes:
            - {name: a, do: declare, service: db, match: {team: a}, severity: SEV-1}
            - {name: b, do: declare, service: db, match: {team: b}, severity: SEV-4}
            - {name: c, do: declare, service: db}
        """;
    String mend = ": db has no policy. Write policy: for the route or for the service.";

    assertThat(pages("paging: {policies: {commander: {steps: [{user: dana}]}}}\n" + routes))
        .as("by the standard rules")
        .containsExactly(
            "Route b pages nobody" + mend, "Route c pages nobody for SEV-3 or SEV-4" + mend);
    assertThat(
            pages(
                SERVICES
                    + "rules: [{name: dbs, on: declared, when: {service: db}, do: [{page: sre}]}]\n"
                    + routes))
        .as("by a rule for the service")
        .isEmpty();
    assertThat(
            pages(
                """
                paging: {policies: {sre: {steps: [{user: dana}]}}}
                services: {db: {}}
                rules: [{name: dbs, on: declared, when: {service: db}, do: [{page: sre}]}]
                alerts: {routes: [{name: e, do: declare}]}
                """))
        .as("by a rule for a service that an alert may name")
        .containsExactly(
            "Route e pages nobody where the label service names nothing under services:.");
  }

  @Test
  void manyServicesAreCounted() throws IOException {
    assertThat(
            pages(
                """
                paging: {policies: {sre: {steps: [{user: dana}]}}}
                rules: []
                services: {api: {policy: sre}, s1: {}, s2: {}, s3: {}, s4: {}, s5: {}}
                alerts: {routes: [{name: all, do: declare, service: "{job}", severity: SEV-1}]}
                """))
        .containsExactly(
            "Route all pages nobody where the label job names nothing under services:, or one"
                + " without a policy: s1, s2, s3 and 2 more.");
  }

  @Test
  void whatSeverityIsTakenIsTold() throws IOException {
    String routes =
        """
        alerts:
          routes:
            - {name: a, do: propose, match: {team: a}}
            - {name: b, do: attach, match: {team: b}}
            - {name: c, do: ignore, match: {team: c}}
            - {name: d, do: propose, match: {team: d}, severity: {warning: SEV-3}}
            - {name: e, do: propose, match: {team: e}, severity: {critical: SEV-1}}
            - {name: f, do: propose, match: {team: f}, severity: {label: prio, high: SEV-1}}
            - {name: g, do: propose, match: {team: g}, severity: SEV-4}
        """;

    assertThat(of(routes).stream().skip(1))
        .containsExactly(
            "Routes a, b say no severity: the label severity counts where it is one of the scale,"
                + " such as SEV-1, and anything else is SEV-2. So critical is SEV-2. Write"
                + " severity: {label: severity, critical: SEV-1}, if that is meant.",
            "Route d does not say what critical is: it is SEV-2. Write critical: SEV-1 behind its"
                + " severity:, if that is meant.");
    assertThat(
            of(
                    """
                    severities:
                      assumed: minor
                      levels:
                        - {name: major, word: bad, meaning: bad, aliases: [critical]}
                        - {name: minor, word: small, meaning: small}
                    """
                        + "alerts: {routes: [{name: a, do: propose}]}")
                .stream()
                .skip(1))
        .containsExactly(
            "Route a says no severity: the label severity counts where it is one of the scale, such"
                + " as major, and anything else is minor. So critical is major.");
  }

  private List<String> pages(String yaml) throws IOException {
    return of(yaml).stream().filter(line -> line.contains("pages nobody")).toList();
  }

  private List<String> of(String yaml, String... open) throws IOException {
    List<Sender> senders =
        Stream.of("alertmanager", "grafana", "pagerduty", "events")
            .map(name -> new Sender(name, "/hooks/" + name, Arrays.asList(open).contains(name)))
            .toList();
    return new RouteConsequences(new InstallationFile(folder).read(yaml), senders).lines();
  }
}
