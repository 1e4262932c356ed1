package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.desk.Erasing;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.persistence.Unavailable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says first what it would take away: nothing brings it back. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description =
        "Takes a person's words, or those of one entry, out of timelines and of what stands beside"
            + " them. The hash chains still verify. Needs DATABASE_* of the tables' owner.",
    footer = {
      "%nWithout --yes it only counts. There is no way back, but for backups.",
      "Exit code: 0 done or counted, 2 error."
    })
final class Erase implements Callable<Integer> {
  private final Cli cli;

  @Parameters(
      index = "0",
      paramLabel = "WHOSE",
      description = "@alice, a Slack user id, or an incident: erase INC-42 7")
  private String whose = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ENTRY",
      description = "The number of the incident's entry, as export --format json tells it.")
  private @Nullable Integer entry;

  @Option(names = "--yes", description = "Does it.")
  private boolean yes;

  @Option(names = "--reason", paramLabel = "WORDS", description = "Why, for the audit.")
  private String reason = "";

  Erase(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(Settings.Database.parse(cli.environment), this::erase);
  }

  private int erase(Settings.Database database) {
    try {
      return told(outcome(cli.works.erasing(database)));
    } catch (IllegalArgumentException e) {
      return cli.error(
          "Nothing was erased: \"" + whose + "\" is no incident. Write erase INC-42 7.");
    } catch (Unavailable e) {
      return cli.error(
          "Nothing was erased: "
              + e.getMessage()
              + "\nCheck DATABASE_URL and DATABASE_OWNER_USER, then run it again.");
    }
  }

  private Erasing.Outcome outcome(Erasing erasing) {
    String by = Cli.by();
    return entry == null
        ? erasing.person(whose, yes, by, reason)
        : erasing.entry(
            IncidentNumber.parse(whose).orElseThrow(IllegalArgumentException::new),
            entry,
            yes,
            by,
            reason);
  }

  private int told(Erasing.Outcome outcome) {
    return switch (outcome) {
      case Erasing.Outcome.Who(List<Person> known) ->
          cli.error(
              known.isEmpty()
                  ? "Nothing was erased: nobody here goes by \""
                      + whose
                      + "\". Somebody who has left is named by their Slack user id."
                  : "Nothing was erased: several people go by \""
                      + whose
                      + "\". Write one of: "
                      + known.stream()
                          .map(one -> one.name() + " " + one.id())
                          .collect(Collectors.joining(", ")));
      case Erasing.Outcome.Done done -> told(done);
    };
  }

  private int told(Erasing.Outcome.Done done) {
    cli.out.printf(
        "%s: %d timeline entries and %d texts beside them%s\n",
        done.whose(),
        done.entries(),
        done.beside(),
        yes ? " were erased." : " would be erased. To do it: --yes");
    if (!done.incidents().isEmpty()) {
      cli.out.println("In " + list(done.incidents()) + ".");
    }
    if (!done.edited().isEmpty()) {
      cli.out.println(
          "Postmortems that people have edited may quote them and were left alone: "
              + list(done.edited())
              + ".");
    }
    cli.out.println(
        "Not touched: who spoke and when, incidents' titles, messages in Slack, files in"
            + " EXPORT_DIR, backups. docs/operations.md tells what to do about each.");
    return Cli.CLEAN;
  }

  private static String list(List<IncidentNumber> incidents) {
    return incidents.stream().map(IncidentNumber::toString).collect(Collectors.joining(", "));
  }
}
