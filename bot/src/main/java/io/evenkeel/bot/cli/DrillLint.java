package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.ExperimentFolder;
import io.evenkeel.bot.config.Fault;
import io.evenkeel.drill.Experiment;
import io.evenkeel.drill.Planned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Reads experiments and says what is wrong with each, or which steps it would have. Files of"
            + " Chaos Mesh and Chaos Toolkit are named as such. Needs no setting and asks nobody.",
    footer = "%nExit code: 0 clean, 1 findings, 2 error.")
final class DrillLint implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "FILE.yaml", arity = "1..*", description = "Experiments as YAML.")
  private List<Path> files = List.of();

  DrillLint(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    boolean clean = true;
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        return cli.error(file + " is no file. Name the experiments one by one.");
      }
      ExperimentFolder.Read read = ExperimentFolder.read(file);
      Experiment experiment = read.experiment();
      read.faults().stream().map(Fault::toString).forEach(cli.out::println);
      clean &= read.faults().isEmpty();
      if (read.other() != null) {
        cli.out.println(
            file + " is for another tool: " + read.other() + ". It is run by nobody here.");
      } else if (experiment != null) {
        cli.out.println(file + " is fine: " + experiment.name() + ", " + experiment.title());
        List<Planned> plan = Planned.of(experiment);
        plan.forEach(step -> cli.out.println("  " + step.announced(plan.size())));
        experiment.steady().forEach(probe -> cli.out.println("  has to hold: " + probe.words()));
        experiment.abort().forEach(one -> cli.out.println("  aborts: " + one.words()));
      }
    }
    return clean ? Cli.CLEAN : Cli.FINDINGS;
  }
}
