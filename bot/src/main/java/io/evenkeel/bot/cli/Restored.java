package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.desk.Restoring;
import io.evenkeel.incident.IncidentNumber;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "restored",
    mixinStandardHelpOptions = true,
    description =
        "Once, after the database was restored from an older moment and before serve: what was to"
            + " be done in Slack then may have been done since, so it is looked for before it is"
            + " done. Doing so again does no harm. Needs DATABASE_*.")
final class Restored implements Callable<Integer> {
  private final Cli cli;

  @Option(
      names = "--next",
      paramLabel = "INC-60",
      description =
          "The next incident's number, where Slack has channels of later ones than the restored"
              + " database knows.")
  private @Nullable IncidentNumber next;

  Restored(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(
        Settings.Reading.parse(cli.environment),
        settings -> cli.recording(settings, records -> told(records.restored(next))));
  }

  private int told(Restoring.Done done) {
    cli.err.println(
        switch (done.doubted()) {
          case 0 -> "Nothing is to be done in Slack.";
          case 1 -> "One thing that is to be done in Slack is looked for there first.";
          default ->
              done.doubted() + " things that are to be done in Slack are looked for there first.";
        });
    if (next != null) {
      cli.err.println(
          done.skipped()
              ? "The next incident is " + next + "."
              : "The next incident's number is higher than " + next + " anyway, or that one.");
    }
    cli.err.println("Now start the bot.");
    return Cli.CLEAN;
  }
}
