package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChartTest {
  @Test
  void strictLintFindsNothing() {
    var result = new Helm(Chart.SOURCE).lint().strict().call();

    assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
  }

  @Test
  void theDefaultsRenderTheBotAndWhatKeepsIt() {
    assertThat(Chart.standard().objects())
        .extracting(Rendered::name)
        .containsExactlyInAnyOrder(
            "CronJob evenkeel-verify",
            "Deployment evenkeel",
            "Job evenkeel-migrate",
            "NetworkPolicy evenkeel",
            "NetworkPolicy evenkeel-migrate",
            "NetworkPolicy evenkeel-verify",
            "Pod evenkeel-test",
            "PodDisruptionBudget evenkeel",
            "Service evenkeel",
            "Service evenkeel-management",
            "ServiceAccount evenkeel");
  }

  @Test
  void atLeastTwoReplicasStandApart() {
    JsonNode deployment = Chart.standard().one("Deployment");

    assertThat(deployment.at("/spec/replicas").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1)).isZero();
    assertThat(
            deployment
                .at("/spec/template/spec/topologySpreadConstraints")
                .findValuesAsString("topologyKey"))
        .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
  }

  @Test
  void healthAndReadinessAreProbedWhereMetricsAre() {
    JsonNode server = Chart.standard().server().container();

    assertThat(server.at("/livenessProbe/httpGet/path").asString()).isEqualTo("/healthz");
    assertThat(server.at("/startupProbe/httpGet/path").asString()).isEqualTo("/healthz");
    assertThat(server.at("/readinessProbe/httpGet/path").asString()).isEqualTo("/readyz");
    assertThat(Chart.standard().server().environment()).containsEntry("MANAGEMENT_PORT", "3001");
    assertThat(Chart.standard().named("Service", "evenkeel").findValuesAsString("targetPort"))
        .containsExactly("http");
  }

  @Test
  void trafficIsLedElsewhereFirstWhereKubernetesCanWait() {
    assertThat(waits("1.30.0")).isTrue();
    assertThat(waits("1.29.0")).isFalse();
  }

  @Test
  void theSchemaIsMigratedBeforeAnInstallAndAnUpgradeByTheOwner() {
    Rendered chart = Chart.standard();

    assertThat(chart.one("Job").at("/metadata/annotations/shown.sh~1hook").asString())
        .isEqualTo("pre-install,pre-upgrade");
    assertThat(chart.migration().container().at("/args/0").asString()).isEqualTo("migrate");
    assertThat(chart.migration().environment())
        .containsOnlyKeys(
            "DATABASE_URL", "DATABASE_USER", "DATABASE_OWNER_USER", "DATABASE_OWNER_PASSWORD");
  }

  @Test
  void eachNightTheChainsAreVerifiedByTheBotsRole() {
    var verification = Chart.standard().verification();

    assertThat(verification.container().at("/args/0").asString()).isEqualTo("verify");
    assertThat(verification.environment())
        .containsOnlyKeys("DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD");
    assertThat(Chart.example("own-postgres").verification().environment())
        .containsEntry("DATABASE_USER", "evenkeel-bot/username")
        .containsKey("DATABASE_URL");
  }

  @Test
  void theServerNeverSeesTheOwnersPassword() {
    assertThat(Chart.standard().server().environment().keySet())
        .contains("DATABASE_USER", "DATABASE_PASSWORD", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET")
        .noneMatch(name -> name.contains("OWNER"));
    assertThat(Chart.of("files").server().environment().values())
        .noneMatch(value -> value.contains("vault-evenkeel-owner"));
  }

  @Test
  void secretsCanBeFilesWhichNoVariableShows() {
    var server = Chart.of("files").server();

    assertThat(server.environment())
        .containsEntry("SLACK_BOT_TOKEN_FILE", "/run/secrets/evenkeel/SLACK_BOT_TOKEN")
        .doesNotContainKey("SLACK_BOT_TOKEN");
    assertThat(server.files())
        .containsEntry("SLACK_SIGNING_SECRET_PREVIOUS", "vault-evenkeel/old-signing-secret")
        .containsEntry("PAGERDUTY_PAYMENTS_KEY", "vault-evenkeel/pagerduty-payments");
    assertThat(Chart.of("files").migration().files())
        .containsEntry("DATABASE_OWNER_PASSWORD", "vault-evenkeel-owner/DATABASE_OWNER_PASSWORD");
    assertThat(server.container().toString()).doesNotContain("secretKeyRef");
  }

  @Test
  void socketModeNeedsItsTokenAndNoSignatures() {
    assertThat(Chart.example("socket-mode").server().environment())
        .containsEntry("SLACK_APP_TOKEN", "evenkeel/SLACK_APP_TOKEN")
        .doesNotContainKey("SLACK_SIGNING_SECRET");
  }

  @Test
  void oneRoleMayBeAll() {
    assertThat(Chart.example("socket-mode").migration().environment())
        .containsOnlyKeys("DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD");
  }

  @Test
  void settingsAreAFileAndAChangeOfThemRestartsThePods() {
    Rendered one = Chart.rendered(Chart.template().set("config.channels.announcement", "a"));
    Rendered two = Chart.rendered(Chart.template().set("config.channels.announcement", "b"));

    assertThat(Chart.YAML.readTree(one.one("ConfigMap").at("/data/evenkeel.yaml").asString()))
        .isEqualTo(Chart.YAML.readTree("channels: {announcement: a}"));
    assertThat(one.server().metadata().at("/annotations/checksum~1config"))
        .isNotEqualTo(two.server().metadata().at("/annotations/checksum~1config"))
        .isEqualTo(
            Chart.rendered(Chart.template().set("config.channels.announcement", "a"))
                .server()
                .metadata()
                .at("/annotations/checksum~1config"));
  }

  @Test
  void linksLeadToTheHostOfTheRoute() {
    assertThat(Chart.example("external-postgres").server().environment())
        .containsEntry("BASE_URL", "https://evenkeel.example.org");
    assertThat(Chart.example("own-postgres").server().environment())
        .containsEntry("BASE_URL", "https://evenkeel.example.org");
    assertThat(Chart.standard().server().environment()).doesNotContainKey("BASE_URL");
  }

  @Test
  void theProxyThatTheChartPutsBeforeTheBotIsTrustedAndNoOther() {
    assertThat(Chart.example("external-postgres").server().environment())
        .containsEntry("TRUSTED_PROXIES", "1");
    assertThat(Chart.of("everything").server().environment()).containsEntry("TRUSTED_PROXIES", "2");
    assertThat(Chart.standard().server().environment()).doesNotContainKey("TRUSTED_PROXIES");
  }

  @Test
  void theTestAsksTheServiceWhetherItIsReady() {
    JsonNode pod = Chart.standard().one("Pod");

    assertThat(pod.at("/metadata/annotations/shown.sh~1hook").asString()).isEqualTo("test");
    assertThat(pod.at("/spec/containers/0/command").valueStream().map(JsonNode::asString))
        .startsWith("wget")
        .endsWith("http://evenkeel:80/readyz");
  }

  @Test
  void templatesKeepTheirFoldersAndTheirBraces() {
    Rendered chart = Chart.of("exports");
    JsonNode map = chart.named("ConfigMap", "evenkeel-templates");

    assertThat(map.at("/data/messages.update.md").asString())
        .isEqualTo("{{ title }} is {{ status }}");
    assertThat(chart.server().spec().path("volumes").findValues("items"))
        .anyMatch(items -> items.toString().contains("\"path\":\"messages/update.md\""));
    assertThat(chart.server().environment()).containsKeys("TEMPLATES_DIR", "EXPORT_DIR");
  }

  private static boolean waits(String kubernetes) {
    var chart = Chart.rendered(Chart.template().withKubeVersion(kubernetes));
    return List.copyOf(chart.server().container().propertyNames()).contains("lifecycle");
  }
}
