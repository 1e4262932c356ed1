package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.incident.IncidentNumber;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes an incident's postmortem draft to standard output. Needs DATABASE_*; uses"
            + " EVENKEEL_CONFIG and TEMPLATES_DIR where they are set.")
final class Export implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "INC-42", description = "The incident.")
  private @Nullable IncidentNumber incident;

  @Option(names = "--format", defaultValue = "MD", description = "md; html and json come later.")
  private Format format = Format.MD;

  /** What a draft can be written as. */
  enum Format {
    MD,
    HTML,
    JSON
  }

  Export(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    IncidentNumber number = incident;
    if (number == null) {
      throw new IllegalStateException("picocli asks for the incident");
    }
    return switch (format) {
      case MD -> cli.with(Settings.Reading.parse(cli.environment), s -> markdown(s, number));
      case HTML, JSON ->
          cli.error("That format is not there yet. Leave --format out to get Markdown.");
    };
  }

  private int markdown(Settings.Reading settings, IncidentNumber number) {
    try (Works.Records records = cli.works.open(settings)) {
      return switch (records.drafts().of(number)) {
        case Drafts.Drafted.Found found -> {
          cli.out.print(found.text(records::markdown));
          yield Cli.CLEAN;
        }
        case Drafts.Drafted.NoSuchIncident _ -> cli.error("There is no incident " + number + ".");
        case Drafts.Drafted.NotNow(String why) ->
            cli.error("The database could not be read: " + why + "\nCheck DATABASE_URL.");
      };
    }
  }
}
