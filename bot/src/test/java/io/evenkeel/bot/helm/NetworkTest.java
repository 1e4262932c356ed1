package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nothing comes in and nothing goes out but what is listed. */
class NetworkTest {
  private static final Rendered CHART = Chart.standard();
  private static final JsonNode POLICY = CHART.named("NetworkPolicy", "evenkeel").path("spec");

  @Test
  void bothWaysAreClosedBut() {
    for (JsonNode policy : CHART.all("NetworkPolicy")) {
      assertThat(policy.at("/spec/policyTypes").valueStream().map(JsonNode::asString))
          .containsExactly("Ingress", "Egress");
    }
  }

  @Test
  void requestsComeFromTheIngressControllerAndTheTestAlone() {
    JsonNode rule = POLICY.at("/ingress/0");

    assertThat(rule.at("/ports").findValuesAsString("port")).containsExactly("http");
    assertThat(namespaces(rule.path("from"))).containsExactly("ingress-nginx");
    assertThat(rule.path("from").findValuesAsString("app.kubernetes.io/component"))
        .containsExactly("test");
    assertThat(namespaces(Chart.example("own-postgres").named("NetworkPolicy", "evenkeel")))
        .as("a gateway's namespace")
        .contains("gateways");
  }

  @Test
  void metricsAreReadFromTheNamespaceThatWatches() {
    JsonNode rule = POLICY.at("/ingress/1");

    assertThat(rule.at("/ports").findValuesAsString("port")).containsExactly("management");
    assertThat(namespaces(rule)).containsExactly("monitoring");
    assertThat(POLICY.path("ingress").size()).isEqualTo(2);
  }

  @Test
  void itGoesOutForNamesForPostgresAndForHttpsOutside() {
    assertThat(POLICY.path("egress").valueStream())
        .extracting(rule -> rule.path("ports").findValuesAsString("port"))
        .containsExactly(List.of("53", "53"), List.of("5432"), List.of("443"));
    assertThat(namespaces(POLICY.at("/egress/0"))).containsExactly("kube-system");
    assertThat(POLICY.at("/egress/2/to/0/ipBlock/except").valueStream().map(JsonNode::asString))
        .as("no service inside, and no metadata of the cloud")
        .contains("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");
  }

  @Test
  void theMigrationReachesPostgresAndNothingElseAndItsPolicyIsThereBeforeIt() {
    JsonNode policy = CHART.named("NetworkPolicy", "evenkeel-migrate");

    assertThat(policy.at("/spec/egress").findValuesAsString("port"))
        .containsExactly("53", "53", "5432");
    assertThat(policy.at("/spec/ingress").isMissingNode()).isTrue();
    assertThat(policy.at("/metadata/annotations/shown.sh~1hook-weight").asString()).isEqualTo("-5");
  }

  @Test
  void aDatabaseOfItsOwnIsReachedByTheBotTheMigrationAndItsOperator() {
    Rendered chart = Chart.example("own-postgres");
    JsonNode policy = chart.named("NetworkPolicy", "evenkeel-db").path("spec");

    assertThat(policy.at("/ingress/0").findValuesAsString("app.kubernetes.io/component"))
        .containsExactly("server", "migration", "verify");
    assertThat(namespaces(policy.at("/ingress/1"))).containsExactly("cnpg-system");
    assertThat(chart.named("NetworkPolicy", "evenkeel").at("/spec/egress/1/to").toString())
        .isEqualTo("[{\"podSelector\":{\"matchLabels\":{\"cnpg.io/cluster\":\"evenkeel-db\"}}}]");
  }

  private static List<String> namespaces(JsonNode rule) {
    return rule.findValuesAsString("kubernetes.io/metadata.name");
  }
}
