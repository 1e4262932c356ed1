package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.config.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExperimentConsequencesTest {
  private static final String MEASURED = "{name: lost, promql: lost, at_least: 1}";
  private static final String PROMETHEUS = "prometheus: {url: \"http://127.0.0.1:9090\"}\n";

  @TempDir Path folder;

  @Test
  void howLongItIsAndWhatEndsItIsTold() throws IOException {
    experiment("api", "[" + MEASURED + ", Customers call]", "[Start it, Look]");

    assertThat(lines(PROMETHEUS))
        .containsExactly(
            "Experiment kill (api): 6 steps; ends early by itself on 1 condition; is taken back in"
                + " 2 steps");
  }

  @Test
  void whatNothingEndsOrTakesBackIsTold() throws IOException {
    experiment("api", "[]", "[]");
    assertThat(lines(PROMETHEUS))
        .containsExactly(
            "Experiment kill (api): 4 steps; nothing stands under abort_if, so only a person ends"
                + " it early; has no rollback, so people take it back without being told how");

    experiment("api", "[Customers call]", "[Start it]");
    assertThat(lines(PROMETHEUS))
        .containsExactly(
            "Experiment kill (api): 5 steps; nothing under abort_if is measured, so only a person"
                + " ends it early; is taken back in 1 step");
  }

  @Test
  void withoutPrometheusNothingIsMeasured() throws IOException {
    experiment("api", "[" + MEASURED + "]", "[Start it]");

    assertThat(lines(""))
        .containsExactly(
            "Experiment kill (api): 5 steps; nothing is measured, so only a person ends it early;"
                + " is taken back in 1 step",
            "Nothing of these experiments is measured, as no Prometheus is named: their reports say"
                + " “not measured”. Write prometheus: {url: …}.");
  }

  @Test
  void aServiceThatIsNotInTheCatalogueIsNamed() throws IOException {
    experiment("apy", "[" + MEASURED + "]", "[Start it]");

    assertThat(lines(PROMETHEUS + "services: {api: {}}\n").stream().skip(1))
        .containsExactly(
            "Experiment kill is on the service apy, which is not under services:, so nobody owns"
                + " it. Write api, if that is meant.");
  }

  @Test
  void whatIsTooLongForAPostIsToldBeforeSomebodyNeedsIt() throws IOException {
    String step = "x".repeat(990);
    experiment("api", "[" + MEASURED + "]", "[" + (step + ", ").repeat(4) + "Look]");

    assertThat(lines(PROMETHEUS).stream().skip(1))
        .containsExactly(
            "Experiment kill: the list of all steps back, which is posted when it is aborted, is"
                + " cut off after 3,000 characters. Each is still announced when it is due. Shorten"
                + " them.");

    experiment("api", "[" + MEASURED + "]", "[{do: Look, run: " + "y".repeat(2_980) + "}]");
    assertThat(lines(PROMETHEUS).stream().skip(1))
        .contains(
            "Experiment kill: step 4 of 5 is cut off after 3,000 characters. Make two steps of it,"
                + " or keep its command in a file.");
  }

  private void experiment(String service, String aborts, String rollback) throws IOException {
    Files.createDirectories(folder.resolve("drills"));
    Files.writeString(
        folder.resolve("drills/kill.yaml"),
        """
        name: kill
        title: It dies
        service: %s
        hypothesis: All goes on.
        steady_state: [{name: up, promql: up, at_least: 1}]
        perturbation: [Kill it]
        abort_if: %s
        rollback: %s
        """
            .formatted(service, aborts, rollback));
  }

  private List<String> lines(String yaml) throws IOException {
    Installation house = new InstallationFile(folder).read(yaml + "experiments: drills\n");
    return new ExperimentConsequences(house.signals()).lines();
  }
}
