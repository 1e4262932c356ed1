package io.evenkeel.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.drill.Experiment;
import io.evenkeel.drill.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExperimentFolderTest {
  private static final Path EXAMPLES = Path.of("../docs/experiments");

  @TempDir Path directory;

  @Test
  void theExamplesAreFine() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      List<ExperimentFolder.Read> read =
          files
              .filter(one -> one.toString().endsWith(".yaml"))
              .map(ExperimentFolder::read)
              .toList();
      assertThat(read).hasSizeGreaterThanOrEqualTo(3);
      assertThat(read).allSatisfy(one -> assertThat(one.faults()).isEmpty());
      assertThat(read).allSatisfy(one -> assertThat(one.experiment()).isNotNull());
    }
  }

  @Test
  void whatIsAppliedInAnExampleIsTakenBackByTheSameName() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
        Experiment example = Objects.requireNonNull(ExperimentFolder.read(file).experiment());
        assertThat(commands(example.rollback()))
            .containsAll(
                commands(example.perturbation()).stream()
                    .filter(command -> command.startsWith("kubectl apply "))
                    .map(command -> command.replace(" apply ", " delete "))
                    .toList());
      }
    }
  }

  private static List<String> commands(List<Step> steps) {
    return steps.stream().map(Step::run).filter(Objects::nonNull).toList();
  }

  @Test
  void anExperimentRefersToAFileOfChaosMeshThatIsShownAndNotRun() throws IOException {
    Files.writeString(
        directory.resolve("kill.yaml"),
        """
        apiVersion: chaos-mesh.org/v1alpha1
        kind: PodChaos
        metadata: {name: kill-primary}
        spec:
          action: pod-kill
          mode: one
          selector: {namespaces: [evenkeel], labelSelectors: {role: primary}}
        """);
    ExperimentFolder.Read read =
        ExperimentFolder.read(
            file(
                """
                name: failover
                title: The primary dies
                hypothesis: All goes on.
                steady_state:
                  - {name: up, promql: up, between: [0.5, 1], tolerate: 30s}
                perturbation:
                  - {do: Kill it, chaos_mesh: kill.yaml}
                abort_if: [Customers call]
                rollback: []
                observe: 2m
                """));
    assertThat(read.faults()).isEmpty();
    Experiment experiment = Objects.requireNonNull(read.experiment());
    assertThat(experiment.perturbation().getFirst().words())
        .isEqualTo(
            "Kill it (Chaos Mesh PodChaos kill-primary: pod-kill, one in evenkeel on"
                + " role=primary). To copy: kubectl apply -f kill.yaml");
    assertThat(experiment.observe()).isEqualTo(Duration.ofMinutes(2));
    assertThat(ExperimentFolder.read(directory.resolve("kill.yaml")).other())
        .startsWith("Chaos Mesh PodChaos kill-primary");
  }

  @Test
  void aFileOfChaosToolkitIsKnownAsSuch() throws IOException {
    Path other = directory.resolve("toolkit.json");
    Files.writeString(
        other,
        """
        {"version": "1.0.0", "title": "Website survives", "description": "x",
         "method": [{"type": "action", "name": "stop"}, {"type": "probe", "name": "see"}],
         "rollbacks": [{"type": "action", "name": "start"}]}
        """);
    assertThat(ExperimentFolder.read(other).other())
        .isEqualTo("Chaos Toolkit “Website survives”: 1 action, 1 to roll back");
  }

  @Test
  void whatIsWrongIsSaidWithItsPlaceAndItsMend() throws IOException {
    ExperimentFolder.Read read =
        ExperimentFolder.read(
            file(
                """
                name: Fail Over
                titel: The primary dies
                hypothesis: All goes on.
                steady_state:
                  - {name: up, promql: up}
                  - {name: up, promql: up, at_least: many}
                perturbation:
                  - {do: Kill it, chaos_mesh: missing.yaml}
                """));
    assertThat(read.experiment()).isNull();
    assertThat(read.faults().stream().map(Fault::toString).toList())
        .anyMatch(one -> one.contains("(titel) is unknown. Known here: name, title"))
        .anyMatch(one -> one.contains("(name) is \"Fail Over\". Write lower-case words"))
        .anyMatch(one -> one.contains("(steady_state → 1) has no bound. Write at_least:"))
        .anyMatch(one -> one.contains("(steady_state → 2 → name) is used twice"))
        .anyMatch(one -> one.contains("(steady_state → 2 → at_least) is no number"))
        .anyMatch(one -> one.contains("(rollback) is missing"))
        .anyMatch(one -> one.contains("names \"missing.yaml\", which is no file of Chaos Mesh"));
  }

  @Test
  void whatIsNoYamlIsSaidWithItsLine() throws IOException {
    assertThat(ExperimentFolder.read(file("name: a\n  b: [")).faults())
        .singleElement()
        .satisfies(one -> assertThat(one.wrong()).startsWith("is no YAML: "));
    assertThat(ExperimentFolder.read(file("just words")).faults())
        .singleElement()
        .satisfies(one -> assertThat(one.wrong()).isEqualTo("is no group of keys"));
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("experiment.yaml"), yaml);
  }
}
