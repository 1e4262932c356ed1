package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Parsed;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evenkeel service} and {@code evenkeel runbook}: no database. */
final class ServiceCommandTest extends Terminal {
  private static final String BACKSTAGE =
      """
      # a comment
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: api
        title: Payments API
        annotations:
          evenkeel/channel: "#payments-team"
          evenkeel/policy: payments
        links:
          - {url: "https://wiki.example.org/api-down", title: Runbook}
      spec:
        type: service
        lifecycle: production
        owner: group:default/payments
        dependsOn: [resource:default/orders-db, "component:cache", "api:default/rates", ghost]
      ---
      apiVersion: backstage.io/v1beta1
      kind: Resource
      metadata: {name: orders-db}
      spec: {type: database, owner: sre}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: cache}
      spec: {type: service, lifecycle: production, owner: "Team \\"Fast\\"", dependencyOf: [component:api]}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: payments}
      spec: {type: team, children: []}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      """;

  @TempDir Path directory;

  @Test
  void backstageIsPrintedAsSettingsThatTheBotTakes() throws IOException {
    Path file = write("catalog-info.yaml", BACKSTAGE);

    assertThat(cli(Map.of()).run("service", "import", file.toString())).isEqualTo(1);

    assertThat(out())
        .isEqualTo(
            """
            services:
              api:
                # Payments API, lifecycle production
                owner: payments
                channel: payments-team
                depends_on: [orders-db, cache]
                # runbook: https://wiki.example.org/api-down
                # policy: payments   (add it under paging: policies: or oncall: first)
              orders-db:
                owner: sre
              cache:
                # lifecycle production
                owner: "Team \\"Fast\\""
            """);
    assertThat(err())
        .contains(
            "api has \"api:default/rates\" in spec.dependsOn, which is no service",
            "document 5: apiVersion is \"v1\", not backstage.io/v1alpha1",
            "api depends on ghost, which none of these files describes: left out.",
            "Services: 3.");
    Catalogue read = settings(out()).signals().services();
    assertThat(read.all()).extracting(Service::name).containsExactly("api", "orders-db", "cache");
    assertThat(read.all().getFirst().dependencies()).containsExactly("orders-db", "cache");
  }

  @Test
  void hostileYamlIsAnswered() throws IOException {
    for (String text :
        List.of(
            "[".repeat(50_000),
            "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
            """
            kind: Component
            apiVersion: backstage.io/v1alpha1
            metadata: [list]
            """,
            """
            kind: Component
            apiVersion: backstage.io/v1alpha1
            metadata: {name: "<!channel>"}
            """,
            "kind: [Component]\n",
            "just a text",
            "\u0000")) {
      Path file = write("catalog-info.yaml", text);
      assertThat(cli(Map.of()).run("service", "import", file.toString()))
          .as(text.substring(0, Math.min(30, text.length())))
          .isEqualTo(2);
    }
    assertThat(out()).isEmpty();
    assertThat(cli(Map.of()).run("service", "import", directory.resolve("none").toString()))
        .isEqualTo(2);
    assertThat(err()).contains("none cannot be read");
  }

  @Test
  void whatServicesLackIsListedWithWhatToWrite() throws IOException {
    Files.createDirectory(directory.resolve("runbooks"));
    write("runbooks/api-down.md", "---\nservices: [api]\n---\n# Down\n## Diagnosis\n- Look\n");
    Path file =
        write(
            "evenkeel.yaml",
            """
            oncall:
              sre: {zone: UTC, starts: 2026-01-05, layers: [{people: [alice]}]}
            services:
              web: {tier: 3}
              api: {tier: 1, owner: sre, policy: sre, slos: [fast], recovery_tested: 2026-11-02}
            runbooks: runbooks
            """);

    assertThat(cli(Map.of("EVENKEEL_CONFIG", file.toString())).run("service", "readiness"))
        .isEqualTo(1);

    assertThat(out())
        .isEqualTo(
            """
            web (tier 3): nobody owns it. Write owner: a team's name or @group
            web (tier 3): nobody is called for it. Write policy: a paging policy or a schedule
            web (tier 3): no runbook is for it. Write runbooks: [name], or a runbook whose services: names it
            web (tier 3): no objective is set. Write slos: [name], or an objective for it
            web (tier 3): its recovery was not tested this quarter. Write recovery_tested: the day, once it was
            """);
    assertThat(err()).isEqualTo("1 of 2 services lack something.\n");
  }

  @Test
  void withoutServicesItIsSaidHowToWriteThem() {
    assertThat(cli(Map.of()).run("service", "readiness")).isEqualTo(2);
    assertThat(err()).contains("evenkeel service import catalog-info.yaml");
    assertThat(cli(Map.of()).run("service")).isEqualTo(2);
    assertThat(cli(Map.of()).run("runbook")).isEqualTo(2);
  }

  @Test
  void runbooksAreLinted() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("runbooks"));
    write("runbooks/api-down.md", "# Down\n## Diagnosis\n- Look\n");

    assertThat(cli(Map.of()).run("runbook", "lint", folder.toString())).isEqualTo(1);
    assertThat(out().lines().toList())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).startsWith(folder + "/api-down.md"))
        .anySatisfy(line -> assertThat(line).contains("has no heading \"## Symptoms\""));
    assertThat(err()).isEqualTo("Runbooks: 1. Findings: 4.\n");
    assertThat(cli(Map.of()).run("runbook", "lint", directory.resolve("no").toString()))
        .isEqualTo(2);
  }

  @Test
  void theExamplesInTheDocumentationAreWholeAndTaken() {
    Path docs = Path.of("..", "docs");

    assertThat(cli(Map.of()).run("runbook", "lint", docs.resolve("runbooks").toString()))
        .as(out())
        .isZero();
    assertThat(
            cli(Map.of("EVENKEEL_CONFIG", docs.resolve("services.yaml").toString()))
                .run("config", "check"))
        .as(out() + err())
        .isZero();
    assertThat(out())
        .contains(
            "Service api, tier 1: owned by payments, called by payments, needs db, cache, runbooks"
                + " database-connections");
  }

  private Installation settings(String yaml) throws IOException {
    Path file = write("imported.yaml", yaml);
    return ((Parsed.Ready<Installation>)
            Installation.parse(Map.of("EVENKEEL_CONFIG", file.toString())))
        .value();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
