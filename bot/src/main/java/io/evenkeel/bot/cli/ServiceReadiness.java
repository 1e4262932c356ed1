package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Signals;
import io.evenkeel.bot.read.Services;
import io.evenkeel.bot.runbook.Shelf;
import io.evenkeel.runbook.Library;
import io.evenkeel.service.Lack;
import io.evenkeel.service.Readiness;
import io.evenkeel.service.Service;
import io.evenkeel.slo.Objective;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "readiness",
    mixinStandardHelpOptions = true,
    description =
        "Lists services without an owner, somebody to call, a runbook or an objective, or whose"
            + " recovery was not tested this quarter, with what to write. Needs EVENKEEL_CONFIG.",
    footer = "%nExit code: 0 nothing is missing, 1 findings, 2 the settings are wrong.")
final class ServiceReadiness implements Callable<Integer> {
  private final Cli cli;

  ServiceReadiness(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(Installation.parse(cli.environment), this::look);
  }

  private int look(Installation house) {
    Signals signals = house.signals();
    if (signals.services().all().isEmpty()) {
      return cli.error(
          "No service is written down: write them under services: in the file that EVENKEEL_CONFIG"
              + " names. From Backstage: evenkeel service import catalog-info.yaml");
    }
    LocalDate today = LocalDate.ofInstant(cli.works.now(), ZoneOffset.UTC);
    Path folder = signals.runbooks();
    Readiness found =
        new Services.Known(
                signals.services(),
                folder == null ? () -> Library.NONE : new Shelf(folder),
                house.oncall(),
                house.paging().policies(),
                service ->
                    signals.spending().objectives().of(service.name()).stream()
                        .map(Objective::name)
                        .toList())
            .readiness(today);
    for (Readiness.Finding one : found.findings()) {
      for (Lack lack : one.lacks()) {
        cli.out.println(named(one.service()) + ": " + lack.words() + ". Write " + lack.mend());
      }
    }
    cli.err.println(
        found.findings().isEmpty()
            ? "Services: " + found.looked() + ". Nothing is missing."
            : found.findings().size() + " of " + found.looked() + " services lack something.");
    return found.findings().isEmpty() ? Cli.CLEAN : Cli.FINDINGS;
  }

  private static String named(Service service) {
    return service.name()
        + (service.tier() == Service.UNSAID ? "" : " (tier " + service.tier() + ")");
  }
}
