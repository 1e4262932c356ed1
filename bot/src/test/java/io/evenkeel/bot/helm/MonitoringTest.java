package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MonitoringTest {
  private static final Path FILES = Chart.SOURCE.resolve("files");

  @Test
  void theRulesReachPrometheusAsTheyStandInTheFile() throws IOException {
    JsonNode rule = Chart.of("monitoring").one("PrometheusRule");
    String file = Files.readString(FILES.resolve("rules.yaml"));

    assertThat(rule.path("spec")).isEqualTo(Chart.YAML.readTree(file));
    assertThat(rule.path("spec").toString()).contains("{{ $");
    assertThat(rule.at("/metadata/labels/release").asString()).isEqualTo("kube-prometheus-stack");
  }

  @Test
  void theDashboardsReachGrafanaAsTheyStandInTheirFiles() throws IOException {
    JsonNode map = Chart.of("monitoring").named("ConfigMap", "evenkeel-dashboards");

    assertThat(map.at("/metadata/labels/grafana_dashboard").asString()).isEqualTo("1");
    try (Stream<Path> files = Files.list(FILES.resolve("dashboards"))) {
      for (Path file : files.toList()) {
        String kept = map.path("data").path(String.valueOf(file.getFileName())).asString();
        assertThat(new JsonMapper().readTree(kept))
            .isEqualTo(new JsonMapper().readTree(Files.readString(file)));
      }
    }
  }

  @Test
  void theMonitorFindsThePortThatHasTheMetrics() {
    Rendered chart = Chart.of("monitoring");
    JsonNode monitor = chart.one("ServiceMonitor").path("spec");
    JsonNode service = chart.named("Service", "evenkeel-management");

    assertThat(service.at("/metadata/labels").properties())
        .containsAll(monitor.at("/selector/matchLabels").properties());
    assertThat(chart.named("Service", "evenkeel").at("/metadata/labels").properties())
        .doesNotContainAnyElementsOf(
            Stream.of(monitor.at("/selector/matchLabels/app.kubernetes.io~1component"))
                .map(component -> Map.entry("app.kubernetes.io/component", component))
                .toList());
    assertThat(service.at("/spec/ports").findValuesAsString("name"))
        .containsExactly(monitor.at("/endpoints/0/port").asString());
    assertThat(monitor.at("/endpoints/0/interval").asString()).isEqualTo("15s");
    assertThat(monitor.at("/endpoints/0/honorLabels").asBoolean())
        .as("evenkeel_maintenance{service=\"api\"} stays so")
        .isTrue();
  }

  @Test
  void theyComeByThemselvesWhereTheClusterKnowsThem() {
    Rendered known =
        Chart.rendered(
            Chart.changed(
                "operator",
                text -> text.replace("Has \"monitoring.coreos.com/v1\"", "Has \"v1\"")));

    assertThat(known.has("ServiceMonitor")).isTrue();
    assertThat(known.has("PrometheusRule")).isTrue();
    assertThat(Chart.standard().has("ServiceMonitor")).isFalse();
    assertThat(Chart.standard().has("PrometheusRule")).isFalse();
    assertThat(Chart.standard().has("ConfigMap")).isFalse();
  }
}
