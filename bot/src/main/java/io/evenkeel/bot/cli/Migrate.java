package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Brings the database's schema to this version, as its owner. Needs DATABASE_*.")
final class Migrate implements Callable<Integer> {
  private final Cli cli;

  Migrate(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(Settings.Database.parse(cli.environment), this::migrate);
  }

  private int migrate(Settings.Database database) {
    int done;
    try {
      done = cli.works.migrate(database);
    } catch (RuntimeException e) {
      return cli.error(
          "The schema was not brought up to date: "
              + e.getMessage()
              + "\nCheck DATABASE_URL and DATABASE_OWNER_USER, then run it again.");
    }
    cli.err.println(
        done == 0
            ? "The schema was up to date already."
            : "The schema is up to date: " + done + (done == 1 ? " migration." : " migrations."));
    return Cli.CLEAN;
  }
}
