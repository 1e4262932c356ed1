package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.oncall.Checks;
import io.evenkeel.oncall.Directory;
import io.evenkeel.oncall.Finding;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at the file without starting anything. Needs neither database nor Slack. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks the file that EVENKEEL_CONFIG names: whether the bot would start with it, and"
            + " whether somebody is on call at all times of the next year.",
    footer = "%nExit code: 0 nothing found, 1 findings, 2 the bot would not start.")
final class ConfigCheck implements Callable<Integer> {
  private static final Duration AHEAD = Duration.ofDays(366);

  private final Cli cli;

  ConfigCheck(Cli cli) {
    this.cli = cli;
  }

  /** {@code config} alone: it says what there is. */
  @Command(
      name = "config",
      mixinStandardHelpOptions = true,
      description = "Looks at the settings.",
      synopsisSubcommandLabel = "check")
  static final class Config implements Callable<Integer> {
    private final Cli cli;

    Config(Cli cli) {
      this.cli = cli;
    }

    @Override
    public Integer call() {
      return cli.error("What of the settings? To check them: evenkeel config check");
    }
  }

  @Override
  public Integer call() {
    return cli.with(Installation.parse(cli.environment), this::check);
  }

  private int check(Installation installation) {
    Schedules schedules = installation.oncall();
    Instant now = cli.works.now();
    var findings = new ArrayList<Finding>(schedules.advice());
    for (Schedule schedule : schedules.all()) {
      findings.addAll(Checks.of(schedule, Directory.NOT_ASKED, now, now.plus(AHEAD)));
    }
    findings.forEach(cli.out::println);
    cli.err.println(told(schedules.all(), findings));
    return findings.isEmpty() ? Cli.CLEAN : Cli.FINDINGS;
  }

  private static String told(List<Schedule> schedules, List<Finding> findings) {
    return "The bot would start with it. Schedules: "
        + schedules.size()
        + ". Findings: "
        + findings.size()
        + "."
        + (schedules.isEmpty() ? "" : " Whether Slack knows these people was not asked.");
  }
}
