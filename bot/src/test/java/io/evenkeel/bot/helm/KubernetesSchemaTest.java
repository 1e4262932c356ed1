package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The check of the other tests finds what is wrong. */
class KubernetesSchemaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "default | Deployment | /spec/template/spec/containers/0 | imag: a | imag",
        "default | Deployment | /spec | replicas: two | two",
        "default | Deployment | /spec | replicas: '2' | replicas",
        "default | Job | /spec/template/spec/containers/0/securityContext | runAsRoot: true |"
            + " runAsRoot",
        "default | NetworkPolicy | /spec | policyType: [Egress] | policyType",
        "default | PodDisruptionBudget | /spec | selectors: {} | selectors",
        "monitoring | ServiceMonitor | /spec/endpoints/0 | intervals: 30s | intervals",
        "monitoring | PrometheusRule | /spec/groups/0/rules/0 | exp: up | exp",
        "own-postgres | HTTPRoute | /spec | hostname: a | hostname",
        "own-postgres | Cluster | /spec/postgresql/synchronous | methods: any | methods",
        "own-postgres | Cluster | /spec/postgresql/synchronous | method: all | method",
      })
  void aFieldThatIsNotThereOrOfAnotherTypeIsFound(
      String values, String kind, String at, String wrong, String told) {
    Rendered chart = values.startsWith("own") ? Chart.example(values) : Chart.of(values);
    JsonNode object = chart.one(kind).deepCopy();
    Chart.YAML.readerForUpdating(object.at(at)).readValue(wrong);

    assertThat(KubernetesSchema.fault(object))
        .hasValueSatisfying(it -> assertThat(it).contains(told));
  }

  @ParameterizedTest
  @CsvSource({"Deployment, selector", "Job, template", "Cluster, instances"})
  void whatHasToBeThereIsMissed(String kind, String field) {
    JsonNode object = Chart.of("everything").one(kind).deepCopy();
    ((ObjectNode) object.path("spec")).remove(field);

    assertThat(KubernetesSchema.fault(object))
        .hasValueSatisfying(it -> assertThat(it).contains(field));
  }
}
