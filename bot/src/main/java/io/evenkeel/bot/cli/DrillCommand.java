package io.evenkeel.bot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks experiments and writes the reports of drills. They are run in Slack.")
final class DrillCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** With its two subcommands. */
  static CommandLine of(Cli cli) {
    return new CommandLine(new DrillCommand())
        .addSubcommand(new DrillLint(cli))
        .addSubcommand(new DrillReport(cli));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Which one? drill lint or drill report");
    }
  }
}
