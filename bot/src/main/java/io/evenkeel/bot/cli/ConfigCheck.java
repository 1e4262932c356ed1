package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.read.Calendars;
import io.evenkeel.bot.spec.SpecFinding;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Checks;
import io.evenkeel.oncall.Directory;
import io.evenkeel.oncall.Finding;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at the file without starting anything. People are looked up only with a database. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks the file that EVENKEEL_CONFIG names: whether the bot would start with it, and"
            + " whether somebody is on call at all times of the next year. It prints who is asked"
            + " and when by each policy, what follows from each rule, where alerts come in, and"
            + " what comes of routes, services, objectives and experiments."
            + " With DATABASE_* it also says who of them is not in the workspace and which"
            + " calendars cannot be read, and takes what was said by command into account.",
    footer = "%nExit code: 0 nothing found, 1 findings, 2 the bot would not start.")
final class ConfigCheck implements Callable<Integer> {
  private static final Duration AHEAD = Duration.ofDays(366);

  private final Cli cli;

  ConfigCheck(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (cli.environment.getOrDefault("DATABASE_URL", "").isBlank()) {
      return cli.with(
          Installation.parse(cli.environment),
          house -> check(house, Optional.empty(), Optional.empty()));
    }
    return cli.with(Settings.Reading.parse(cli.environment), this::check);
  }

  private int check(Settings.Reading settings) {
    try (Works.Records records = cli.works.open(settings)) {
      return check(settings.installation(), records.colleagues(), records.calendars());
    }
  }

  private int check(
      Installation installation, Optional<Directory> directory, Optional<Calendars> calendars) {
    Schedules schedules = installation.oncall();
    Instant now = cli.works.now();
    var findings = new ArrayList<Finding>(schedules.advice());
    calendars.ifPresent(known -> findings.addAll(known.troubles()));
    List<Schedule> counted = calendars.map(known -> known.counted(now)).orElse(schedules.all());
    for (Schedule schedule : counted) {
      findings.addAll(
          Checks.of(schedule, directory.orElse(Directory.NOT_ASKED), now, now.plus(AHEAD)));
    }
    findings.addAll(silent(installation));
    var services = new ServiceConsequences(installation.signals());
    findings.addAll(services.findings());
    new Consequences(installation, counted, now).lines().forEach(cli.out::println);
    RouteConsequences.lines(installation, cli.environment).forEach(cli.out::println);
    services.lines().forEach(cli.out::println);
    Promises.lines(installation).forEach(cli.out::println);
    new ExperimentConsequences(installation.signals()).lines().forEach(cli.out::println);
    findings.forEach(cli.out::println);
    List<SpecFinding> doubtful = installation.signals().slos().doubtful();
    doubtful.forEach(cli.out::println);
    int count = findings.size() + doubtful.size();
    cli.err.println(told(schedules.all(), count, directory.isPresent()));
    return count == 0 ? Cli.CLEAN : Cli.FINDINGS;
  }

  /** Policies for the two worst severities that wake nobody whose phone is silent. */
  private static List<Finding> silent(Installation installation) {
    var findings = new LinkedHashMap<String, Finding>();
    for (SeverityScale.Level level :
        installation.severities().levels().stream().limit(2).toList()) {
      String severity = level.severity().name();
      for (Escalation policy : installation.paging().policies().silent(severity)) {
        findings.putIfAbsent(
            policy.name(),
            new Finding(
                "paging policy " + policy.name(),
                null,
                null,
                "is for "
                    + severity
                    + ", and none of its steps rings a phone: Slack alone does not",
                "Add ring: to a step, with something under paging: outlets:"));
      }
    }
    return List.copyOf(findings.values());
  }

  private static String told(List<Schedule> schedules, int findings, boolean asked) {
    return "The bot would start with it. Schedules: "
        + schedules.size()
        + ". Findings: "
        + findings
        + "."
        + (schedules.isEmpty() || asked
            ? ""
            : " Whether Slack knows these people was not looked up: that needs DATABASE_* of a bot"
                + " that has run.");
  }
}
