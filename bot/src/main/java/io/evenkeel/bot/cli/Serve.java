package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the bot until it is stopped.")
final class Serve implements Callable<Integer> {
  private final Cli cli;

  Serve(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(Settings.parse(cli.environment), cli.works::serve);
  }
}
