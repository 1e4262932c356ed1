package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ChartTest {
  private static final Path SOURCE = Path.of("..", "helm").toAbsolutePath().normalize();
  private static final Helm CHART = new Helm(SOURCE);
  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir private Path scratch;

  @Test
  void strictLintFindsNothing() {
    var result = CHART.lint().strict().call();

    assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
  }

  @Test
  void theDefaultsRenderADeploymentAServiceAndAnAccount() {
    assertThat(render(template()).stream().map(object -> object.at("/kind").asString()))
        .containsExactlyInAnyOrder("Deployment", "Service", "ServiceAccount");
  }

  @Test
  void theServerGetsItsEnvironmentFromTheSecretAndNotTheOwnersPassword() {
    JsonNode server = container(one("Deployment"));

    assertThat(names(server))
        .contains(
            "PORT",
            "MANAGEMENT_PORT",
            "DATABASE_URL",
            "DATABASE_USER",
            "DATABASE_PASSWORD",
            "DATABASE_POOL_SIZE",
            "SLACK_BOT_TOKEN",
            "SLACK_SIGNING_SECRET",
            "SLACK_SIGNING_SECRET_PREVIOUS",
            "SLACK_APP_TOKEN",
            "EVENKEEL_API_TOKEN")
        .doesNotContain("DATABASE_OWNER_USER", "DATABASE_OWNER_PASSWORD");
    assertThat(variable(server, "SLACK_BOT_TOKEN").at("/valueFrom/secretKeyRef/name").asString())
        .isEqualTo("evenkeel");
    assertThat(
            variable(server, "SLACK_APP_TOKEN").at("/valueFrom/secretKeyRef/optional").asBoolean())
        .isTrue();
    assertThat(server.at("/args/0").asString()).isEqualTo("serve");
  }

  @Test
  void healthAndReadinessAreProbed() {
    JsonNode server = container(one("Deployment"));

    assertThat(server.at("/livenessProbe/httpGet/path").asString()).isEqualTo("/healthz");
    assertThat(server.at("/readinessProbe/httpGet/path").asString()).isEqualTo("/readyz");
    assertThat(server.at("/readinessProbe/httpGet/port").asString()).isEqualTo("http");
  }

  @Test
  void aPodThatIsStoppedIsLeftAloneFirstAndThenHasTimeToDrain() {
    JsonNode server = one(render(template().withKubeVersion("1.31.0")), "Deployment");
    int before = container(server).at("/lifecycle/preStop/sleep/seconds").asInt();
    int all = server.at("/spec/template/spec/terminationGracePeriodSeconds").asInt();

    assertThat(before).isPositive();
    assertThat(all - before).isGreaterThan(25);
    assertThat(container(one("Deployment")).has("lifecycle"))
        .as("before Kubernetes 1.30")
        .isFalse();
  }

  @Test
  void everyPodIsRestricted() throws IOException {
    for (JsonNode workload : List.of(one("Deployment"), migration())) {
      JsonNode pod = workload.at("/spec/template/spec");
      JsonNode container = pod.at("/containers/0/securityContext");

      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod.at("/securityContext/seccompProfile/type").asString())
          .isEqualTo("RuntimeDefault");
      assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
      assertThat(container.at("/allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(container.at("/readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(container.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
    }
  }

  @Test
  void theSchemaIsMigratedBeforeAnInstallAndAnUpgradeWithTheOwnersPassword() throws IOException {
    JsonNode job = migration();

    assertThat(job.at("/metadata/annotations/shown.sh~1hook").asString())
        .isEqualTo("pre-install,pre-upgrade");
    assertThat(container(job).at("/args/0").asString()).isEqualTo("migrate");
    assertThat(names(container(job)))
        .contains("DATABASE_URL", "DATABASE_OWNER_USER", "DATABASE_OWNER_PASSWORD")
        .noneMatch(name -> name.startsWith("SLACK"));
    assertThat(render(shown().template().withName("evenkeel").set("migration.enabled", "false")))
        .isNotEmpty()
        .noneMatch(object -> object.at("/kind").asString().equals("Job"));
  }

  @Test
  void theServiceReachesTheServerAndNotTheMigration() throws IOException {
    JsonNode selector = one("Service").at("/spec/selector");
    JsonNode server = one("Deployment").at("/spec/template/metadata/labels");

    assertThat(selector.properties()).isNotEmpty();
    assertThat(server.properties()).containsAll(selector.properties());
    assertThat(migration().at("/spec/template/metadata/labels/app.kubernetes.io~1name").asString())
        .isNotEqualTo(selector.at("/app.kubernetes.io~1name").asString());
  }

  @Test
  void settingsBecomeAFileThatTheServerReads() {
    var objects = render(template().set("config.channels.announcements", "incidents"));
    JsonNode map = one(objects, "ConfigMap");
    JsonNode server = container(one(objects, "Deployment"));

    assertThat(YAML.readTree(map.at("/data/evenkeel.yaml").asString()))
        .isEqualTo(YAML.readTree("channels: {announcements: incidents}"));
    assertThat(variable(server, "EVENKEEL_CONFIG").at("/value").asString())
        .startsWith(server.at("/volumeMounts/1/mountPath").asString());
  }

  @Test
  void aValueThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> template().set("replica", "2").call()).hasMessageContaining("replica");
    assertThatThrownBy(() -> template().set("secret", "").call()).hasMessageContaining("secret");
  }

  private JsonNode migration() throws IOException {
    return one(render(shown().template().withName("evenkeel").withNamespace("ops")), "Job");
  }

  /**
   * The same chart with its hooks as plain objects: this Helm leaves hooks out of what it prints.
   */
  private Helm shown() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = scratch.resolve(SOURCE.relativize(file).toString());
        Files.createDirectories(directory(copy));
        Files.writeString(copy, Files.readString(file).replace("helm.sh/hook", "shown.sh/hook"));
      }
    }
    return new Helm(scratch);
  }

  private static Path directory(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  private static TemplateCommand template() {
    return CHART.template().withName("evenkeel").withNamespace("ops");
  }

  private static List<JsonNode> render(TemplateCommand command) {
    var objects = new ArrayList<JsonNode>();
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(command.call())) {
      documents.forEachRemaining(objects::add);
    }
    objects.removeIf(object -> object == null || object.isNull() || object.isEmpty());
    return objects;
  }

  private static JsonNode one(String kind) {
    return one(render(template()), kind);
  }

  private static JsonNode one(List<JsonNode> objects, String kind) {
    return objects.stream()
        .filter(object -> object.at("/kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode container(JsonNode workload) {
    return workload.at("/spec/template/spec/containers/0");
  }

  private static Stream<JsonNode> variables(JsonNode container) {
    return StreamSupport.stream(container.at("/env").spliterator(), false);
  }

  private static List<String> names(JsonNode container) {
    return variables(container).map(variable -> variable.at("/name").asString()).toList();
  }

  private static JsonNode variable(JsonNode container, String name) {
    return variables(container)
        .filter(variable -> variable.at("/name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
