package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

class MatrixTest {
  private static final int DRAIN = 25;

  @EachValuesFile
  void everyObjectIsOneOfItsKind(Path values) {
    for (JsonNode object : Chart.of(values).objects()) {
      assertThat(KubernetesSchema.fault(object)).as(Rendered.name(object)).isEmpty();
    }
  }

  @EachValuesFile
  void namesAreShortEnoughAndEachIsThereOnce(Path values) {
    var names = new HashSet<String>();
    for (JsonNode object : Chart.of(values).objects()) {
      assertThat(object.at("/metadata/name").asString())
          .matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
      assertThat(names.add(Rendered.name(object))).as(Rendered.name(object)).isTrue();
      assertThat(object.at("/metadata/labels/app.kubernetes.io~1instance").asString())
          .isEqualTo("evenkeel");
    }
  }

  @EachValuesFile
  void whatSelectsThePodsOfTheServerSelectsNoOthers(Path values) {
    Rendered chart = Chart.of(values);
    Stream<JsonNode> selectors =
        Stream.of(
                chart.all("Service").stream().map(service -> service.at("/spec/selector")),
                chart.all("Deployment").stream().map(it -> it.at("/spec/selector/matchLabels")),
                chart.all("PodDisruptionBudget").stream()
                    .map(budget -> budget.at("/spec/selector/matchLabels")),
                chart
                    .server()
                    .spec()
                    .path("topologySpreadConstraints")
                    .valueStream()
                    .map(spread -> spread.at("/labelSelector/matchLabels")))
            .flatMap(all -> all);

    selectors.forEach(selector ->
        assertThat(chart.pods().stream().filter(pod -> pod.matches(selector)))
            .as(selector.toString())
            .extracting(Rendered.Template::workload)
            .containsExactly(Rendered.name(chart.one("Deployment"))));
  }

  @EachValuesFile
  void everyPolicyOfTheBotSelectsOnePodAndEveryPodHasOne(Path values) {
    Rendered chart = Chart.of(values);
    Set<String> covered =
        chart.all("NetworkPolicy").stream()
            .map(policy -> policy.at("/spec/podSelector/matchLabels"))
            .flatMap(labels -> chart.pods().stream().filter(pod -> pod.matches(labels)))
            .map(Rendered.Template::workload)
            .collect(Collectors.toSet());
    Set<String> all =
        chart.pods().stream()
            .map(Rendered.Template::workload)
            .filter(workload -> !workload.startsWith("Pod "))
            .collect(Collectors.toSet());

    assertThat(covered).isEqualTo(chart.has("NetworkPolicy") ? all : Set.of());
  }

  @EachValuesFile
  void everyPortThatIsNamedIsThere(Path values) {
    Rendered chart = Chart.of(values);
    var ports = new TreeSet<>(chart.server().container().at("/ports").findValuesAsString("name"));

    for (JsonNode service : chart.all("Service")) {
      assertThat(service.findValuesAsString("targetPort")).isSubsetOf(ports);
    }
    for (String probe : Set.of("startupProbe", "livenessProbe", "readinessProbe")) {
      JsonNode asked = chart.server().container().path(probe).path("httpGet");
      assertThat(asked.path("port").asString()).isEqualTo("management").isIn(ports);
    }
    for (JsonNode ingress : chart.all("Ingress")) {
      JsonNode backend = ingress.at("/spec/rules/0/http/paths/0/backend/service");
      assertThat(chart.named("Service", backend.path("name").asString()).findValuesAsString("name"))
          .contains(backend.at("/port/name").asString());
    }
    for (JsonNode route : chart.all("HTTPRoute")) {
      JsonNode backend = route.at("/spec/rules/0/backendRefs/0");
      assertThat(chart.named("Service", backend.path("name").asString()).at("/spec/ports/0/port"))
          .isEqualTo(backend.path("port"));
    }
  }

  @EachValuesFile
  void everyMountHasItsVolumeAndEveryVolumeItsObject(Path values) {
    Rendered chart = Chart.of(values);
    for (var pod : chart.pods()) {
      var volumes = new TreeSet<String>();
      pod.spec().path("volumes").forEach(volume -> volumes.add(volume.path("name").asString()));
      var mounts = new TreeSet<String>();
      pod.container()
          .path("volumeMounts")
          .forEach(mount -> assertThat(mounts.add(mount.path("name").asString())).isTrue());

      assertThat(mounts).as(pod.workload()).isEqualTo(volumes);
      pod.spec().path("volumes").findValues("configMap").stream()
          .map(map -> map.path("name").asString())
          .filter(name -> !name.equals("ca"))
          .forEach(name -> assertThat(chart.named("ConfigMap", name)).isNotNull());
    }
  }

  @EachValuesFile
  void aPodThatIsStoppedHasTimeToDrain(Path values) {
    var server = Chart.of(values).server();
    int waits = server.container().at("/lifecycle/preStop/sleep/seconds").asInt(0);

    assertThat(server.spec().path("terminationGracePeriodSeconds").asInt() - waits)
        .isGreaterThanOrEqualTo(DRAIN);
  }

  @EachValuesFile
  void theBudgetLeavesAReplica(Path values) {
    Rendered chart = Chart.of(values);
    int replicas = chart.one("Deployment").at("/spec/replicas").asInt();

    for (JsonNode budget : chart.all("PodDisruptionBudget")) {
      assertThat(budget.at("/spec/maxUnavailable").asInt()).isBetween(1, replicas - 1);
    }
    assertThat(chart.has("PodDisruptionBudget")).isEqualTo(replicas > 1);
  }

  @EachValuesFile
  void noSecretIsInAConfigMapOrMadeByTheChart(Path values) {
    Rendered chart = Chart.of(values);

    assertThat(chart.has("Secret")).isFalse();
    assertThat(chart.all("ConfigMap"))
        .noneMatch(map -> map.toString().matches("(?s).*(xox[a-z]-|xapp-|password:).*"));
  }
}
