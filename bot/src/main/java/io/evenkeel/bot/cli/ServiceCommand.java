package io.evenkeel.bot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "service",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Imports services from Backstage, and says what they lack.")
final class ServiceCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** With its subcommands. */
  static CommandLine of(Cli cli) {
    return new CommandLine(new ServiceCommand())
        .addSubcommand(new ServiceImport(cli))
        .addSubcommand(new ServiceReadiness(cli));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Which one? service import or service readiness");
    }
  }
}
