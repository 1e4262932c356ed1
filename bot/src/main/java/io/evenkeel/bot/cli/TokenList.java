package io.evenkeel.bot.cli;

import io.evenkeel.bot.access.Tokens;
import io.evenkeel.bot.config.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists all tokens there ever were, by name. No token itself is shown.")
final class TokenList implements Callable<Integer> {
  private static final String ROW = "%-20s %-9s %-24s %-12s %-11s %-17s%n";

  private final Cli cli;

  TokenList(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.with(
        Settings.Reading.parse(cli.environment),
        settings -> cli.recording(settings, records -> tell(records.tokens())));
  }

  private int tell(Tokens tokens) {
    List<Tokens.Line> lines = tokens.lines(cli.works.now());
    if (lines.isEmpty()) {
      cli.err.println(
          "There is no token yet. Make one: token create ci --scope read --expires 90d");
      return Cli.CLEAN;
    }
    cli.out.printf(ROW, "NAME", "STATE", "SCOPES", "FOR", "ENDS", "LAST USED (UTC)");
    lines.forEach(line ->
        cli.out.printf(
            ROW,
            line.name(),
            line.state(),
            line.scopes(),
            line.person(),
            line.ends(),
            line.lastUsed()));
    return Cli.CLEAN;
  }
}
