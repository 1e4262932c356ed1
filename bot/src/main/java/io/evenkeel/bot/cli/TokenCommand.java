package io.evenkeel.bot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes, lists and revokes tokens of the HTTP API. Needs DATABASE_*.")
final class TokenCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** With its three subcommands. */
  static CommandLine of(Cli cli) {
    return new CommandLine(new TokenCommand())
        .addSubcommand(new TokenCreate(cli))
        .addSubcommand(new TokenList(cli))
        .addSubcommand(new TokenRevoke(cli));
  }

  /** Who is at the command line, as the audit keeps it. */
  static String by() {
    return "cli (" + System.getProperty("user.name", "somebody") + ")";
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Which one? token create, token list or token revoke");
    }
  }
}
