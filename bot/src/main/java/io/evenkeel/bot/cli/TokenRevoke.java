package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Ends a token now, on all replicas.")
final class TokenRevoke implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "As token list shows it.")
  private String name = "";

  TokenRevoke(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(
        Settings.Reading.parse(cli.environment), settings -> cli.recording(settings, this::revoke));
  }

  private int revoke(Works.Records records) {
    var now = cli.works.now().truncatedTo(ChronoUnit.MICROS);
    if (!records.tokens().revoke(name, Cli.by(), now)) {
      return cli.error(
          "Nothing was revoked: no token \"" + name + "\" is open. To see them: token list");
    }
    cli.err.println("The token \"" + name + "\" opens nothing any more.");
    return Cli.CLEAN;
  }
}
