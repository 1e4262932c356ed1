package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.incident.IncidentNumber;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Writes a drill's report to standard output, in Markdown: what was measured, and where"
            + " nothing was, why. Needs DATABASE_*.",
    footer = "%nExit code: 0 clean, 2 error.")
final class DrillReport implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "INC-9", description = "The drill's incident.")
  private @Nullable IncidentNumber incident;

  DrillReport(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    IncidentNumber number = incident;
    if (number == null) {
      throw new IllegalStateException("picocli asks for the incident");
    }
    return cli.with(Settings.Reading.parse(cli.environment), settings -> report(settings, number));
  }

  private int report(Settings.Reading settings, IncidentNumber number) {
    try (Works.Records records = cli.works.open(settings)) {
      if (!records.ready()) {
        return cli.error(
            "The database could not be read: it does not answer, or its schema is not of this"
                + " version. Check DATABASE_URL, or run migrate.");
      }
      Optional<String> report = records.drill(number);
      if (report.isEmpty()) {
        return cli.error(
            number + " is no run of an experiment. /incident drill list shows what goes on.");
      }
      cli.out.print(report.get());
      return Cli.CLEAN;
    }
  }
}
