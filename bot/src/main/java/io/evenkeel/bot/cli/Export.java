package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.folder.Folder;
import io.evenkeel.bot.read.Audiences;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.people.Recast;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.templates.WebPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes an incident's postmortem to standard output: what people have made of it, or the"
            + " draft while nobody has, or when --template or --gantt asks for it. Needs"
            + " DATABASE_*; uses EVENKEEL_CONFIG and TEMPLATES_DIR where they are set. With"
            + " EXPORT_DIR Markdown is written there, too, as"
            + " postmortems/2026/INC-42-api-service-down.md.")
final class Export implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "INC-42", description = "The incident.")
  private @Nullable IncidentNumber incident;

  @Option(
      names = "--format",
      defaultValue = "MD",
      description = "md (the standard), html (one page that needs nothing else) or json.")
  private Works.Format format = Works.Format.MD;

  @Option(
      names = "--template",
      paramLabel = "NAME",
      description = "default, google-sre, pagerduty, howie, lightweight, or one of your own.")
  private @Nullable String template;

  @Option(names = "--gantt", description = "Draws the phases, as a Mermaid diagram.")
  private boolean gantt;

  @Option(
      names = "--audience",
      paramLabel = "WHO",
      description =
          "inside: names stay in roles, tasks and actions, and become roles in the narrative."
              + " outside: nobody is named. named: names stay. Without it html is for readers"
              + " inside, and md keeps the names, as it comes back by import.")
  private Audiences.@Nullable Audience audience;

  private @Nullable Path exports;
  private boolean privately;

  Export(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    IncidentNumber number = incident;
    if (number == null) {
      throw new IllegalStateException("picocli asks for the incident");
    }
    return cli.with(Settings.Reading.parse(cli.environment), s -> export(s, number));
  }

  private int export(Settings.Reading settings, IncidentNumber number) {
    exports = settings.exports();
    privately = settings.installation().postmortem().privateFiles();
    try (Works.Records records = cli.works.open(settings)) {
      String wanted = template;
      if (wanted != null && !records.templates().contains(wanted)) {
        return cli.error(
            "There is no template \"%s\". There are: %s."
                .formatted(wanted, String.join(", ", records.templates())));
      }
      return switch (records.drafts().of(number)) {
        case Drafts.Drafted.Found found -> write(records, found);
        case Drafts.Drafted.NoSuchIncident _ -> cli.error("There is no incident " + number + ".");
        case Drafts.Drafted.NotNow(String why) ->
            cli.error("The database could not be read: " + why + "\nCheck DATABASE_URL.");
      };
    }
  }

  private int write(Works.Records records, Drafts.Drafted.Found found) {
    Audiences.Audience readers = audience;
    if (readers != null) {
      return write(records, found, readers);
    }
    Works.Written written = records.write(found, format, template, gantt);
    if (!written.fault().isEmpty()) {
      cli.err.println(written.fault());
    }
    cli.out.print(written.text());
    Path folder = exports;
    return folder == null || format != Works.Format.MD
        ? Cli.CLEAN
        : keep(new Folder(folder, privately), found.draft(), written.text());
  }

  private int keep(Folder folder, Draft draft, String markdown) {
    try {
      switch (folder.keep(draft, markdown)) {
        case Folder.Kept.Written(Path file) -> cli.err.println("Written to " + file);
        case Folder.Kept.Edited(Path file) ->
            cli.err.println(
                file
                    + " was changed since it was written: it is left as it is. Move it away to"
                    + " have it written anew.");
        case Folder.Kept.Private() ->
            cli.err.println(
                "It is private, so it is not written to EXPORT_DIR. The settings say so with"
                    + " postmortem: {private_files: true}.");
      }
      return Cli.CLEAN;
    } catch (IOException e) {
      return cli.error("EXPORT_DIR cannot be written: " + e.getMessage());
    }
  }

  /** Words that may be names are told on standard error; they stay as they are. */
  private int write(Works.Records records, Drafts.Drafted.Found found, Audiences.Audience readers) {
    if (format == Works.Format.JSON) {
      return cli.error("JSON names people. For an audience, take md or html.");
    }
    Works.Written written = records.write(found, Works.Format.MD, template, gantt);
    Recast recast = records.drafts().audiences().told(found.draft(), written.text(), readers);
    if (!written.fault().isEmpty()) {
      cli.err.println(written.fault());
    }
    recast.questions().forEach(question -> cli.err.println(question.words()));
    cli.out.print(format == Works.Format.HTML ? WebPage.of(recast.text()) : recast.text());
    if (recast.questions().isEmpty()) {
      return Cli.CLEAN;
    }
    cli.err.println(
        "Before it leaves the house, say so once: /incident postmortem names --incident-id "
            + found.draft().incident().number());
    return Cli.FINDINGS;
  }
}
