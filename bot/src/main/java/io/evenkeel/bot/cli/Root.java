package io.evenkeel.bot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What is run without a command: it says which there are. */
@CommandLine.Command(
    name = "evenkeel",
    mixinStandardHelpOptions = true,
    versionProvider = Root.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Runs incident command inside Slack.",
    footer = "%nExit code: 0 clean, 1 findings, 2 error. Settings come from the environment.")
final class Root implements Runnable, CommandLine.IVersionProvider {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Which command? " + String.join(", ", spec.subcommands().keySet()));
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"evenkeel " + Cli.version()};
  }
}
