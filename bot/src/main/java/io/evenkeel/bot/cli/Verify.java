package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.read.Chains;
import io.evenkeel.incident.IncidentNumber;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Checks that timelines and the audit are as they were recorded. Compare the heads with"
            + " those in exports: a chain alone cannot show that it was built anew. Needs"
            + " DATABASE_*.",
    footer = "%nExit code: 0 all sound, 1 something was changed, 2 error.")
final class Verify implements Callable<Integer> {
  private final Cli cli;

  @Parameters(arity = "0..1", paramLabel = "INC-42", description = "One incident; all without.")
  private @Nullable IncidentNumber incident;

  Verify(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(Settings.Reading.parse(cli.environment), this::verify);
  }

  private int verify(Settings.Reading settings) {
    try (Works.Records records = cli.works.open(settings)) {
      return switch (records.chains().check(incident)) {
        case Chains.Checked.Done(List<Chains.Finding> findings, Chains.AuditFinding audit) -> {
          int code = tell(findings, audit);
          if (audit != null) {
            records.verified(code == Cli.CLEAN);
          }
          yield code;
        }
        case Chains.Checked.NoSuchIncident _ -> cli.error("There is no incident " + incident + ".");
        case Chains.Checked.NotNow(String why) ->
            cli.error("The database could not be read: " + why + "\nCheck DATABASE_URL.");
      };
    }
  }

  private int tell(List<Chains.Finding> findings, Chains.@Nullable AuditFinding audit) {
    int broken = 0;
    for (Chains.Finding finding : findings) {
      if (finding.broken() == null) {
        cli.out.printf(
            "%s sound, %d entries, head %s\n",
            finding.incident(), finding.entries(), finding.head());
      } else {
        broken++;
        cli.out.printf("%s BROKEN at %s\n", finding.incident(), finding.broken());
      }
    }
    if (audit != null && audit.broken() != null) {
      broken++;
      cli.out.printf("Audit BROKEN at %s\n", audit.broken());
    } else if (audit != null && audit.entries() > 0) {
      cli.out.printf("Audit sound, %d entries, head %s\n", audit.entries(), audit.head());
    }
    cli.out.printf("Checked: %d. Broken: %d.\n", findings.size(), broken);
    return broken == 0 ? Cli.CLEAN : Cli.FINDINGS;
  }
}
